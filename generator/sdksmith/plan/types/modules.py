"""Grouping of definitions into modules, without import cycles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from ...text.file_names import assign_modules
from ...text.words import snake, split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from ...model.types import TypeId
    from ..naming.types import TypeNames


class TypeModule(Struct, frozen=True):
    """A module of definitions.

    Attributes:
        name: The module name.
        types: Its types, sorted by name.
    """

    name: str
    types: tuple[TypeId, ...]


def group_modules(
    names: Mapping[TypeId, str],
    whole: TypeNames,
    edges: Callable[[TypeId], Iterable[TypeId]],
) -> tuple[TypeModule, ...]:
    """Return the modules sorted by name, without import cycles between them.

    A type is placed in the module of its owner, and owners that depend on each other
    share a module: a module is a strongly connected component of the graph of owners. It
    is named after the first owner.

    Args:
        names: The types to place, with their names.
        whole: The names of all types, with their owners.
        edges: Function that returns the types in `names` that a type refers to.
    """
    owners, labels = whole.owners, whole.labels
    members: dict[str, list[TypeId]] = defaultdict(list)
    for type_id in sorted(names, key=lambda type_id: names[type_id]):
        members[owners[type_id]].append(type_id)
    graph = {
        owner: sorted({owners[end] for start in types for end in edges(start)})
        for owner, types in members.items()
    }
    groups = {
        min(group, key=lambda owner: (labels[owner], owner)): group
        for group in strong_components(graph)
    }
    wanted = {
        first: _module_names(labels[first], names[members[first][0]])
        for first in groups
    }
    modules = assign_modules(wanted)
    made = [
        TypeModule(
            modules[first],
            tuple(
                sorted((t for o in group for t in members[o]), key=names.__getitem__)
            ),
        )
        for first, group in groups.items()
    ]
    return tuple(sorted(made, key=lambda module: module.name))


def _module_names(labels: Sequence[str], member: str) -> list[str]:
    names = [snake(split_words(name)) for name in labels]
    return [*names, f"{names[0]}_types", member]


def strong_components(graph: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Return the strongly connected components of a graph, using Tarjan's algorithm.

    The implementation is iterative, because schemas may form chains of any length. A
    component is returned after the components that it refers to.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    found: list[list[str]] = []
    for root in sorted(graph):
        if root in index:
            continue
        work = [(root, iter(graph[root]))]
        while work:
            node, targets = work[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                path.append(node)
                on_path.add(node)
            for target in targets:
                if target not in index:
                    work.append((target, iter(graph[target])))
                    break
                if target in on_path:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    found.append(_pop_group(node, path, on_path))
    return found


def _pop_group(node: str, path: list[str], on_path: set[str]) -> list[str]:
    """Remove and return the end of the path, starting with `node`."""
    group: list[str] = []
    while not group or group[-1] != node:
        group.append(path.pop())
    on_path.difference_update(group)
    return group
