"""What both parsers hand on, and the marks they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..jsondata import JsonValue

MAX_DEPTH: Final = 200
"""Levels of nesting. The deepest real description known has 40; later stages recurse, and
jsonschema-rs stops at 255."""

MAX_NODES: Final = 5_000_000
"""Values after YAML aliases are expanded. A description of 13 MB has about a million."""


TOO_DEEP: Final = (
    f"The document is nested more than {MAX_DEPTH} levels deep: give inner schemas names of "
    "their own and refer to them."
)

TOO_LARGE: Final = (
    f"The document has more than {MAX_NODES:,} values when its YAML aliases are expanded: split "
    "it, and use $ref instead of aliases."
)


class TextPositions(Protocol):
    """What a parser knows about places: `Positions`, and every place of a key."""

    def find(self, pointer: str) -> tuple[int, int]:
        """Return the line and column (from 1) of the nearest place to `pointer`."""
        ...

    def places(self, pointer: str) -> list[tuple[int, int]]:
        """Return where the last key of `pointer` stands, once or repeated, in order."""
        ...


class ParsedText(Struct, frozen=True):
    """A text as data.

    Attributes:
        root: The data; nobody else holds it yet.
        positions: Finds pointers of `root` in the text.
        diagnostics: What was mended or left out on the way.
    """

    root: JsonValue
    positions: TextPositions
    diagnostics: tuple[Diagnostic, ...]
