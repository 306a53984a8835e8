"""YAML text to a graph of nodes, by libyaml where PyYAML was built with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from yaml.composer import Composer
from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from .parsed import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import YAMLError

PLAIN: Final = "plain"
"""The tag of a scalar without quotes and tag, whose type its text decides."""
QUOTED: Final = "quoted"
"""The tag of any other scalar without a tag: a string."""


_DEPTH_PROBLEM: Final = "exceeded maximum nesting depth"
"""The problem that newer versions of libyaml report beyond 1,000 levels. Their scanner reads
ahead, so it can get there before `_Budget` counts `MAX_DEPTH` nodes."""


class TooLargeError(Exception):
    """Raised when a text nests too deeply or has too many nodes.

    Attributes:
        offset: Offset in the text of the node where the limit was noticed.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class NodeComposer(Protocol):
    """The part of PyYAML's composers that is used: one node graph a YAML document."""

    def check_node(self) -> bool:
        """Return whether another YAML document follows."""
        ...

    def get_node(self) -> Node | None:
        """Return the root node of the next YAML document."""
        ...


class _Budget:
    """What composers ask before each node.

    libyaml recurses in C for each level, so that without the limit here a few kilobytes
    of brackets would crash the interpreter.
    """

    _depth = 0
    _nodes = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Count a node in.

        Raises:
            TooLargeError: The budget is spent.
        """
        del index
        self._depth += 1
        self._nodes += 1
        if self._depth > MAX_DEPTH:
            raise TooLargeError(TOO_DEEP, start_of(parent) if parent else 0)
        if self._nodes > MAX_NODES:
            raise TooLargeError(TOO_LARGE, start_of(parent) if parent else 0)

    def ascend_resolver(self) -> None:
        """Count a node out."""
        self._depth -= 1

    def resolve(
        self, kind: type[Node], value: str | None, implicit: tuple[bool, bool] | bool
    ) -> str:
        """Return the tag of a node that has none in the text."""
        del value
        if kind is ScalarNode and isinstance(implicit, tuple) and implicit[0]:
            return PLAIN
        return QUOTED


class PythonComposer(_Budget, Reader, Scanner, Parser, Composer):
    """The composer for a PyYAML without libyaml, with the same nodes and marks."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


def _find_composer() -> Callable[[str], NodeComposer]:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PythonComposer

    class CComposer(_Budget, CParser):
        pass

    return CComposer


new_composer: Final = _find_composer()
"""Makes a composer over a text; ten times faster where PyYAML has libyaml."""


def is_depth_problem(error: YAMLError) -> bool:
    """Return whether the parser itself refused the nesting depth of a text."""
    return isinstance(error, MarkedYAMLError) and error.problem == _DEPTH_PROBLEM


def start_of(node: Node) -> int:
    """Return the offset at which a node starts in its text."""
    return node.start_mark.index


def end_of(node: Node) -> int:
    """Return the offset behind a node; for a block mapping, of what follows it."""
    return node.end_mark.index


def children_of(node: SequenceNode) -> list[Node]:
    """Return the items of a sequence."""
    items: list[Node] = node.value
    return items


def pairs_of(node: MappingNode) -> list[tuple[Node, Node]]:
    """Return the entries of a mapping, repeated and merged ones too."""
    pairs: list[tuple[Node, Node]] = node.value
    return pairs


def text_of(node: ScalarNode) -> str:
    """Return the text of a scalar, without quotes."""
    text: str = node.value
    return text


def is_merge(key: Node) -> bool:
    """Return whether a key is `<<`, by which a mapping takes the entries of another."""
    return isinstance(key, ScalarNode) and key.tag == PLAIN and key.value == "<<"


def key_text(key: Node, text: str) -> str:
    """Return the key as a string: a scalar as written, else its source."""
    if isinstance(key, ScalarNode):
        return text_of(key)
    return " ".join(text[start_of(key) : end_of(key)].split())
