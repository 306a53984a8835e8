"""A graph of YAML nodes to plain data."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..diagnostics import Diagnostic, Effect
from .parsed import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_LARGE
from .treewalk import RepeatedKey
from .yamlnodes import (
    PLAIN,
    QUOTED,
    children_of,
    is_merge,
    key_text,
    pairs_of,
    start_of,
    text_of,
)
from .yamlscalars import read_plain_scalar

if TYPE_CHECKING:
    from ..jsondata import Container, JsonObject, JsonScalar, JsonValue
    from .sourcetext import SourceText

_CORE: Final = "tag:yaml.org,2002:"
_PLAIN_TYPES: Final = frozenset(
    {_CORE + name for name in ("null", "bool", "int", "float")}
)
_KNOWN_TAGS: Final = frozenset(
    {PLAIN, QUOTED, *_PLAIN_TYPES}
    | {_CORE + name for name in ("str", "seq", "map", "binary", "timestamp", "set")}
)
"""Tags that need no word: binary and timestamp stay the text that JSON would hold."""


class _Built(Struct, frozen=True):
    """A finished node, and what another alias to it costs."""

    value: Container
    size: int
    height: int


class TreeBuilder(Struct):
    """Builds data from nodes; an alias gives the same object again, not a copy.

    Attributes:
        source: The text of the nodes, for messages.
        repeated: The keys that a mapping had twice.
        non_finite: Whether a number is infinite or NaN.
        diagnostics: Other findings.
    """

    source: SourceText
    repeated: list[RepeatedKey] = field(default_factory=list[RepeatedKey])
    non_finite: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    _built: dict[int, _Built | None] = field(default_factory=dict[int, "_Built | None"])
    _size: int = 0
    _deepest: int = 0

    def build(self, node: Node, depth: int = 1) -> JsonValue:
        """Return the data of `node`.

        Raises:
            DocumentError: An alias points to a node around itself, or the data is larger or
                deeper than any description once the aliases are expanded.
        """
        self._size += 1
        if isinstance(node, ScalarNode):
            return self._read_scalar(node)
        known = self._built.get(id(node))
        if known is None:
            known = self._build_container(node, depth)
        else:
            self._size += known.size
        self._deepest = max(self._deepest, depth + known.height)
        if self._deepest > MAX_DEPTH:
            raise self.source.fatal("LD031", TOO_DEEP, start_of(node))
        if self._size > MAX_NODES:
            raise self.source.fatal("LD031", TOO_LARGE, start_of(node))
        return known.value

    def _build_container(self, node: Node, depth: int) -> _Built:
        if id(node) in self._built:
            raise self.source.fatal(
                "LD032",
                "A YAML alias inside this value points back to it, which would never "
                "end. Use $ref for what is recursive.",
                start_of(node),
            )
        self._built[id(node)] = None
        self._note_tag(node)
        size, deepest = self._size, self._deepest
        self._deepest = depth
        value: Container
        if isinstance(node, SequenceNode):
            value = [self.build(item, depth + 1) for item in children_of(node)]
        elif isinstance(node, MappingNode):
            value = self._build_mapping(node, depth)
        else:
            raise TypeError(node)
        built = _Built(value, self._size - size, self._deepest - depth)
        self._deepest = max(self._deepest, deepest)
        self._built[id(node)] = built
        return built

    def _build_mapping(self, node: MappingNode, depth: int) -> JsonObject:
        mapping: JsonObject = {}
        merged: list[JsonObject] = []
        lost: list[tuple[str, JsonValue]] = []
        for key_node, value_node in pairs_of(node):
            value = self.build(value_node, depth + 1)
            if is_merge(key_node) and (sources := _merge_sources(value)):
                merged += sources
                continue
            key = self._read_key(key_node)
            if key in mapping:
                lost.append((key, mapping[key]))
            mapping[key] = value
        if merged:
            # The mapping's own entries win, then the earlier of several merged ones.
            own = mapping
            mapping = {}
            for source in reversed(merged):
                mapping.update(source)
            mapping.update(own)
        self.repeated += [RepeatedKey(mapping, key, value) for key, value in lost]
        return mapping

    def _read_key(self, node: Node) -> str:
        key = key_text(node, self.source.text)
        if not isinstance(node, ScalarNode):
            self.diagnostics.append(
                Diagnostic(
                    "LD018",
                    Effect.NOTED,
                    f"The key {key} is no text: it is read as it stands. Quote it.",
                    self.source.location(start_of(node)),
                )
            )
        return key

    def _read_scalar(self, node: ScalarNode) -> JsonScalar:
        text = text_of(node)
        tag = node.tag
        if tag == QUOTED:
            return text
        if tag != PLAIN:
            self._note_tag(node)
            if tag not in _PLAIN_TYPES:
                return text
        value = read_plain_scalar(text)
        if isinstance(value, float) and not isfinite(value):
            self.non_finite = True
        return value

    def _note_tag(self, node: Node) -> None:
        if node.tag not in _KNOWN_TAGS:
            self.diagnostics.append(
                Diagnostic(
                    "LD017",
                    Effect.NOTED,
                    f"The YAML tag {node.tag} means nothing in an API description: the value is "
                    "read without it.",
                    self.source.location(start_of(node)),
                )
            )


def _merge_sources(value: JsonValue) -> list[JsonObject]:
    """Return the mappings that a merge key takes in, none if it is no merge at all."""
    candidates = value if isinstance(value, list) else [value]
    sources = [candidate for candidate in candidates if isinstance(candidate, dict)]
    return sources if len(sources) == len(candidates) else []
