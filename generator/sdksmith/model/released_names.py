"""Names of a released client, which the next one keeps.

Each name has a key: a string that says what is named, in the words of the document. The
parts of a key are separated by ` > `.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_NO_CALLS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})


class ReleasedNames(Struct, frozen=True, kw_only=True):
    """Names of a client by their keys.

    A name is never given to anything but its key, also if the document no longer contains
    what the key stands for.

    Attributes:
        methods: Operations (`GET /orders`) -> their calls without `client.`, the preferred
            one first. An operation has several if its resource can be called as well.
        arguments: Arguments of methods (`GET /orders > query:limit`).
        types: Types of responses, and of everything else without a name of its own
            (`Order`, `Order > lines > item`, `GET /orders > response`).
        request_types: Types of requests, by the same keys.
        properties: Properties (`Order > userName`) whose names are not their wire names.
        options: Constructor arguments: credentials (`scheme:key`, `client_id:group`) and
            variables of the base URL (`variable:region`).
        error_codes: Members of `ErrorCode`, by their values.
    """

    methods: Mapping[str, tuple[str, ...]] = _NO_CALLS
    arguments: Mapping[str, str] = _NONE
    types: Mapping[str, str] = _NONE
    request_types: Mapping[str, str] = _NONE
    properties: Mapping[str, str] = _NONE
    options: Mapping[str, str] = _NONE
    error_codes: Mapping[str, str] = _NONE

    def __bool__(self) -> bool:
        """Return whether there are any names."""
        return any(asdict(self).values())


def join_key(*parts: str) -> str:
    """Return a key of some parts.

    Lone surrogates, which no file can contain, are escaped.
    """
    return " > ".join(parts).encode("utf-8", "backslashreplace").decode()


def operation_key(method: str, path: str) -> str:
    """Return the key of an operation: `GET /orders/{id}`."""
    return join_key(f"{method} {path}")


def variant_key(operation: str, media_type: str, *, is_sent: bool) -> str:
    """Return the key of an additional method for another request or response body."""
    return join_key(operation, f"{'sends' if is_sent else 'returns'} {media_type}")


def argument_part(place: str, wire: str) -> str:
    """Return the last part of the key of an argument: `query:limit`."""
    return f"{place}:{wire}"


def owner_of(key: str) -> str:
    """Return the key without its last part."""
    return key.rpartition(" > ")[0]


def locate_type(owner: str, words: Sequence[str]) -> str:
    """Return the key of an inline type.

    Args:
        owner: Pointer of the component or operation that contains the type.
        words: The steps from the owner to the type, such as property names.
    """
    section, *rest = (
        part.replace("~1", "/").replace("~0", "~") for part in owner.split("/")[1:]
    )
    match section, rest:
        case "paths", [path, method]:
            label = f"{method.upper()} {path}"
        case "components", ["schemas", name]:
            label = name
        case _:
            label = "/".join((section, *rest))
    return join_key(label, *words)
