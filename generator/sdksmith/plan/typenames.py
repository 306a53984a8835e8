"""The names of classes and aliases, and which of them stand in one module."""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..text.scope import assign_names
from ..text.words import name_words, pascal, singular, spell_words, spelling_style

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ..model.api import Api
    from ..model.types import TypeId, TypeMeta
    from .usage import Usage

_PASCAL: Final = re.compile(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*", re.ASCII)

_RUNTIME: Final = (
    *("ANY", "APIConnectionError", "APIDecodeError", "APIResponseError"),
    *("APIStatusError", "APITimeoutError", "ApiKey", "AsyncBaseClient"),
    *("AsyncResource", "AuthenticationError", "BadRequestError", "Base64Bytes"),
    *("BaseClient", "Basic", "Bearer", "ClientClosedError", "ClientOptions"),
    *("ConflictError", "FileContent", "FileInput", "HttpScheme"),
    *("InsecureTransportError", "ListOf", "MapOf", "MissingCredentialError", "Model"),
    *("NotFoundError", "Omit", "Operation", "Options", "ParameterValue", "Part"),
    *("PermissionDeniedError", "RateLimitError", "Reply", "Resource"),
    *("ResponseValidation", "ResponseValidationWarning", "SDKError", "ServerError"),
    *("Service", "Timeout", "UnprocessableEntityError", "Variants"),
)
"""What `_runtime` exports, apart from names in lower case."""

_IMPORTED: Final = (
    *("Annotated", "Any", "Final", "Literal", "Mapping", "NotRequired", "Required"),
    *("Sequence", "TypeAlias", "TypedDict", "TYPE_CHECKING", "UUID"),
    *("Client", "AsyncClient", "ErrorCode", "Enum", "IntEnum", "StrEnum"),
)
"""What generated modules import or define beside it."""

RESERVED_CLASSES: Final = frozenset(
    name.lower()
    for name in (
        *_RUNTIME,
        *_IMPORTED,
        *(name for name in vars(builtins) if name[:1].isupper()),
    )
)
"""Class names that no type of an API gets, in lower case."""


@dataclass(frozen=True, slots=True)
class TypeNames:
    """The names of all defined types, unlike one another in more than case.

    Attributes:
        models: Names in `models`.
        params: Names in `params`.
        owners: Where a type belongs: the component or operation it stands in.
        renamed: Component names that did not become the class name that they spell,
            with that class name.
    """

    models: Mapping[TypeId, str]
    params: Mapping[TypeId, str]
    owners: Mapping[TypeId, str]
    renamed: tuple[tuple[str, str], ...]

    def all_names(self) -> frozenset[str]:
        """Return every name, in lower case."""
        both = (*self.models.values(), *self.params.values())
        return frozenset(name.lower() for name in both)


def class_name(text: str) -> str:
    """Return the name of a component as a class name; one that is one already stays."""
    if _PASCAL.fullmatch(text):
        return text
    return _class_of(name_words(text))


def _class_of(words: Iterable[str]) -> str:
    name = pascal(words)
    return name if name[:1].isalpha() else f"Type{name}"


def name_types(
    api: Api, usage: Usage, operations: Mapping[str, tuple[str, ...]]
) -> TypeNames:
    """Return the names of all types that get a definition.

    Components come first, so that an inline schema never takes a name from one.

    Args:
        api: The API.
        usage: Which types get definitions.
        operations: Pointer of an operation -> the words of its resource and method.
    """
    defined = sorted(usage.models | usage.params)
    keys = _unique_keys(api, defined)
    components = {
        keys[type_id]: _component_names(meta.name)
        for type_id in defined
        if (meta := api.types[type_id].meta).name is not None
    }
    inline = {
        keys[type_id]: _inline_names(meta, operations)
        for type_id in defined
        if (meta := api.types[type_id].meta).name is None
    }
    named = assign_names(components, RESERVED_CLASSES, fold=str.lower)
    taken = RESERVED_CLASSES | {name.lower() for name in named.values()}
    named |= assign_names(inline, taken, fold=str.lower)

    wanted = {
        keys[type_id]: [
            f"{named[keys[type_id]]}{suffix}" for suffix in ("Param", "RequestParam")
        ]
        for type_id in usage.params
    }
    taken = RESERVED_CLASSES | {name.lower() for name in named.values()}
    params = assign_names(wanted, taken, fold=str.lower)
    return TypeNames(
        models={type_id: named[keys[type_id]] for type_id in sorted(usage.models)},
        params={type_id: params[keys[type_id]] for type_id in sorted(usage.params)},
        owners={t: owner_key(api.types[t].meta) for t in defined},
        renamed=tuple(
            (api.types[type_id].meta.pointer, named[keys[type_id]])
            for type_id in defined
            if keys[type_id] in components
            and named[keys[type_id]] != components[keys[type_id]][0]
        ),
    )


def _unique_keys(api: Api, defined: Iterable[TypeId]) -> Mapping[TypeId, str]:
    """Return a key for each type that does not depend on the order of the document."""
    keys: dict[TypeId, str] = {}
    seen: set[str] = set()
    for type_id in defined:
        item = api.types[type_id]
        parts = (item.meta.pointer, *item.meta.context, type(item).__name__)
        key = " ".join(parts)
        while key in seen:
            key += "+"
        seen.add(key)
        keys[type_id] = key
    return keys


def owner_key(meta: TypeMeta) -> str:
    """Return the pointer of the component or operation that a schema stands in."""
    tokens = meta.pointer.split("/")
    return "/".join(tokens[:4])


def _component_names(name: str) -> list[str]:
    best = class_name(name)
    style = spelling_style(name).capitalize()
    spelled = _class_of(spell_words(name))
    return [best, f"{best}Model", f"{best}{style}", spelled, f"{spelled}{style}"]


def _inline_names(
    meta: TypeMeta, operations: Mapping[str, tuple[str, ...]]
) -> list[str]:
    owner, *rest = meta.context or (meta.pointer.rpartition("/")[2],)
    words = operations.get(owner_key(meta))
    if words is None:
        head = class_name(owner)
    else:
        head = _class_of(words)
        if rest[:1] == ["request"] and len(rest) > 1:
            del rest[0]
    long = _class_of((head, *(word for part in rest for word in name_words(part))))
    short = f"{head}{_class_of(_short_words(rest))}" if rest else head
    return [short, long, f"{long}Inline", _spelled(head, rest)]


def _short_words(parts: list[str]) -> list[str]:
    """Return words in which `lines item` is `line`."""
    words: list[str] = []
    for part in parts:
        if part in {"item", "value"} and words and singular(words[-1]) != words[-1]:
            words[-1] = singular(words[-1])
        else:
            words += name_words(part)
    return words


def _spelled(head: str, rest: Collection[str]) -> str:
    return f"{head}{pascal(word for part in rest for word in spell_words(part))}"
