"""Grouping of definitions into modules, without import cycles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec import Struct

from ...text.file_names import assign_modules
from ...text.words import snake, split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from _typeshed import SupportsRichComparison

    from ...model.types import TypeId
    from ..naming.types import TypeNames

_DEEPEST: Final = 40
"""Maximum number of modules that import each other one inside of another.

Each takes eight frames of the 1,000 that Python allows by default.
"""

Node = TypeVar("Node", bound="SupportsRichComparison")


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
    evaluated: Callable[[TypeId], Collection[TypeId]],
) -> tuple[TypeModule, ...]:
    """Return the modules sorted by name, without import cycles between them.

    A type is placed in the module of its owner: the component or operation that contains
    it. Owners whose types need each other when they are imported keep a module each for
    the types that need no other type, and get a second one for those that do. Only types
    that themselves form a circle share a module, and those at the start of a chain of
    imports that is too long for Python.

    Args:
        names: The types to place, with their names.
        whole: The names of all types, with their owners.
        evaluated: Function that returns the types in `names` that Python needs to evaluate
            the definition of a type.
    """
    owners = whole.owners
    parts = {t: _Part(owners[t], is_second=False) for t in names}
    needed = {t: evaluated(t) for t in names}
    circles = _circles(parts, needed)
    if circles:
        for type_id, part in parts.items():
            if needed[type_id] and part in circles:
                parts[type_id] = _Part(part.owner, is_second=True)
        circles = _circles(parts, needed)
    shared = circles | _deep_parts(parts, needed)
    members: dict[_Part, list[TypeId]] = defaultdict(list)
    for type_id in sorted(names, key=names.__getitem__):
        members[shared.get(parts[type_id], parts[type_id])].append(type_id)
    wanted = {
        part: _module_names(part, whole.labels[part.owner], names[types[0]], members)
        for part, types in members.items()
    }
    modules = assign_modules(
        {f"{part.owner} {part.is_second}": found for part, found in wanted.items()}
    )
    made = [
        TypeModule(modules[f"{part.owner} {part.is_second}"], tuple(types))
        for part, types in members.items()
    ]
    return tuple(sorted(made, key=lambda module: module.name))


class _Part(Struct, frozen=True, order=True):
    """The types of an owner that are in one module.

    Attributes:
        is_second: Whether it is the second module of the owner.
    """

    owner: str
    is_second: bool


def _circles(
    parts: Mapping[TypeId, _Part],
    evaluated: Mapping[TypeId, Collection[TypeId]],
) -> dict[_Part, _Part]:
    """Return the parts that need each other, with the first part of their circle."""
    graph = _graph(parts, evaluated)
    return {
        part: min(group)
        for group in strong_components(graph)
        if len(group) > 1
        for part in group
    }


def _graph(
    parts: Mapping[TypeId, _Part], evaluated: Mapping[TypeId, Collection[TypeId]]
) -> dict[_Part, set[_Part]]:
    graph: dict[_Part, set[_Part]] = {part: set() for part in parts.values()}
    for type_id, part in parts.items():
        graph[part].update(parts[end] for end in evaluated[type_id])
    return graph


def _deep_parts(
    parts: Mapping[TypeId, _Part], evaluated: Mapping[TypeId, Collection[TypeId]]
) -> dict[_Part, _Part]:
    """Return the parts that import more than `_DEEPEST` modules one inside of another.

    They share a module, whose part is returned for each. No other part needs it: what
    needs a deep part is deep as well.
    """
    graph = _graph(parts, evaluated)
    if len(graph) <= _DEEPEST:
        return {}
    depths: dict[_Part, int] = {}
    for group in strong_components(graph):
        below = [depths[end] for part in group for end in graph[part] if end in depths]
        depth = 1 + max(below, default=0)
        depths |= dict.fromkeys(group, depth)
    deep = [part for part, depth in depths.items() if depth > _DEEPEST]
    return dict.fromkeys(deep, min(deep)) if deep else {}


def _module_names(
    part: _Part, labels: Sequence[str], member: str, used: Collection[_Part]
) -> list[str]:
    names = [snake(split_words(name)) for name in labels]
    types = [f"{names[0]}_types", member]
    # The first module of an owner has its name, if it has any types.
    is_second = part.is_second and _Part(part.owner, is_second=False) in used
    return types if is_second else [*names, *types]


def strong_components(graph: Mapping[Node, Collection[Node]]) -> list[list[Node]]:
    """Return the strongly connected components of a graph, using Tarjan's algorithm.

    The implementation is iterative, because schemas may form chains of any length. A
    component is returned after the components that it refers to.
    """
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    path: list[Node] = []
    on_path: set[Node] = set()
    found: list[list[Node]] = []
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


def _pop_group(node: Node, path: list[Node], on_path: set[Node]) -> list[Node]:
    """Remove and return the end of the path, starting with `node`."""
    group: list[Node] = []
    while not group or group[-1] != node:
        group.append(path.pop())
    on_path.difference_update(group)
    return group
