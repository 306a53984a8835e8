"""Decoded text of a document, with conversion of offsets to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct, field

from ..report.diagnostics import Diagnostic, DocumentError, Effect, Location

_LINE_END = re.compile(r"\r\n|\r|\n")


class SourceText(Struct):
    """Text for a parser, with conversion of offsets to lines and columns.

    Attributes:
        name: Name of the document in messages.
        text: The text without a byte order mark.
        untabbed: Source with the original text, if tabs were expanded in `text`.
        tab_width: Number of columns of a tab stop in `text`, if tabs were expanded.
    """

    name: str
    text: str
    untabbed: SourceText | None = None
    tab_width: int = 0
    _starts: list[int] = field(default_factory=list[int])

    def with_text(self, text: str) -> SourceText:
        """Return the same source with a repaired text of the same lines."""
        return SourceText(self.name, text, self.untabbed, self.tab_width)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, in characters and counted from 1."""
        line = self.line_at(offset)
        column = min(offset, len(self.text)) - self.line_start(line)
        if self.untabbed is not None:
            column = _column_before_tabs(
                self.untabbed.line(line), column, self.tab_width
            )
        return line, column + 1

    def line_at(self, offset: int) -> int:
        """Return the number of the line that contains an offset, counted from 1."""
        return bisect_right(self._line_starts(), min(offset, len(self.text)))

    def line_start(self, number: int) -> int:
        """Return the offset of the start of a line, counted from 1."""
        return self._line_starts()[number - 1]

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line end."""
        starts = self._line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def location(self, offset: int, pointer: str = "") -> Location:
        """Return the location of an offset for diagnostics."""
        line, column = self.place(offset)
        return Location(self.name, line, column, pointer)

    def fatal(
        self, code: str, message: str, offset: int | None = None
    ) -> DocumentError:
        """Return the error for a document that cannot be used."""
        where = Location(self.name, 0, 0, "")
        if offset is not None:
            where = self.location(offset)
        return DocumentError(Diagnostic(code, Effect.FATAL, message, where))

    def _line_starts(self) -> list[int]:
        if not self._starts:
            ends = (match.end() for match in _LINE_END.finditer(self.text))
            self._starts = [0, *ends]
        return self._starts


def _column_before_tabs(line: str, column: int, width: int) -> int:
    for index in range(len(line)):
        if len(line[:index].expandtabs(width)) >= column:
            return index
    return min(column, len(line))
