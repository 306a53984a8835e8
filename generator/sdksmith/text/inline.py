"""Inline Markdown (CommonMark, section 6): conversion to plain text, and escaping."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from typing import Final

from markupsafe import Markup

from .prose import clean

# The start of a code span, or a character escaped by a backslash: neither is parsed
# further.
_LITERAL: Final = re.compile(r"(`+)|\\([!-/:-@\[-`{-~])")
_IMAGE: Final = re.compile(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_LINK: Final = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\( *+<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?"
    r"(?: *+(?<= )(?:\"[^\"]*\"|'[^']*'))? *\)"
)
_REFERENCE_LINK: Final = re.compile(r"(?<![\w\]])\[([^\[\]]+)\]\[[^\[\]]*\]")
_AUTOLINK: Final = re.compile(r"<((?:https?|mailto|ftp):[^\s<>]+)>")
# The bound prevents quadratic time on hostile input.
_STRONG: Final = re.compile(
    r"(?<!\*)(\*{2,3})(?=[^\s*])(.{1,400}?)(?<=[^\s*])\1(?!\*)"
    r"|(?<!\w)(__)(?=\S)(.{1,400}?)(?<=\S)\3(?!\w)",
    re.DOTALL,
)
# With spaces inside this is not emphasis in CommonMark, but authors intend it to be.
_SPACED: Final = re.compile(r"(?<!\S)\*{2,3} +([^\s*][^*]{0,200}?) +\*{2,3}(?!\S)")
_EMPHASIS: Final = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![\w_])"
)
_STRIKETHROUGH: Final = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
# Text after the last end of a line cannot contain a pair. Searching there for the end of
# each start would take quadratic time.
_STRUCK: Final = re.compile(r"^.*\S~~", re.MULTILINE)
_ENTITY: Final = re.compile(r"&(?:\w{2,32}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});", re.ASCII)
_TICKS: Final = re.compile("`+")
_PLACEHOLDER: Final = re.compile("\0(\\d+)\0")


def plain_inline(text: str) -> str:
    """Convert inline Markdown to plain text; code spans keep their backticks.

    A link becomes `text (address)`, or just its text if the address is relative or equal
    to the text.
    """
    if "`" not in text and "\\" not in text:
        return _plain(text)
    text, literals = _take_literals(text)
    return _PLACEHOLDER.sub(lambda match: literals[int(match[1])], _plain(text))


def _take_literals(text: str) -> tuple[str, list[str]]:
    """Return a text with placeholders in place of its literals, and the literals."""
    # A code span ends at the next run of as many backticks as at its start.
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(len(run[0]), []).append(run.start())
    literals: list[str] = []
    parts: list[str] = []
    done, found = 0, _LITERAL.search(text)
    while found is not None:
        start, end, literal = found.start(), found.end(), found[2]
        if literal is None:
            start, end, literal = _code_at(text, found, runs)
        if literal:
            parts += (text[done:start], f"\0{len(literals)}\0")
            literals.append(literal)
            done = end
        found = _LITERAL.search(text, end)
    return "".join((*parts, text[done:])), literals


def _code_at(
    text: str, opening: re.Match[str], runs: dict[int, list[int]]
) -> tuple[int, int, str]:
    """Return start, end and source of the code span at a run of backticks.

    If no other run has the same length, the span starts inside the run. The source is
    empty if the backticks do not start a span.
    """
    after = opening.end()
    for count in range(len(opening[1]), 0, -1):
        starts = runs.get(count, [])
        place = bisect_left(starts, after)
        if place < len(starts):
            code = " ".join(text[after : starts[place]].split())
            return after - count, starts[place] + count, f"`{code}`"
    return opening.start(), after, ""


def _plain(text: str) -> str:
    if "[" in text:
        text = _IMAGE.sub(r"\1", text)
        text = _LINK.sub(_link_text, text)
        text = _REFERENCE_LINK.sub(r"\1", text)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _SPACED.sub(r"\1", text)
        text = _STRONG.sub(lambda match: match[2] or match[4], text)
        text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    if "~~" in text:
        text = _STRUCK.sub(lambda match: _STRIKETHROUGH.sub(r"\1", match[0]), text)
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    return clean(html.unescape(match[0]))


def _link_text(match: re.Match[str]) -> str:
    label, address = match[1].strip(), match[2]
    if not address.startswith(("http://", "https://")) or label == address:
        return label
    return f"{label} ({address})" if label else address


class MarkdownText(Markup):
    """Text that is safe to insert into a line of a Markdown file without escaping."""

    __slots__ = ()


_HTML: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Inside a word, an underscore is literal (CommonMark, section 6.2).
_SPECIAL: Final = re.compile(r"[\\`*\[\]|~$&<>]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
# At the start of a line: a list, a heading or its underline, or the border of a table.
_START: Final = re.compile(r"[-+=#:]|\d+(?=[.)])")


# A pipe ends a table cell even inside code (GFM, section 4.10).
_SIMPLE_CODE: Final = re.compile(r"(`\s*[^`|\s][^`|]*`)")


def markdown_inline(text: str) -> MarkdownText:
    """Escape plain text for one line of Markdown; text in backticks becomes code.

    The result cannot be read as HTML, a link, an image, a heading, a list or a table cell.
    """
    line = " ".join(clean(text).split())
    parts = _SIMPLE_CODE.split(line)
    parts[::2] = [_SPECIAL.sub(_escape, part) for part in parts[::2]]
    if start := _START.match(parts[0]):
        parts[0] = _escape(start) + parts[0][start.end() :]
    return MarkdownText("".join(parts))


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    if found.isdigit():
        return f"{found}\\"  # `1.` would start a list: escape the period
    return _HTML.get(found) or f"\\{found}"


def code_span(text: str) -> MarkdownText:
    """Return a code span with a text, on one line (CommonMark, section 6.1)."""
    line = " ".join(clean(text).split())
    longest = max(map(len, _TICKS.findall(line)), default=0)
    ticks = "`" * (longest + 1)
    space = " " if longest or not line else ""
    return MarkdownText(f"{ticks}{space}{line}{space}{ticks}")
