"""The names of classes and aliases, and which of them stand in one module."""

from __future__ import annotations

import builtins
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..text.scope import assign_names
from ..text.words import (
    name_words,
    pascal,
    shorten,
    singular,
    spell_words,
    spelling_style,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model.api import Api
    from ..model.types import TypeId, TypeMeta
    from .usage import Usage

_PASCAL: Final = re.compile(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*", re.ASCII)

_LONGEST: Final = 90

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
    *("Service", "Timeout", "UnprocessableEntityError", "Variants", "WebhookInput"),
    *("WebhookPayloadError", "WebhookReader", "WebhookSwitch"),
)
"""What `_runtime` exports, apart from names in lower case."""

_IMPORTED: Final = (
    *("Annotated", "Any", "Final", "Literal", "Mapping", "NotRequired", "Required"),
    *("Sequence", "TypeAlias", "TypedDict", "TYPE_CHECKING", "UUID"),
    *("Client", "AsyncClient", "ErrorCode", "Enum", "IntEnum", "StrEnum"),
)
"""What generated modules import or define beside it."""

RESERVED_CLASSES: Final = frozenset(
    (*_RUNTIME, *_IMPORTED, *(name for name in vars(builtins) if name[:1].isupper()))
)
"""Class names that no type and no resource of an API gets."""


def without_reserved(names: Iterable[str]) -> list[str]:
    """Return class names without those that are taken; the last one is never."""
    return [name for name in names if name not in RESERVED_CLASSES]


class OperationWords(Struct, frozen=True):
    """What the names of types that stand in an operation start with.

    Attributes:
        short: The words of the resource, in the singular, and of the method.
        long: The same without inflection, for where that is not enough.
    """

    short: tuple[str, ...]
    long: tuple[str, ...]


class TypeNames(Struct, frozen=True):
    """The names of all defined types, unlike one another in more than case.

    Attributes:
        models: Names in `models`.
        params: Names in `params`.
        owners: Type -> the pointer of the component or operation it stands in.
        labels: Owner -> class names that it has or would have, the best first.
        renamed: Component names that did not become the class name that they spell,
            with that class name.
    """

    models: Mapping[TypeId, str]
    params: Mapping[TypeId, str]
    owners: Mapping[TypeId, str]
    labels: Mapping[str, tuple[str, ...]]
    renamed: tuple[tuple[str, str], ...]

    def all_names(self) -> frozenset[str]:
        """Return every name, in lower case."""
        both = (*self.models.values(), *self.params.values())
        return frozenset(name.lower() for name in both)


def class_name(text: str) -> str:
    """Return the name of a component as a class name; one that is one already stays."""
    if _PASCAL.fullmatch(text) and len(text) <= _LONGEST:
        return text
    return _class_of(name_words(text))


def _class_of(words: Iterable[str]) -> str:
    name = pascal(shorten(tuple(words), _LONGEST))
    return name if name[:1].isalpha() else f"Type{name}"


def name_types(
    api: Api, usage: Usage, operations: Mapping[str, OperationWords]
) -> TypeNames:
    """Return the names of all types that get a definition.

    Components come first, so that an inline schema never takes a name from one.

    Args:
        api: The API.
        usage: Which types get definitions.
        operations: Pointer of an operation -> its words.
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
    named = assign_names(components, fold=str.lower)
    taken = {name.lower() for name in named.values()}
    named |= assign_names(inline, taken, fold=str.lower)

    wanted = {
        keys[type_id]: [
            f"{named[keys[type_id]]}{suffix}" for suffix in ("Param", "RequestParam")
        ]
        for type_id in usage.params
    }
    taken = {name.lower() for name in named.values()}
    params = assign_names(wanted, taken, fold=str.lower)
    return TypeNames(
        models={type_id: named[keys[type_id]] for type_id in sorted(usage.models)},
        params={type_id: params[keys[type_id]] for type_id in sorted(usage.params)},
        owners={t: owner_key(api.types[t].meta) for t in defined},
        labels=_label_owners(api, {t: named[keys[t]] for t in defined}, operations),
        renamed=tuple(
            (api.types[type_id].meta.pointer, named[keys[type_id]])
            for type_id in defined
            if keys[type_id] in components
            and named[keys[type_id]] != class_name(api.types[type_id].meta.name or "")
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
    names = [best, f"{best}Model", f"{best}{style}", spelled, f"{spelled}{style}"]
    return without_reserved(names)


def _inline_names(
    meta: TypeMeta, operations: Mapping[str, OperationWords]
) -> list[str]:
    owner, *rest = meta.context or (meta.pointer.rpartition("/")[2],)
    words = operations.get(owner_key(meta))
    if words is None:
        heads = [class_name(owner)]
    else:
        heads = [_class_of(words.short), _class_of(words.long)]
        if rest[:1] == ["request"] and len(rest) > 1:
            del rest[0]
    short = _tail(_short_words(rest))
    long = _tail(word for part in rest for word in name_words(part))
    spelled = _tail(word for part in rest for word in spell_words(part))
    tails = (short, long, f"{long}Inline", spelled)
    return without_reserved(f"{head}{tail}" for tail in tails for head in heads)


def _tail(words: Iterable[str]) -> str:
    return pascal(shorten(tuple(words), _LONGEST))


def _label_owners(
    api: Api,
    names: Mapping[TypeId, str],
    operations: Mapping[str, OperationWords],
) -> Mapping[str, tuple[str, ...]]:
    labels: dict[str, tuple[str, ...]] = {}
    for type_id, name in names.items():
        meta = api.types[type_id].meta
        owner = owner_key(meta)
        if meta.name is not None:
            labels[owner] = (name,)
        elif owner in operations:
            words = operations[owner]
            labels[owner] = (_class_of(words.short), _class_of(words.long))
        elif owner not in labels:
            labels[owner] = (class_name(meta.context[0]) if meta.context else name,)
    return labels


def _short_words(parts: list[str]) -> list[str]:
    """Return words in which `lines item` is `line`."""
    words: list[str] = []
    for part in parts:
        if part in {"item", "value"} and words and singular(words[-1]) != words[-1]:
            words[-1] = singular(words[-1])
        else:
            words += name_words(part)
    return words
