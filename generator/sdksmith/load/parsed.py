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

LEAST_ALIASED: Final = 250_000
BYTES_PER_ALIASED: Final = 4
"""Maximum number of values that YAML aliases add: a constant, and one for 4 bytes of the text.
Later stages visit each of them, which takes 10 microseconds: 58 KB with 4 million such values
took 40 seconds. None of the 247 documents of the corpus has aliases."""

TOO_DEEP: Final = (
    f"document is nested more than {MAX_DEPTH} levels deep; move inner schemas to named "
    "definitions and reference them"
)

TOO_LARGE: Final = (
    f"document has more than {MAX_NODES:,} values after its YAML aliases are expanded; "
    "split it, and use `$ref` instead of aliases"
)

ALIASES_TOO_LARGE: Final = (
    "YAML aliases to this value and others add more than {:,} values to the document; "
    "move the repeated values to components, and use `$ref` instead of aliases"
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
