"""Names of classes and aliases, with the owners that group them into modules."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from ...model.released_names import join_key
from ...model.types import Choice, ListOf, MapOf, Record, Scalar, TupleOf, UnionOf
from ...text.scope import assign_by_priority, assign_names
from .classes import class_of, home_key
from .components.candidates import is_other_word, read_component_names
from .inline.names import (
    InlineType,
    inline_priority,
    name_inline,
    owner_names,
)
from .kept.released import RELEASED, keep_types, reserved_types

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ...model.api import Api
    from ...model.released_names import ReleasedNames
    from ...model.types import Type, TypeId
    from ..types.usage import Usage
    from .components.candidates import ComponentNames
    from .inline.owners import OperationWords
    from .rules import Candidate, NamingRule


class TypeNames(Struct, frozen=True):
    """Names of all defined types, which are unique regardless of case.

    Attributes:
        models: Type -> its name in `models`.
        params: Type -> its name in `params`.
        owners: Type -> pointer of the component or operation that contains it, or of a
            type that several of them share.
        labels: Owner -> class names that it has or could have, best first.
        aliases: Type -> other names for it in `models`, of components that only repeat it,
            or from earlier releases.
        param_aliases: Type -> other names for it in `params`, from earlier releases.
        components: Component that is only another name for a type -> its name.
        renamed: Pointers of components whose class has another name than the component
            spells, with the name of the class.
        rules: Type -> the rules that made its name in `models`.
    """

    models: Mapping[TypeId, str]
    params: Mapping[TypeId, str]
    owners: Mapping[TypeId, str]
    labels: Mapping[str, tuple[str, ...]]
    renamed: tuple[tuple[str, str], ...]
    aliases: Mapping[TypeId, tuple[str, ...]]
    param_aliases: Mapping[TypeId, tuple[str, ...]]
    components: Mapping[str, str]
    rules: Mapping[TypeId, tuple[NamingRule, ...]]

    def all_names(self) -> frozenset[str]:
        """Return all names in lower case."""
        names = (
            *self.models.values(),
            *self.params.values(),
            *self.components.values(),
        )
        return frozenset(name.lower() for name in names)


def name_types(
    api: Api,
    usage: Usage,
    operations: Mapping[str, OperationWords],
    released: ReleasedNames,
    released_keys: Mapping[TypeId, Sequence[str]],
) -> TypeNames:
    """Return the names of all types that get a definition.

    Types keep released names. Components are named next, so an inline schema never takes
    the name of a component.

    Args:
        api: The API.
        usage: The types that get definitions.
        operations: Pointer of an operation -> its words.
        released: Names to keep.
        released_keys: The keys of the types in `released`.
    """
    defined = sorted(usage.models | usage.params)
    keys = _unique_keys(api, defined)
    candidates = read_component_names(name for name, _ in api.schemas)
    named_types = ((keys[t], api.types[t].meta.name) for t in defined)
    components = {key: name for key, name in named_types if name is not None}
    kept = _Kept(api, usage, released, released_keys, keys)
    named = _name_components(components, candidates, kept)
    heads = candidates.heads({name: named[key] for key, name in components.items()})
    aliases = _name_aliases(api, usage, candidates, _folded(named.values()), released)
    used = {*_folded((*named.values(), *aliases.values())), *kept.reserved}
    metas = {
        keys[t]: _inline_type(api.types[t], is_sent=t in usage.params)
        for t in defined
        if keys[t] not in named
    }
    inline = name_inline(metas, operations, heads)
    named |= assign_by_priority(
        {key: [item.name for item in found] for key, found in inline.items()},
        {k: inline_priority(t.meta, operations, inline[k]) for k, t in metas.items()},
        used,
        fold=str.lower,
    )

    def rules_of(key: str) -> tuple[NamingRule, ...]:
        if key in kept.models:
            return (RELEASED,)
        if key in components:
            return candidates.rules_of(components[key], named[key])
        return _rules_of(inline[key], named[key])

    rules = {t: rules_of(keys[t]) for t in defined}
    sent = {keys[t] for t in usage.params if not isinstance(api.types[t], Choice)}
    new = {key: named[key] for key in sent if key not in kept.params}
    params = kept.params | _name_params(new, used | _folded(named.values()))
    return TypeNames(
        models={t: named[keys[t]] for t in sorted(usage.models)},
        params={t: params.get(keys[t], named[keys[t]]) for t in sorted(usage.params)},
        owners={t: home_key(api.types[t].meta) for t in defined},
        labels=_label_owners(
            api, {t: named[keys[t]] for t in defined}, operations, heads
        ),
        aliases=_join(_by_type(api, aliases), kept.model_aliases),
        param_aliases=kept.param_aliases,
        components=aliases,
        renamed=tuple(
            (api.types[t].meta.pointer, named[keys[t]])
            for t in defined
            if keys[t] in components and is_other_word(rules[t])
        ),
        rules=rules,
    )


class _Kept:
    """Released names of types.

    Attributes:
        models: Key of a type, see `_unique_keys` -> its name in `models`.
        params: Key of a type -> its name in `params`.
        model_aliases: Type -> further names in `models`.
        param_aliases: Type -> further names in `params`.
        reserved: All released names in lower case.
    """

    def __init__(
        self,
        api: Api,
        usage: Usage,
        released: ReleasedNames,
        found: Mapping[TypeId, Sequence[str]],
        keys: Mapping[TypeId, str],
    ) -> None:
        self.reserved = reserved_types(released)
        if not self.reserved:
            self.models: dict[str, str] = {}
            self.params: dict[str, str] = {}
            self.model_aliases: Mapping[TypeId, tuple[str, ...]] = {}
            self.param_aliases: Mapping[TypeId, tuple[str, ...]] = {}
            return
        sent = {
            type_id: found[type_id]
            for type_id in usage.params
            if not isinstance(api.types[type_id], Choice)
        }
        models = keep_types(found, released.types)
        params = keep_types(sent, released.request_types)
        self.models = {keys[type_id]: names[0] for type_id, names in models.items()}
        self.params = {keys[type_id]: names[0] for type_id, names in params.items()}
        self.model_aliases = _without_main(models)
        self.param_aliases = _without_main(params)


def _name_components(
    components: Mapping[str, str], candidates: ComponentNames, kept: _Kept
) -> dict[str, str]:
    new = {key: name for key, name in components.items() if key not in kept.models}
    return kept.models | assign_by_priority(
        {key: candidates.class_names(name) for key, name in new.items()},
        {key: candidates.priority(name) for key, name in new.items()},
        kept.reserved,
        fold=str.lower,
    )


def _without_main(
    names: Mapping[TypeId, tuple[str, ...]],
) -> dict[TypeId, tuple[str, ...]]:
    return {type_id: found[1:] for type_id, found in names.items() if found[1:]}


def _inline_type(item: Type, *, is_sent: bool) -> InlineType:
    return InlineType(item.meta, _kind_word(item), is_sent)


def _folded(names: Iterable[str]) -> set[str]:
    return {name.lower() for name in names}


def _rules_of(candidates: Iterable[Candidate], name: str) -> tuple[NamingRule, ...]:
    """Return the rules of the candidate that was taken."""
    return next((item.rules for item in candidates if item.name == name), ())


def _kind_word(item: Type) -> str:
    """Return the word that distinguishes a type from others of the same name."""
    match item:
        case Record():
            return "Details"
        case ListOf() | TupleOf():
            return "List"
        case MapOf():
            return "Map"
        case UnionOf():
            return "Variant"
        case Scalar() | Choice():
            return "Value"


def _name_params(sent: Mapping[str, str], used: Collection[str]) -> dict[str, str]:
    """Return the names of request types, which differ from all names in `models`."""
    wanted = {
        key: [
            *([] if name.endswith(("Param", "Params")) else [f"{name}Param"]),
            f"{name}Input",
        ]
        for key, name in sent.items()
    }
    return assign_names(wanted, used, fold=str.lower)


def _name_aliases(
    api: Api,
    usage: Usage,
    candidates: ComponentNames,
    used: Collection[str],
    released: ReleasedNames,
) -> dict[str, str]:
    """Return the names of components that only repeat a type; others have priority."""
    repeated = {
        schema
        for schema, type_id in api.schemas
        if type_id in usage.models and api.types[type_id].meta.name != schema
    }
    named: dict[str, str] = {}
    for schema in sorted(repeated):
        name = released.types.get(join_key(schema), "")
        if name and name.lower() not in {*used, *_folded(named.values())}:
            named[schema] = name
    wanted = {
        schema: candidates.class_names(schema)
        for schema in repeated
        if schema not in named
    }
    taken = {*used, *reserved_types(released)}
    return named | assign_names(wanted, taken, fold=str.lower)


def _by_type(api: Api, aliases: Mapping[str, str]) -> Mapping[TypeId, tuple[str, ...]]:
    found: dict[TypeId, list[str]] = defaultdict(list)
    for schema, type_id in sorted(api.schemas):
        if schema in aliases:
            found[type_id].append(aliases[schema])
    return {type_id: tuple(sorted(names)) for type_id, names in found.items()}


def _join(
    one: Mapping[TypeId, tuple[str, ...]], other: Mapping[TypeId, tuple[str, ...]]
) -> Mapping[TypeId, tuple[str, ...]]:
    if not other:
        return one
    return {
        key: tuple(sorted({*one.get(key, ()), *other.get(key, ())}))
        for key in {**one, **other}
    }


def _unique_keys(api: Api, defined: Iterable[TypeId]) -> Mapping[TypeId, str]:
    """Return a key for each type that is independent of the order of the document."""
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


def _label_owners(
    api: Api,
    names: Mapping[TypeId, str],
    operations: Mapping[str, OperationWords],
    heads: Mapping[str, tuple[str, ...]],
) -> Mapping[str, tuple[str, ...]]:
    labels: dict[str, tuple[str, ...]] = {}
    for type_id, name in names.items():
        meta = api.types[type_id].meta
        owner = home_key(meta)
        if meta.name is not None or meta.shared:
            labels[owner] = (name,)
        elif owner in operations:
            words = operations[owner]
            labels[owner] = (class_of(words.short), class_of(words.long))
        elif owner not in labels:
            labels[owner] = owner_names(meta, heads) if meta.context else (name,)
    return labels
