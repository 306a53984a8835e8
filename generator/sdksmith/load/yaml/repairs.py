"""Repairs of text that is almost YAML, so that libyaml can parse it.

Each repair preserves the lines of the text, so that positions remain correct.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from yaml.error import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from ...report.diagnostics import Diagnostic, Effect, Safety
from ..source_text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

_REJECTED = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that libyaml rejects (YAML 1.2, section 5.1), and U+FEFF in the text."""

_FOREIGN_LINE_END: Final = str.maketrans("\x85\u2028\u2029", "   ")
"""Line breaks of YAML 1.1 that are ordinary characters in YAML 1.2 and in editors."""

_INDENT = re.compile(r"^(?:[ \t]|-(?=[ \t]))+", re.MULTILINE)
_TAB_WIDTHS: Final = (4, 2, 8)

_DOUBLE_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:(?P<valid>[0abt\tnvfre \"/\\N_LP\r\n]|x[\dA-Fa-f]{2})"
    r"|u(?P<high>[dD][89abAB][\dA-Fa-f]{2})\\u(?P<low>[dD][c-fC-F][\dA-Fa-f]{2})"
    r"|(?P<lone>u[dD][89a-fA-F][\dA-Fa-f]{2})"
    r"|(?P<unicode>u[\dA-Fa-f]{4}|U00(?:0[\dA-Fa-f]|10)[\dA-Fa-f]{4}))?"
)
_LEAD: Final = r"[ ]*(?:-[ ]+)*"
_VALUE = re.compile(
    rf"(?P<head>{_LEAD}(?:[^\s:\"'#-][^:]*|'[^']*'|\"[^\"]*\"):[ ]+|[ ]*(?:-[ ]+)+)"
    r"(?P<text>[^\s|>#].*?)(?P<tail>(?:\s+\#.*)?\s*)"
)
_KEY = re.compile(
    rf"(?P<head>{_LEAD})(?P<text>[@`%][^:]*|\*(?![\w-]+\s*:)[^:]*)(?P<tail>:(?:\s.*)?)"
)
_NODE_PROPERTY = re.compile(r"[&!][\w:/,.-]+(?:\s.*)?|\*[\w-]+")
"""An anchor, a tag or an alias, which has a meaning even where it is not allowed."""

_MAX_LINE_LENGTH: Final = 5_000
"""Maximum length of a line to quote; a longer line has more than one key and value."""
_BRACKETS: Final = (("[", "]"), ("{", "}"))


class TextRepair(Struct, frozen=True):
    """Repaired text with the diagnostic of its repair."""

    source: SourceText
    diagnostic: Diagnostic


def propose_repairs(source: SourceText, error: YAMLError) -> Iterator[TextRepair]:
    """Yield repairs of `source` that could correct `error`, likely ones first."""
    if isinstance(error, ReaderError):
        yield from _replace_rejected(source)
        return
    if not isinstance(error, MarkedYAMLError):
        return
    if source.untabbed is None:
        yield from _replace_tabs(source)
    if "quoted scalar" in (error.context or "") and error.context_mark is not None:
        yield from _correct_escapes(source, error.context_mark.index)
        return
    yield from _replace_line_ends(source)
    for line in _suspect_lines(source, error):
        yield from _quote(source, line)


def _replace_rejected(source: SourceText) -> Iterator[TextRepair]:
    first = _REJECTED.search(source.text)
    if first is None:
        return
    text = _REJECTED.sub(
        lambda match: " " if match[0] == "\ufeff" else "\ufffd", source.text
    )
    yield _repair(
        source,
        text,
        first.start(),
        "LD011",
        f"character U+{ord(first[0]):04X} is not allowed in YAML; such characters are "
        "read as U+FFFD, and byte order marks as spaces",
    )


def _replace_line_ends(source: SourceText) -> Iterator[TextRepair]:
    text = source.text.translate(_FOREIGN_LINE_END)
    if text == source.text:
        return
    offset = next(
        i
        for i, pair in enumerate(zip(text, source.text, strict=True))
        if pair[0] != pair[1]
    )
    yield _repair(
        source,
        text,
        offset,
        "LD011",
        f"character U+{ord(source.text[offset]):04X} is a line break in YAML 1.1, which "
        "makes the document invalid; read as a space",
    )


def _replace_tabs(source: SourceText) -> Iterator[TextRepair]:
    first = next((m for m in _INDENT.finditer(source.text) if "\t" in m[0]), None)
    if first is None:
        return
    for width in _TAB_WIDTHS:
        text = _expand_indents(source.text, width)
        yield TextRepair(
            SourceText(source.name, text, source, width),
            _diagnostic(
                source,
                first.start() + first[0].index("\t"),
                "LD012",
                "YAML does not allow tabs in indentation; read as spaces up to the next "
                f"multiple of {width} columns",
            ),
        )


def _expand_indents(text: str, width: int) -> str:
    return _INDENT.sub(lambda match: match[0].expandtabs(width), text)


def _correct_escapes(source: SourceText, start: int) -> Iterator[TextRepair]:
    quoted = _DOUBLE_QUOTED.match(source.text, start)
    if quoted is None:
        return
    corrected = _ESCAPE.sub(_correct_escape, quoted[0])
    if corrected == quoted[0]:
        return
    yield _repair(
        source,
        source.text[:start] + corrected + source.text[quoted.end() :],
        start,
        "LD013",
        "double-quoted string contains an escape sequence that is not valid in YAML; "
        "surrogates are decoded as in JSON, other backslashes are read literally",
    )


def _correct_escape(match: re.Match[str]) -> str:
    if match["valid"] or match["unicode"]:
        return match[0]
    if match["high"]:
        # JSON encodes characters above U+FFFF as surrogate pairs; YAML does not.
        high, low = int(match["high"], 16), int(match["low"], 16)
        return f"\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08X}"
    if match["lone"]:
        return "\\uFFFD"
    return "\\" + match[0]


def _suspect_lines(source: SourceText, error: MarkedYAMLError) -> list[int]:
    """Return the numbers of the lines that could have caused a parser error."""
    marks = (error.problem_mark, error.context_mark)
    starts = [source.line_at(mark.index) for mark in marks if mark is not None]
    # A block that starts much earlier is the context of the error, not its cause.
    return [
        line
        for i, line in enumerate(starts)
        if line not in starts[:i] and starts[0] - line < 3
    ]


def _quote(source: SourceText, number: int) -> Iterator[TextRepair]:
    line = source.line(number)
    if len(line) > _MAX_LINE_LENGTH:
        return
    start = source.line_start(number)
    for pattern, what in ((_KEY, "key"), (_VALUE, "value")):
        match = pattern.fullmatch(line)
        if match is None or not _is_plain_string(match["text"]):
            continue
        quoted = "'" + match["text"].replace("'", "''") + "'"
        changed = match["head"] + quoted + match["tail"]
        yield _repair(
            source,
            source.text[:start] + changed + source.text[start + len(line) :],
            start + match.start("text"),
            "LD020",
            f"{what} is not valid YAML without quotes; read as if it were quoted",
        )


def _is_plain_string(text: str) -> bool:
    """Return whether `text` can only be a string, and one that ends on its line."""
    if _NODE_PROPERTY.fullmatch(text):
        return False
    return all(
        text.count(opening) == text.count(closing) for opening, closing in _BRACKETS
    )


def _repair(
    source: SourceText, text: str, offset: int, code: str, message: str
) -> TextRepair:
    return TextRepair(
        source.with_text(text), _diagnostic(source, offset, code, message)
    )


def _diagnostic(source: SourceText, offset: int, code: str, message: str) -> Diagnostic:
    where = source.location(offset)
    return Diagnostic(code, Effect.REPAIRED, message, where, safety=Safety.LIKELY)
