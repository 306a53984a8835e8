"""Conversion of YAML nodes to plain data."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ...report.diagnostics import Diagnostic, Effect
from ..parsed import (
    ALIASES_TOO_LARGE,
    BYTES_PER_ALIASED,
    LEAST_ALIASED,
    MAX_DEPTH,
    MAX_NODES,
    TOO_DEEP,
    TOO_LARGE,
)
from ..tree_walk import RepeatedKey
from .nodes import (
    PLAIN,
    QUOTED,
    children_of,
    is_merge,
    key_text,
    pairs_of,
    start_of,
    text_of,
)
from .scalars import read_plain_scalar

if TYPE_CHECKING:
    from ...json_data import Container, JsonObject, JsonScalar, JsonValue
    from ..source_text import SourceText

_CORE: Final = "tag:yaml.org,2002:"
_PLAIN_TYPES: Final = frozenset(
    {_CORE + name for name in ("null", "bool", "int", "float")}
)
_KNOWN_TAGS: Final = frozenset(
    {PLAIN, QUOTED, *_PLAIN_TYPES}
    | {_CORE + name for name in ("str", "seq", "map", "binary", "timestamp", "set")}
)
"""Tags that are not reported. Values of `binary` and `timestamp` remain strings, as in
JSON."""


class _Built(Struct, frozen=True):
    """Converted node, with the size and depth that each further alias to it adds."""

    value: Container
    size: int
    height: int


class TreeBuilder(Struct):
    """Converter from nodes to data; an alias yields the same object, not a copy.

    Attributes:
        source: Text of the nodes, for messages.
        repeated: Repeated keys of mappings.
        non_finite: Whether any number is infinite or NaN.
        diagnostics: Diagnostics about keys and tags.
    """

    source: SourceText
    repeated: list[RepeatedKey] = field(default_factory=list[RepeatedKey])
    non_finite: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    _built: dict[int, _Built | None] = field(default_factory=dict[int, "_Built | None"])
    _size: int = 0
    _aliased: int = 0
    _deepest: int = 0

    def build(self, node: Node, depth: int = 1) -> JsonValue:
        """Return the data of `node`.

        Raises:
            DocumentError: If an alias refers to a node that contains it, or if the data
                exceeds the limits on size or depth after aliases are expanded.
        """
        self._size += 1
        if isinstance(node, ScalarNode):
            return self._read_scalar(node)
        known = self._built.get(id(node))
        if known is None:
            known = self._build_container(node, depth)
        else:
            self._size += known.size
            self._aliased += known.size
            self._check_aliased(node)
        self._deepest = max(self._deepest, depth + known.height)
        if self._deepest > MAX_DEPTH:
            raise self.source.fatal("LD031", TOO_DEEP, start_of(node))
        if self._size > MAX_NODES:
            raise self.source.fatal("LD031", TOO_LARGE, start_of(node))
        return known.value

    def _check_aliased(self, node: Node) -> None:
        most = LEAST_ALIASED + len(self.source.text) // BYTES_PER_ALIASED
        if self._aliased > most:
            message = ALIASES_TOO_LARGE.format(most)
            raise self.source.fatal("LD031", message, start_of(node))

    def _build_container(self, node: Node, depth: int) -> _Built:
        if id(node) in self._built:
            raise self.source.fatal(
                "LD032",
                "value contains a YAML alias that refers to the value itself; use `$ref` "
                "for recursive schemas",
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
        earlier: list[tuple[str, JsonValue]] = []
        for key_node, value_node in pairs_of(node):
            value = self.build(value_node, depth + 1)
            if is_merge(key_node) and (sources := _merge_sources(value)):
                merged += sources
                continue
            key = self._read_key(key_node)
            if key in mapping:
                earlier.append((key, mapping[key]))
            mapping[key] = value
        if merged:
            # Entries of the mapping take precedence, then those of earlier sources.
            own = mapping
            mapping = {}
            for source in reversed(merged):
                mapping.update(source)
            mapping.update(own)
        self.repeated += [RepeatedKey(mapping, key, value) for key, value in earlier]
        return mapping

    def _read_key(self, node: Node) -> str:
        key = key_text(node, self.source.text)
        if not isinstance(node, ScalarNode):
            self.diagnostics.append(
                Diagnostic(
                    "LD018",
                    Effect.NOTED,
                    f"key {key} is not a string; its source text is used as the key",
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
                    f"YAML tag {node.tag} is unknown; ignored",
                    self.source.location(start_of(node)),
                )
            )


def _merge_sources(value: JsonValue) -> list[JsonObject]:
    """Return the mappings to merge, or an empty list if the value is not mergeable."""
    candidates = value if isinstance(value, list) else [value]
    sources = [candidate for candidate in candidates if isinstance(candidate, dict)]
    return sources if len(sources) == len(candidates) else []
