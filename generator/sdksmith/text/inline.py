"""Inline Markdown (CommonMark, section 6): conversion to plain text, and escaping."""

from __future__ import annotations

import html
import re
from typing import Final

from markupsafe import Markup

from .prose import clean

# A code span, or a character escaped by a backslash: neither is parsed further.
_LITERAL: Final = re.compile(
    r"(`+)(?!`)(.+?)(?<!`)\1(?!`)|\\([!-/:-@\[-`{-~])", re.DOTALL
)
_IMAGE: Final = re.compile(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_LINK: Final = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\( *<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?"
    r"(?: +(?:\"[^\"]*\"|'[^']*'))? *\)"
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
_ENTITY: Final = re.compile(r"&(?:\w{2,32}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});", re.ASCII)
_PLACEHOLDER: Final = re.compile("\0(\\d+)\0")


def plain_inline(text: str) -> str:
    """Convert inline Markdown to plain text; code spans keep their backticks.

    A link becomes `text (address)`, or just its text if the address is relative or equal
    to the text.
    """
    if "`" not in text and "\\" not in text:
        return _plain(text)
    literals: list[str] = []

    def replace(match: re.Match[str]) -> str:
        literals.append(match[3] or f"`{' '.join(match[2].split())}`")
        return f"\0{len(literals) - 1}\0"

    text = _LITERAL.sub(replace, text)
    return _PLACEHOLDER.sub(lambda match: literals[int(match[1])], _plain(text))


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
        text = _STRIKETHROUGH.sub(r"\1", text)
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
_SIMPLE_CODE: Final = re.compile(r"(`[^`|]*[^`|\s][^`|]*`)")


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


_TICKS: Final = re.compile("`+")


def code_span(text: str) -> MarkdownText:
    """Return a code span with a text, on one line (CommonMark, section 6.1)."""
    line = " ".join(clean(text).split())
    longest = max(map(len, _TICKS.findall(line)), default=0)
    ticks = "`" * (longest + 1)
    space = " " if longest or not line else ""
    return MarkdownText(f"{ticks}{space}{line}{space}{ticks}")
