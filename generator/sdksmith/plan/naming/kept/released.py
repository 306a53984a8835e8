"""Names of a released client, found again in another version of its document."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ....model.released_names import join_key, locate_type, operation_key, owner_of
from ...paging.pointers import split_pointer
from ..classes import owner_key
from ..rules import NamingRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ....model.api import Api, Operation
    from ....model.released_names import ReleasedNames
    from ....model.types import TypeId
    from ..facts import Chain
    from ..methods import NameCandidates

RELEASED: Final = NamingRule(
    "released-name",
    "`sdksmith.lock` has the name of a released client, which its users rely on.",
    "",
)


def key_of(operation: Operation) -> str:
    """Return the key of an operation, with the path as the document writes it."""
    return operation_key(operation.method, split_pointer(operation.pointer)[1])


class ScopedNames:
    """Released names of the parts of many owners: arguments, or properties.

    Args:
        released: Key of a part -> its name.
    """

    def __init__(self, released: Mapping[str, str]) -> None:
        self._released = released
        self._owned: dict[str, list[str]] = defaultdict(list)
        for key, name in released.items():
            self._owned[owner_of(key)].append(name)

    def keep(
        self, owners: Sequence[str], parts: Iterable[str]
    ) -> tuple[dict[str, str], set[str]]:
        """Return the released names of some parts, and the names that no other may get.

        Args:
            owners: Keys of the owner.
            parts: The parts of the owner, as in the last part of a key.
        """
        if not self._released:
            return {}, set()
        kept: dict[str, str] = {}
        for part in parts:
            for owner in owners:
                name = self._released.get(join_key(owner, part))
                if name is not None and name not in kept.values():
                    kept[part] = name
                    break
        return kept, {name for owner in owners for name in self._owned[owner]}


def keep_calls(
    candidates: Iterable[NameCandidates],
    released: Mapping[str, tuple[str, ...]],
    *,
    with_aliases: bool = False,
) -> list[NameCandidates]:
    """Return the candidates with released calls.

    A released method whose name has become a resource is a method of that resource, which
    can be called in its place.

    Args:
        candidates: The candidates, with the attribute names of their resources.
        released: Key of an operation -> its calls.
        with_aliases: Whether to add a candidate for each released call of an operation
            that now has another name.
    """
    if not released:
        return list(candidates)
    pairs: list[tuple[NameCandidates, list[Chain]]] = []
    resources: set[Chain] = set()
    for item in candidates:
        calls = released.get(key_of(item.operation), ())
        chains = [tuple(call.split(".")) for call in calls]
        own = chains[0][:-1] if chains and not item.is_pinned else item.chain
        resources.update(own[:end] for end in range(1, len(own) + 1))
        pairs.append((item, chains))
    kept = [
        item if item.is_pinned else _keep(item, chains, resources)
        for item, chains in pairs
    ]
    if not with_aliases:
        return kept
    known = {(*item.chain, item.preferred) for item in kept} | resources
    aliases = (
        _alias(item, chain)
        for item, (_, chains) in zip(kept, pairs, strict=True)
        for chain in chains
        if chain not in known
    )
    return [*kept, *aliases]


def _alias(item: NameCandidates, chain: Chain) -> NameCandidates:
    return replace(
        item,
        key=f"{item.key} {'.'.join(chain)}",
        chain=chain[:-1],
        given=chain[-1],
        call=(),
        is_pinned=False,
        current=".".join(("client", *item.chain, item.preferred)),
        rules=(RELEASED,),
    )


def _keep(
    item: NameCandidates, chains: Sequence[Chain], resources: Collection[Chain]
) -> NameCandidates:
    methods = [chain for chain in chains if chain not in resources]
    called = next((chain for chain in chains if chain in resources), ())
    rules = (RELEASED,)
    if methods:
        *chain, name = methods[0]
        return replace(item, chain=tuple(chain), given=name, call=called, rules=rules)
    if not called:
        return item
    own = () if item.chain == called else (item.standard,)
    return replace(
        item, chain=called, names=(*own, *item.names), call=called, rules=rules
    )


def method_names(released: Mapping[str, tuple[str, ...]]) -> Mapping[Chain, set[str]]:
    """Return the released names of the methods of each resource."""
    found: dict[Chain, set[str]] = defaultdict(set)
    for calls in released.values():
        for call in calls:
            *chain, name = call.split(".")
            found[tuple(chain)].add(name)
    return found


def type_keys(api: Api, defined: Iterable[TypeId]) -> Mapping[TypeId, Sequence[str]]:
    """Return the keys of types: several for a type that stands for equal schemas."""
    defined = list(defined)
    keys = {type_id: _keys_of(api, type_id) for type_id in defined}
    counts = Counter(key for found in keys.values() for key in found)
    return {
        type_id: [
            key if counts[key] == 1 else join_key(key, api.types[type_id].meta.pointer)
            for key in found
        ]
        for type_id, found in keys.items()
    }


def _keys_of(api: Api, type_id: TypeId) -> list[str]:
    meta = api.types[type_id].meta
    if meta.name is not None:
        return [join_key(meta.name)]
    places = api.places.get(meta.pointer)
    if places is None:
        return [locate_type(owner_key(meta.pointer), meta.context[1:])]
    keys = (locate_type(owner_key(place.pointer), place.words[1:]) for place in places)
    return list(dict.fromkeys(keys))


def keep_types(
    keys: Mapping[TypeId, Sequence[str]], released: Mapping[str, str]
) -> dict[TypeId, tuple[str, ...]]:
    """Return the released names of types, the main name first.

    If several types had the same name, because equal schemas have become different, the
    one with the most places keeps it. If one type had several names, because schemas have
    become equal, it keeps all of them.

    Args:
        keys: The keys of each type.
        released: Key -> released name.
    """
    if not released:
        return {}
    claims: list[tuple[int, str, TypeId, str]] = []
    for type_id, found in keys.items():
        counts = Counter(released[key] for key in found if key in released)
        claims += [(-count, name, type_id, found[0]) for name, count in counts.items()]
    kept: dict[TypeId, tuple[str, ...]] = {}
    used: set[str] = set()
    for _, name, type_id, _ in sorted(
        claims, key=lambda item: (item[0], item[3], item[1])
    ):
        if name.lower() not in used:
            kept[type_id] = (*kept.get(type_id, ()), name)
            used.add(name.lower())
    return kept


def reserved_types(released: ReleasedNames) -> frozenset[str]:
    """Return the names of all released types in lower case."""
    names = (*released.types.values(), *released.request_types.values())
    return frozenset(name.lower() for name in names)
