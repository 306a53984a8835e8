"""Composition of YAML text to a graph of nodes, with libyaml if PyYAML includes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, cast

from yaml.composer import Composer
from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from ..parsed import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import YAMLError

PLAIN: Final = "plain"
"""Tag of a scalar without quotes and tag, whose type depends on its text."""
QUOTED: Final = "quoted"
"""Tag of any other node without a tag; such a scalar is a string."""

_DEPTH_PROBLEM: Final = "exceeded maximum nesting depth"
"""Problem that newer versions of libyaml report beyond 1,000 levels. Their scanner reads
ahead, so it can reach that limit before `_Budget` counts `MAX_DEPTH` nodes."""


class TooLargeError(Exception):
    """Raised when a text nests too deeply or has too many nodes.

    Attributes:
        offset: Offset in the text of the node that exceeds the limit.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class NodeComposer(Protocol):
    """Interface of PyYAML composers: one graph of nodes per YAML document."""

    def check_node(self) -> bool:
        """Return whether another YAML document follows."""
        ...

    def get_node(self) -> Node | None:
        """Return the root node of the next YAML document."""
        ...


class Mark(Protocol):
    """Position in a text."""

    index: int


class ParserEvent(Protocol):
    """Interface of the events of PyYAML for scalars, mappings and sequences.

    Attributes:
        start_mark: Start of the event.
        end_mark: End of the event.
        tag: Explicit tag, or None.
        anchor: Name that aliases refer to, or None.
        implicit: For a scalar, whether the tag can be omitted if it is plain, and if it
            is quoted.
        value: Text of a scalar.
    """

    start_mark: Mark
    end_mark: Mark
    tag: str | None
    anchor: str | None
    implicit: tuple[bool, bool]
    value: str


class EventParser(Protocol):
    """Interface of PyYAML parsers."""

    def get_event(self) -> ParserEvent:
        """Return the next event."""
        ...


class _Budget:
    """Limits on depth and number of nodes, as the resolver that composers call.

    libyaml recurses in C for each level. Without this limit, a few kilobytes of
    brackets would crash the interpreter.
    """

    _depth = 0
    _nodes = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Count a node before it is composed.

        Raises:
            TooLargeError: If a limit is exceeded.
        """
        del index
        self._depth += 1
        self._nodes += 1
        if self._depth > MAX_DEPTH:
            raise TooLargeError(TOO_DEEP, start_of(parent) if parent else 0)
        if self._nodes > MAX_NODES:
            raise TooLargeError(TOO_LARGE, start_of(parent) if parent else 0)

    def ascend_resolver(self) -> None:
        """Leave the level of a composed node."""
        self._depth -= 1

    def resolve(
        self, kind: type[Node], value: str | None, implicit: tuple[bool, bool] | bool
    ) -> str:
        """Return the tag of a node without an explicit tag."""
        del value
        if kind is ScalarNode and isinstance(implicit, tuple) and implicit[0]:
            return PLAIN
        return QUOTED


class PythonComposer(_Budget, Reader, Scanner, Parser, Composer):
    """Composer for a PyYAML without libyaml; produces the same nodes and marks."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


def new_event_parser(text: str) -> EventParser | None:
    """Return the parser of libyaml; None if PyYAML does not include it."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return None
    return cast("EventParser", CParser(text))


def _find_composer() -> Callable[[str], NodeComposer]:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PythonComposer

    class CComposer(_Budget, CParser):
        pass

    return CComposer


new_composer: Final = _find_composer()
"""Create a composer for a text. It is ten times faster if PyYAML includes libyaml."""


def is_depth_problem(error: YAMLError) -> bool:
    """Return whether the parser itself refused the nesting depth of a text."""
    return isinstance(error, MarkedYAMLError) and error.problem == _DEPTH_PROBLEM


def start_of(node: Node) -> int:
    """Return the offset at which a node starts in its text."""
    return node.start_mark.index


def end_of(node: Node) -> int:
    """Return the offset after a node; for a block mapping, of the next token."""
    return node.end_mark.index


def children_of(node: SequenceNode) -> list[Node]:
    """Return the items of a sequence."""
    items: list[Node] = node.value
    return items


def pairs_of(node: MappingNode) -> list[tuple[Node, Node]]:
    """Return the entries of a mapping, including repeated keys and merge keys."""
    pairs: list[tuple[Node, Node]] = node.value
    return pairs


def text_of(node: ScalarNode) -> str:
    """Return the text of a scalar, without quotes."""
    text: str = node.value
    return text


def is_merge(key: Node) -> bool:
    """Return whether a key is the merge key `<<`."""
    return isinstance(key, ScalarNode) and key.tag == PLAIN and key.value == "<<"


def key_text(key: Node, text: str) -> str:
    """Return a key as a string: the text of a scalar, or the source of another node."""
    if isinstance(key, ScalarNode):
        return text_of(key)
    return " ".join(text[start_of(key) : end_of(key)].split())
