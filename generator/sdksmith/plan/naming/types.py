"""Names of classes and aliases, with the owners that group them into modules."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from ...model.types import Choice, ListOf, MapOf, Record, Scalar, TupleOf, UnionOf
from ...text.scope import assign_by_priority, assign_names
from .classes import class_of, home_key
from .components.candidates import is_other_word, read_component_names
from .inline import (
    InlineType,
    OperationWords,
    inline_priority,
    name_inline,
    owner_names,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ...model.api import Api
    from ...model.types import Type, TypeId
    from ..types.usage import Usage
    from .components.candidates import ComponentNames
    from .rules import Candidate, NamingRule


class TypeNames(Struct, frozen=True):
    """Names of all defined types, which are unique regardless of case.

    Attributes:
        models: Type -> its name in `models`.
        params: Type -> its name in `params`.
        owners: Type -> pointer of the component or operation that contains it, or of a
            type that several of them share.
        labels: Owner -> class names that it has or could have, best first.
        aliases: Type -> names of components that are only other names for it.
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
    rules: Mapping[TypeId, tuple[NamingRule, ...]]

    def all_names(self) -> frozenset[str]:
        """Return all names in lower case."""
        others = (name for names in self.aliases.values() for name in names)
        names = (*self.models.values(), *self.params.values(), *others)
        return frozenset(name.lower() for name in names)


def name_types(
    api: Api, usage: Usage, operations: Mapping[str, OperationWords]
) -> TypeNames:
    """Return the names of all types that get a definition.

    Components are named first, so an inline schema never takes the name of a component.

    Args:
        api: The API.
        usage: The types that get definitions.
        operations: Pointer of an operation -> its words.
    """
    defined = sorted(usage.models | usage.params)
    keys = _unique_keys(api, defined)
    candidates = read_component_names(name for name, _ in api.schemas)
    components = {
        keys[type_id]: name
        for type_id in defined
        if (name := api.types[type_id].meta.name) is not None
    }
    named = assign_by_priority(
        {key: candidates.class_names(name) for key, name in components.items()},
        {key: candidates.priority(name) for key, name in components.items()},
        fold=str.lower,
    )
    heads = candidates.heads({name: named[key] for key, name in components.items()})
    aliases = _name_aliases(api, usage, candidates, _folded(named.values()))
    metas = {
        keys[t]: InlineType(api.types[t].meta, _kind_word(api.types[t]))
        for t in defined
        if keys[t] not in components
    }
    inline = name_inline(metas, operations, heads)
    named |= assign_by_priority(
        {key: [item.name for item in found] for key, found in inline.items()},
        {key: inline_priority(item.meta, operations) for key, item in metas.items()},
        _folded((*named.values(), *(n for names in aliases.values() for n in names))),
        fold=str.lower,
    )

    rules = {
        t: (
            candidates.rules_of(components[keys[t]], named[keys[t]])
            if keys[t] in components
            else _rules_of(inline[keys[t]], named[keys[t]])
        )
        for t in defined
    }
    sent = (t for t in usage.params if not isinstance(api.types[t], Choice))
    used = _folded((*named.values(), *(n for names in aliases.values() for n in names)))
    params = _name_params({keys[t]: named[keys[t]] for t in sent}, used)
    return TypeNames(
        models={type_id: named[keys[type_id]] for type_id in sorted(usage.models)},
        params={
            type_id: params.get(keys[type_id], named[keys[type_id]])
            for type_id in sorted(usage.params)
        },
        owners={t: home_key(api.types[t].meta) for t in defined},
        labels=_label_owners(
            api, {t: named[keys[t]] for t in defined}, operations, heads
        ),
        aliases=aliases,
        renamed=tuple(
            (api.types[type_id].meta.pointer, named[keys[type_id]])
            for type_id in defined
            if keys[type_id] in components and is_other_word(rules[type_id])
        ),
        rules=rules,
    )


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
    api: Api, usage: Usage, candidates: ComponentNames, used: Collection[str]
) -> Mapping[TypeId, tuple[str, ...]]:
    """Return the names of components that only repeat a type; others have priority."""
    repeated = {
        schema: type_id
        for schema, type_id in api.schemas
        if type_id in usage.models and api.types[type_id].meta.name != schema
    }
    wanted = {schema: candidates.class_names(schema) for schema in repeated}
    named = assign_names(wanted, used, fold=str.lower)
    found: dict[TypeId, list[str]] = defaultdict(list)
    for schema in sorted(repeated):
        found[repeated[schema]].append(named[schema])
    return {type_id: tuple(sorted(names)) for type_id, names in found.items()}


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
