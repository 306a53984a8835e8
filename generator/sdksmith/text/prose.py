"""Cleaning and wrapping of prose."""

from __future__ import annotations

import re
from typing import Final

# Characters that some reader treats as a line break: Python's tokenizer,
# `str.splitlines`, an editor or a terminal. In GHSA-j884-q54q-mmx3, a lone carriage
# return ended a comment.
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES: Final = re.compile("[\t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Control characters, and format characters (bidi overrides, tags, byte order marks) that
# make a text look different from its content. U+200C and U+200D are not included, because
# Persian and emoji need them.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_MARKER: Final = re.compile(r" *(?:[-*+]|\d{1,3}[.)]) +")
_SPACES_ONLY: Final = re.compile(" *")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK_TARGET: Final = re.compile(r"\]\([^()\s]*\)$")


def clean(text: str) -> str:
    """Normalize spaces and line breaks, and remove invisible characters.

    Lone surrogates, which cannot be encoded in a file, become U+FFFD.
    """
    # Not `text.replace`: `Code` replaces by code only.
    if text.isascii() and str.replace(text, "\n", "").isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def end_sentence(sentence: str) -> str:
    """Add the missing period to a sentence, in front of trailing HTML tags."""
    visible = sentence
    while visible.endswith(">") and _TAG.fullmatch(
        visible, start := max(visible.rfind("<"), 0)
    ):
        visible = visible[:start].rstrip()
    # The text of a link, or text in brackets, can end with a period already.
    words = _LINK_TARGET.sub("", visible).rstrip(")]`*_")
    if not visible or words.endswith((".", "!", "?")):
        return sentence
    if not (visible[-1].isalnum() or visible[-1] in "`)]"):
        return sentence
    return f"{visible}.{sentence[len(visible) :]}"


def wrap_line(
    line: str, width: int, first_width: int | None = None, hang: int | None = None
) -> list[str]:
    """Wrap one line at spaces. Words longer than the width are not broken.

    Args:
        line: A line without line breaks.
        width: Maximum length of a wrapped line, in characters.
        first_width: Maximum length of the first wrapped line. Defaults to `width`.
        hang: Indentation of the lines after the first, in spaces. By default they are
            indented like `line`; those of a list item, like the text after its marker.
    """
    line = line.rstrip()
    limit = width if first_width is None else first_width
    if len(line) <= limit:
        return [line]
    start = (_MARKER.match(line) or _SPACES_ONLY.match(line) or [""])[0]
    following = " " * (len(start) if hang is None else hang)
    words = " ".join(line[len(start) :].split())
    parts: list[str] = []
    begin = 0
    while len(start) + len(words) - begin > limit:
        last = begin + max(limit - len(start), 0)
        end = words.rfind(" ", begin, last + 1)
        if end < 0:  # a word that is too long
            end = words.find(" ", begin)
        if end < 0:
            break
        parts.append(start + words[begin:end])
        begin, start, limit = end + 1, following, width
    parts.append(start + words[begin:])
    return parts


def wrap(text: str, width: int, first_width: int | None = None) -> list[str]:
    """Wrap the lines of a text; blank lines and indentation are preserved."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.extend(wrap_line(line, width, None if lines else first_width))
    return lines
