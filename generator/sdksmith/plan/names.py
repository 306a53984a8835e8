"""The names of a planned client, by what they name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from ..model.released_names import ReleasedNames, join_key
from ..model.types import Choice, Record
from .naming.kept.released import type_keys
from .naming.resources import CALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model.types import TypeId
    from .naming.resources import Resource
    from .types.library import TypeLibrary


class OtherNames(Struct, frozen=True):
    """Names that are not in the library or in the tree of resources.

    Attributes:
        arguments: Key of an argument -> its name.
        options: Key of a constructor argument -> its name.
        error_codes: Value of a member of `ErrorCode` -> its name.
    """

    arguments: Mapping[str, str]
    options: Mapping[str, str]
    error_codes: Mapping[str, str]


def collect_names(
    library: TypeLibrary, tree: Resource, others: OtherNames, released: ReleasedNames
) -> ReleasedNames:
    """Return the names of a client.

    Args:
        library: The types.
        tree: The resources, with their methods.
        others: Names that are planned elsewhere.
        released: The names that were to be kept.
    """
    types, usage, names = library.api.types, library.usage, library.names
    keys = type_keys(library.api, sorted(usage.models | usage.params))
    # An enumeration has one name, also if only requests contain it.
    choices = {
        t: name for t, name in names.params.items() if isinstance(types[t], Choice)
    }
    records = {t: name for t, name in names.params.items() if t not in choices}

    def by_key(
        named: Mapping[TypeId, str],
        aliases: Mapping[TypeId, tuple[str, ...]],
        before: Mapping[str, str],
    ) -> dict[str, str]:
        # Equal schemas are one type, for which each place keeps its name.
        return {
            key: before[key] if before.get(key) in aliases.get(type_id, ()) else name
            for type_id, name in named.items()
            for key in keys[type_id]
        }

    return ReleasedNames(
        methods=find_calls(tree),
        arguments=others.arguments,
        types={
            **{join_key(schema): name for schema, name in names.components.items()},
            **by_key({**choices, **names.models}, names.aliases, released.types),
        },
        request_types=by_key(records, names.param_aliases, released.request_types),
        properties=_properties(library, keys),
        options=others.options,
        error_codes=others.error_codes,
    )


def _properties(
    library: TypeLibrary, keys: Mapping[TypeId, Sequence[str]]
) -> dict[str, str]:
    """Return the names of properties that differ from their wire names."""
    found: dict[str, str] = {}
    for type_id in library.usage.models:
        item = library.type(type_id)
        if isinstance(item, Record):
            wires = [field.name for field in item.fields]
            for wire, name in library.name_fields(type_id, wires).items():
                if name != wire:
                    found |= {join_key(key, wire): name for key in keys[type_id]}
    return found


def find_calls(tree: Resource) -> dict[str, tuple[str, ...]]:
    """Return the calls of each operation, the longest first.

    The method of a resource that can be called is longer than the call of the resource, and
    makes it a resource again if it is the only method that remains.
    """
    calls: dict[str, list[str]] = defaultdict(list)
    for node in tree.walk():
        for item in (*((node.call,) if node.call else ()), *node.operations):
            own = () if item.name == CALL else (item.name,)
            calls[item.key].append(".".join((*node.chain, *own)))
    return {
        key: tuple(sorted(found, key=lambda call: (-call.count("."), call)))
        for key, found in calls.items()
    }
