"""Matching of path placeholders with the declared path parameters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from ...spec.grammar import ANY_METHOD, Kind
from ..engine.caching import cached_by_node

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ..engine.rule import Node

METHODS = frozenset(
    (
        *("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"),
        ANY_METHOD,
    )
)
"""Fixed fields of a Path Item that contain operations."""

_PLACES = frozenset(("path", "query", "header", "formData", "body", "cookie"))
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_BRACE = re.compile(r"[{}]")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


class DeclaredParameter(Struct, frozen=True):
    """Parameter declared by an operation or a path item.

    Attributes:
        index: Index in the list of parameters.
        value: The parameter, with references resolved.
        shared: Whether the list contains a reference to the parameter.
    """

    index: int
    value: JsonObject
    shared: bool

    @property
    def name(self) -> str:
        """Wire name; empty if it is not a string."""
        name = self.value.get("name")
        return name if isinstance(name, str) else ""

    @property
    def place(self) -> str:
        """Value of `in`; empty if it is not a string."""
        place = self.value.get("in")
        return place if isinstance(place, str) else ""


class Bindings(Struct, frozen=True):
    """Mismatches between the placeholders of a path and a list of parameters.

    Attributes:
        renamed: Path parameters that match an undeclared placeholder of another
            spelling, each with the name of that placeholder.
        stray: Path parameters that do not match any placeholder.
        undeclared: Placeholders that no parameter matches, in the order of the path.
    """

    renamed: tuple[tuple[DeclaredParameter, str], ...]
    stray: tuple[DeclaredParameter, ...]
    undeclared: tuple[str, ...]


def placeholders(path: str) -> list[str]:
    """Return the distinct names of the placeholders of a path, in order."""
    return list(dict.fromkeys(_PLACEHOLDER.findall(path)))


@cached_by_node
def declared_parameters(node: Node) -> tuple[DeclaredParameter, ...]:
    """Return the parameters that an operation or path item declares."""
    return _declared(node.get("parameters"), node)


def path_template(node: Node) -> str | None:
    """Return the path of an operation or path item, or None if it has no path."""
    item = node if node.kind is Kind.PATH_ITEM else node.parent
    if item is None or item.kind is not Kind.PATH_ITEM or item.parent is None:
        return None
    return item.key if item.parent.kind is Kind.PATHS else None


@cached_by_node
def bind_path_item(item: Node) -> Bindings:
    """Match the parameters of a path item with the placeholders of its path."""
    listed = declared_parameters(item)
    declared = _in_path(listed)
    elsewhere = _unplaced(listed) | _names_of_all_operations(item)
    return _bind(path_template(item) or "", declared, elsewhere)


@cached_by_node
def bind_operation(operation: Node) -> Bindings:
    """Match the parameters of an operation with the placeholders of its path."""
    item = operation.parent
    shared: set[str] = set()
    if item is not None and item.kind is Kind.PATH_ITEM:
        shared = {parameter.name for parameter in _in_path(declared_parameters(item))}
        shared |= {name for _, name in bind_path_item(item).renamed}
    listed = declared_parameters(operation)
    shared |= _unplaced(listed)
    return _bind(path_template(operation) or "", _in_path(listed), shared)


def is_stray(parameter: Node) -> bool:
    """Return whether a path parameter has no placeholder in its path."""
    owner = parameter.parent
    if owner is None or path_template(owner) is None:
        return False
    bind = bind_path_item if owner.kind is Kind.PATH_ITEM else bind_operation
    return any(str(stray.index) == parameter.key for stray in bind(owner).stray)


def braced_path(item: Node) -> str | None:
    """Return the path with braces around segments that are names of stray parameters.

    All operations must have the parameter. Returns None if no segment is such a name,
    or if the resulting path already exists.
    """
    path = path_template(item)
    if path is None or item.parent is None:
        return None
    shared = {parameter.name for parameter in _in_path(declared_parameters(item))}
    names = (shared | _names_of_all_operations(item)).difference(placeholders(path))
    # In braces, such a name would be read as another one.
    names = {name for name in names if not _BRACE.search(name)}
    segments = path.split("/")
    braced = "/".join(
        f"{{{name}}}" if name in names and segments.count(name) == 1 else name
        for name in segments
    )
    return None if braced == path or braced in item.parent.value else braced


def _names_of_all_operations(item: Node) -> set[str]:
    """Return the names of the path parameters that all operations of a path declare."""
    names: set[str] | None = None
    for operation in _operations(item):
        listed = _in_path(_declared(operation.get("parameters"), item))
        own = {parameter.name for parameter in listed}
        names = own if names is None else names & own
    return names or set()


def _bind(
    path: str, declared: list[DeclaredParameter], elsewhere: set[str]
) -> Bindings:
    wanted = placeholders(path)
    names = {parameter.name for parameter in declared}
    free = [name for name in wanted if name not in names and name not in elsewhere]
    meanings: dict[str, str] = {}
    for name in dict.fromkeys(parameter.name for parameter in declared):
        if name not in wanted and (intended := _intended(name, free)):
            meanings[name] = intended
            free.remove(intended)
    return Bindings(
        renamed=tuple(
            (parameter, meanings[parameter.name])
            for parameter in declared
            if parameter.name in meanings
        ),
        stray=tuple(
            parameter
            for parameter in declared
            if parameter.name not in meanings and parameter.name not in wanted
        ),
        undeclared=tuple(free),
    )


def _intended(name: str, free: list[str]) -> str | None:
    """Return the only placeholder that `name` is another spelling of, or None.

    `userId`, `user_id` and `User-ID` are spellings of one name. `id` and `user_id` also
    match, unless another placeholder ends in `id`.
    """
    words = _split(name)
    same = [other for other in free if "".join(_split(other)) == "".join(words)]
    if len(same) == 1:
        return same[0]
    candidates = [other for other in free if _have_same_end(words, _split(other))]
    return candidates[0] if len(candidates) == 1 and not same else None


def _split(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORDS.findall(name))


def _have_same_end(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    size = min(len(one), len(other))
    return size > 0 and one[-size:] == other[-size:]


def _in_path(parameters: tuple[DeclaredParameter, ...]) -> list[DeclaredParameter]:
    return [item for item in parameters if item.place == "path" and item.name]


def _unplaced(parameters: tuple[DeclaredParameter, ...]) -> set[str]:
    """Return the names of parameters with an invalid `in`, which PA008 may correct."""
    return {item.name for item in parameters if item.place not in _PLACES}


def _operations(item: Node) -> list[JsonObject]:
    return [
        value
        for key, value in item.value.items()
        if key.lower() in METHODS and isinstance(value, dict)
    ]


def _declared(listed: JsonValue, near: Node) -> tuple[DeclaredParameter, ...]:
    declared: list[DeclaredParameter] = []
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(entry, dict):
            continue
        shared = isinstance(entry.get("$ref"), str)
        value = near.resolve(entry["$ref"]) if shared else entry
        if isinstance(value, dict):
            declared.append(DeclaredParameter(index, value, shared))
    return tuple(declared)
