"""Result type and limits shared by the JSON and YAML parsers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from ..json_data import JsonValue
    from ..report.diagnostics import Diagnostic

MAX_DEPTH: Final = 200
"""Maximum number of nesting levels. The deepest known API document has 40. Later stages
recurse, and jsonschema-rs stops at 255."""

MAX_NODES: Final = 5_000_000
"""Maximum number of values after YAML aliases are expanded. A document of 13 MB has
about a million."""


TOO_DEEP: Final = (
    f"document is nested more than {MAX_DEPTH} levels deep; move inner schemas to named "
    "definitions and reference them"
)

TOO_LARGE: Final = (
    f"document has more than {MAX_NODES:,} values after its YAML aliases are expanded; "
    "split it, and use `$ref` instead of aliases"
)


class TextPositions(Protocol):
    """Positions of pointers in a text, including those of repeated keys."""

    def find(self, pointer: str) -> tuple[int, int]:
        """Return the line and column of `pointer`, or of its nearest existing parent.

        Both are counted from 1.
        """
        ...

    def number_text(self, pointer: str) -> str | None:
        """Return the number at `pointer` as it is written; None for other values."""
        ...

    def places(self, pointer: str) -> list[tuple[int, int]]:
        """Return all positions of the last key of `pointer`, in order."""
        ...


class ParsedText(Struct, frozen=True):
    """Result of parsing a text.

    Attributes:
        root: The data. The caller owns it and may mutate it.
        positions: Positions of the pointers of `root` in the text.
        diagnostics: Repairs and ignored content.
    """

    root: JsonValue
    positions: TextPositions
    diagnostics: tuple[Diagnostic, ...]
