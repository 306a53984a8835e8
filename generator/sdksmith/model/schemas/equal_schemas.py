"""Equal inline schemas, which are one type.

The `user` of a pull request and the `user` of its base are one type if their schemas are
equal, including the documentation of their parts. The same holds for an address in the
requests of several operations. Properties and parameters with the same name are compared,
and objects with the same title.

A type that several components or operations share is named by its title, or by the words
that all its places end with: `allowed_countries/item` of two operations becomes
`AllowedCountry`. A component that contains one of the schemas gives its name, if it is the
only one. If several types could have the same words, the most frequent one gets them, and
the others are named by their first place. Equal schemas whose places have only a vague
word in common, such as `type`, remain separate types of each component or operation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import array_of, object_of, text_of
from ...load.document import join, split
from ...text.words import singular, split_words
from ..references import Target
from ..signatures import VALUES, Signatures, is_leaf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...json_data import JsonObject, JsonValue

    Words = tuple[str, ...]

_OWNER: Final = 4
"""Number of pointer tokens, the empty one before the first slash included, that identify
a component or operation."""

_END: Final = re.compile(
    r"(?:/properties(/[^/]+)|(?<=/parameters)(/[^/]+)/schema)"
    r"((?:/(?:items|(?:any|one|all)Of/\d+))*)"
)
"""The end of a pointer to a property or parameter, or to its items or union members."""

_STEP: Final = re.compile(
    r"/properties(/[^/]+)(?=/|$)|(?<=/parameters)(/[^/]+)/schema(?=/|$)"
    r"|/(items|additionalProperties)(?=/|$)"
)
"""A step in a pointer that adds words to a name."""

_VAGUE: Final = frozenset(
    (
        *("action", "attribute", "body", "code", "config", "configuration", "content"),
        *("context", "datum", "detail", "element", "entity", "entry", "event", "field"),
        *("filter", "format", "id", "info", "information", "input", "item", "key"),
        *("kind", "level", "link", "list", "meta", "metadata", "mode", "name", "node"),
        *("object", "operation", "option", "output", "param", "parameter", "payload"),
        *("property", "reason", "record", "request", "resource", "response", "result"),
        *("role", "row", "setting", "source", "spec", "state", "status", "target"),
        *("type", "value", "version"),
    )
)
"""Words, in the singular, that do not tell what a type is if they stand alone."""

_WORDS: Final = {"items": "item", "additionalProperties": "value"}
_NAMED: Final = frozenset({"properties", "enum"})

_LONGEST_TITLE: Final = 4
"""Maximum number of words of a title that is a name."""

_TITLE_ENDS: Final = frozenset({"param", "params", "model", "object", "schema"})
"""Last words of a title that do not tell what a type is."""


class SharedPlace(Struct, frozen=True):
    """What the places of a type have in common that several owners share.

    Attributes:
        words: Name words, as in `TypeMeta.context`; empty if the type is named by its
            first place.
        is_described_once: Whether all its schemas have the same title and description.
    """

    words: Words
    is_described_once: bool


class _Part(Struct, frozen=True):
    """A schema that can be shared.

    Attributes:
        name: Name of the property or parameter.
        items: Number of lists between the property and the schema.
        signature: See `Signatures`.
    """

    target: Target
    name: str
    items: int
    signature: int

    @property
    def pointer(self) -> str:
        """Pointer of the schema."""
        return self.target.pointer

    @property
    def owner(self) -> str:
        """Pointer of the component or operation that contains the schema."""
        return "/".join(self.pointer.split("/", _OWNER)[:_OWNER])


class EqualSchemas:
    """Index of equal inline schemas of one document."""

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._first: dict[str, Target] | None = None
        self._shared: dict[str, SharedPlace] = {}
        self._parameters: dict[str, str] = {}

    def first_of(self, target: Target) -> Target:
        """Return the schema that represents all equal ones, which may be `target`."""
        if not _is_part(target.pointer):
            return target
        if self._first is None:
            self._first = self._compare()
        return self._first.get(target.pointer, target)

    def shared_place(self, pointer: str) -> SharedPlace | None:
        """Return the common place of a type that several owners share.

        Args:
            pointer: Pointer of the schema that `first_of` returned.
        """
        return self._shared.get(pointer)

    def groups(self) -> Mapping[str, Sequence[str]]:
        """Return the places of all equal schemas, by the pointer that stands for them."""
        groups: dict[str, list[str]] = defaultdict(list)
        for pointer, target in (self._first or {}).items():
            groups[target.pointer].append(pointer)
        return {first: group for first, group in groups.items() if len(group) > 1}

    def _compare(self) -> dict[str, Target]:
        """Return the first schema of each group of equal ones, by pointer."""
        signatures = Signatures()
        parts: list[_Part] = []
        for target in _find_parts(self._root, self._parameters):
            pointer = target.pointer
            start = max(
                pointer.rfind("/properties/"), pointer.rfind("/parameters/") + 11
            )
            match = _END.fullmatch(pointer, start)
            if match is not None:
                signature = signatures.of(target.node)
                items = match[3].count("/items")
                parts.append(_Part(target, self._name(match), items, signature))
        first: dict[str, Target] = {}
        for words, group in self._group_by_title(parts):
            self._share(group, words, first)
        rest = [part for part in parts if part.pointer not in first]
        self._group_by_name(rest, first)
        return first

    def _group_by_title(
        self, parts: Iterable[_Part]
    ) -> list[tuple[Words, list[_Part]]]:
        """Return the groups that are named by a title, with its words.

        Objects with the same title whose properties have the same name can also be named
        by their places.
        """
        schemas = object_of(object_of(self._root.get("components")).get("schemas"))
        taken = {split_words(name) for name in schemas}
        groups: dict[tuple[Words, int], list[_Part]] = defaultdict(list)
        for part in parts:
            words = _title_words(part.target.node)
            if words and words not in taken:
                groups[words, part.signature].append(part)
        shared = [
            (words, group)
            for (words, _), group in groups.items()
            if len({part.name for part in group}) > 1
        ]
        return _most_frequent(shared)

    def _group_by_name(self, parts: Iterable[_Part], first: dict[str, Target]) -> None:
        groups: dict[tuple[str, int, int], list[_Part]] = defaultdict(list)
        for part in parts:
            groups[part.name, part.items, part.signature].append(part)
        shared: list[tuple[Words, list[_Part]]] = []
        for group in groups.values():
            owners: dict[str, list[_Part]] = defaultdict(list)
            for part in group:
                owners[part.owner].append(part)
            words = self._common_words(group) if len(owners) > 1 else ()
            if _is_vague(words):
                for alike in owners.values():
                    _unite(alike, alike, first)
                continue
            components = [name for name in owners if name.startswith("/components/")]
            if len(components) == 1:
                self._share(group, (), first, owners[components[0]])
            else:
                shared.append((words, group))
        named = {id(group) for _, group in _most_frequent(shared)}
        for words, group in shared:
            self._share(group, words if id(group) in named else (), first)

    def _share(
        self,
        group: Sequence[_Part],
        words: Words,
        first: dict[str, Target],
        preferred: Sequence[_Part] = (),
    ) -> None:
        """Add a group that is one type of several owners.

        Args:
            group: The equal schemas.
            words: Name words of the type; empty if its first place names it.
            first: Receives the schema that represents the group.
            preferred: The schemas of which one represents the group; empty for all.
        """
        target = _unite(group, preferred or group, first)
        texts = {_documentation(part.target.node) for part in group}
        self._shared[target.pointer] = SharedPlace(words, len(texts) == 1)

    def _name(self, match: re.Match[str]) -> str:
        """Return the name of the property or parameter in a part of a pointer."""
        if match[2]:
            return self._parameters.get(match.string[: match.end(2)], "")
        return split(match[1])[0]

    def _common_words(self, group: Iterable[_Part]) -> Words:
        """Return the name words that the places of all schemas end with."""
        common: Words | None = None
        for part in group:
            words = tuple(
                _WORDS[match[3]] if match[3] else self._name(match)
                for match in _STEP.finditer(part.pointer)
            )
            common = words if common is None else _common_end(common, words)
        return common or ()


def _unite(
    group: Iterable[_Part], preferred: Iterable[_Part], first: dict[str, Target]
) -> Target:
    """Let the schema that is nearest to its owner represent all of a group."""
    nearest = min(preferred, key=lambda part: (part.pointer.count("/"), part.pointer))
    first.update((part.pointer, nearest.target) for part in group)
    return nearest.target


def _most_frequent(
    groups: Iterable[tuple[Words, list[_Part]]],
) -> list[tuple[Words, list[_Part]]]:
    """Return, of the groups that have the same words, the one with the most schemas."""
    best: dict[Words, tuple[Words, list[_Part]]] = {}

    def order(item: tuple[Words, list[_Part]]) -> tuple[int, str]:
        return -len(item[1]), min(part.pointer for part in item[1])

    for words, group in groups:
        key = tuple(word for part in words for word in split_words(part))
        known = best.get(key)
        if known is None or order((words, group)) < order(known):
            best[key] = words, group
    return list(best.values())


def _title_words(node: JsonValue) -> Words:
    """Return the words of the title of an object if they can be the name of a type."""
    keywords = object_of(node)
    if "properties" not in keywords:
        return ()
    words = split_words(text_of(keywords.get("title")))
    while words and words[-1] in _TITLE_ENDS:
        words = words[:-1]
    return () if len(words) > _LONGEST_TITLE or _is_vague(words) else words


def _common_end(one: Words, other: Words) -> Words:
    size = 0
    for left, right in zip(reversed(one), reversed(other), strict=False):
        if left != right:
            break
        size += 1
    return one[len(one) - size :]


def _is_vague(words: Iterable[str]) -> bool:
    """Return whether words do not tell what a type is."""
    return all(
        singular(word) in _VAGUE
        for part in words
        for word in split_words(part)
        if not word.isdigit()
    )


def _documentation(node: JsonValue) -> tuple[str, str]:
    keywords = object_of(node)
    return text_of(keywords.get("title")), text_of(keywords.get("description"))


def _is_part(pointer: str) -> bool:
    return "/properties/" in pointer or "/parameters/" in pointer


def _find_parts(root: JsonObject, parameters: dict[str, str]) -> list[Target]:
    """Return the schemas inside of properties and parameters that need a name.

    Args:
        root: The document.
        parameters: Receives the names of parameters by their pointers.
    """
    found: list[Target] = []
    stack: list[tuple[JsonValue, str]] = [(root, "")]
    while stack:
        here, place = stack.pop()
        if isinstance(here, list):
            stack += [
                (item, f"{place}/{index}")
                for index, item in enumerate(here)
                if isinstance(item, list)
                or (isinstance(item, dict) and not is_leaf(item))
            ]
        elif isinstance(here, dict):
            if _needs_name(here) and _is_part(place):
                found.append(Target(here, place))
            if "schema" in here and "/parameters/" in place:
                parameters[place] = text_of(here.get("name"))
            are_names = place.endswith("/properties")
            stack += [
                (child, join(place, key))
                for key, child in here.items()
                if (
                    isinstance(child, list)
                    or (isinstance(child, dict) and not is_leaf(child))
                )
                and (are_names or (key not in VALUES and key[:2] != "x-"))
            ]
    return found


def _needs_name(node: JsonObject) -> bool:
    if _NAMED.isdisjoint(node) or "$ref" in node:
        return False
    return (
        bool(object_of(node.get("properties"))) or len(array_of(node.get("enum"))) > 1
    )
