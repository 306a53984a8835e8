"""Repair of damaged text: lost apostrophes, wrongly decoded characters, glued sentences.

Descriptions pass through several programs before they are published. All repairs take
linear time, because they read every description of a document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_LOST_APOSTROPHE: Final = re.compile(
    r"(?<=[A-Za-z])(?:\?\?\?|\ufffd{1,3})"
    r"(?=(?:s|t|d|m|re|ve|ll|S|T|D|M|RE|VE|LL)\b)"
)
"""`customer???s`: each of the three bytes of U+2019 (RIGHT SINGLE QUOTATION MARK) in UTF-8
was replaced by a question mark."""

_LOST_DASH: Final = re.compile(r"(?<=[a-z] )\?\?\?(?= [a-z])")
"""`a preview ??? the invoice`: the same with U+2014 (EM DASH)."""

_GLUED: Final = re.compile(
    r"[.!?](?<=[a-z)].)(?=(?:You|Your|If|This|The|These|Those|Once|When|While|It|For"
    r"|Please|Note|In|To|We|There|They|That|After|Before|Each|However|Otherwise|Use"
    r"|All|Any|An|A|By|Only|See)[\s'\u2019,])"
)
"""The end of a sentence that is followed by another one without a space."""
_PLAIN_WORD: Final = re.compile(r"[\s(\"'>*][a-z]+(?:-[a-z]+)*(?<=[a-z]{2})\)?$")
"""A word in lower case that is not a part of a name, an address or code."""
_MAX_WORD: Final = 40

_WORD: Final = re.compile(r"\S{1,80}")
_CODE_MARK: Final = re.compile(r"`+|~~~+|<(/?)(?:code|pre|tt)\b", re.IGNORECASE)
_INDENTED: Final = re.compile(r"^(?: {4,}|\t)", re.MULTILINE)

# The characters that the bytes 80 to BF become if they are read as Windows-1252 or as
# Latin-1. In UTF-8, such bytes only follow a leading byte.
_HIGH_BYTES: Final = {
    character: byte
    for byte in range(0x80, 0x100)
    for character in {chr(byte), bytes([byte]).decode("cp1252", "replace")} - {"\ufffd"}
}
_TRAILING: Final = "".join(
    re.escape(character) for character, byte in _HIGH_BYTES.items() if byte < 0xC0
)
_MISREAD: Final = re.compile(
    f"[\xc2-\xdf][{_TRAILING}]|[\xe0-\xef][{_TRAILING}]{{2}}|[\xf0-\xf4][{_TRAILING}]{{3}}"
)
"""A character of two to four bytes in UTF-8, whose bytes were read as characters."""
_MISREAD_QUOTE: Final = re.compile("\xe2\u20ac(?=[\\s.,;:!?)<]|$)")
"""U+201D, whose last byte 9D is not defined in Windows-1252 and often lost."""
# Controls, which occur in text that is damaged twice; Latin letters and signs,
# punctuation, currencies, letter-like, arrows, mathematics, shapes, emoji.
_SINGLE: Final = re.compile(
    "[\x80-\u017f\u0192\u02c6\u02dc\u2010-\u203a\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff\u25a0-\u27bf"
    "\ufe0f\ufeff\U0001f000-\U0001faff]"
)
_MAX_READINGS: Final = 3


class Change(Struct, frozen=True):
    """A repaired part of a text, with the word around it.

    Attributes:
        before: The damaged word.
        after: The word as it is now.
    """

    before: str
    after: str


def repair_text(
    text: str, names: AbstractSet[str] = frozenset()
) -> tuple[str, list[Change]]:
    """Return a text without damage, and the changes.

    Args:
        text: A description, in Markdown or HTML.
        names: Names of the document, which can contain a period and are not changed.
    """
    changes: list[Change] = []
    if not text.isascii():
        text = _decode_again(text, changes)
    if "???" in text or "\ufffd" in text:
        found = list(_LOST_APOSTROPHE.finditer(text))
        text = _replace(text, found, "'", changes, names)
        found = list(_LOST_DASH.finditer(text))
        text = _replace(text, found, "\N{EM DASH}", changes, names)
    if ends := [end for end in _GLUED.finditer(text) if _follows_word(text, end)]:
        text = _replace(text, ends, r"\g<0> ", changes, names)
    return text, changes


def _follows_word(text: str, end: re.Match[str]) -> bool:
    start = end.start() - _MAX_WORD
    before = text[start : end.start()] if start > 0 else f" {text[: end.start()]}"
    return _PLAIN_WORD.search(before) is not None


def _replace(
    text: str,
    found: Sequence[re.Match[str]],
    replacement: str,
    changes: list[Change],
    names: AbstractSet[str],
) -> str:
    """Replace matches, except in code and in names of the document."""
    if not found:
        return text
    code = _find_code(text)
    parts: list[str] = []
    end = 0
    for match in found:
        place = bisect_right(code, match.start(), key=lambda span: span[0]) - 1
        word = _word_at(text, match.start())
        if word in names or (place >= 0 and match.start() < code[place][1]):
            continue
        new = match.expand(replacement)
        changes.append(Change(word, word.replace(match[0], new, 1)))
        parts += (text[end : match.start()], new)
        end = match.end()
    return "".join((*parts, text[end:]))


def _word_at(text: str, place: int) -> str:
    """Return the word at an offset, without the punctuation around it."""
    first = max(place - _MAX_WORD, 0)
    start = max(first - 1, *(text.rfind(mark, first, place) for mark in " \n\t"))
    found = _WORD.match(text, start + 1)
    return found[0].strip("()\"'*,.:;") if found else ""


def _find_code(text: str) -> list[tuple[int, int]]:
    """Return the distinct spans of code, in order.

    Code is Markdown code, HTML code, and indented lines.
    """
    spans = [
        (found.start(), _line_end(text, found.end()))
        for found in _INDENTED.finditer(text)
    ]
    opened, start = "", 0
    for found in _CODE_MARK.finditer(text):
        is_tag = found[1] is not None
        mark = "<" if is_tag else found[0]
        if not opened:
            if found[1] != "/":
                opened, start = mark, found.start()
        elif opened == mark and (not is_tag or found[1] == "/"):
            spans.append((start, found.end()))
            opened = ""
    if opened:
        spans.append((start, len(text)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _decode_again(text: str, changes: list[Change]) -> str:
    """Decode characters whose bytes were read in another encoding, even repeatedly."""
    new = text
    for _ in range(_MAX_READINGS):
        before, new = new, _MISREAD.sub(_decode, new)
        if new == before:
            break
    new = _MISREAD_QUOTE.sub("\u201d", new)
    if new != text:
        pairs = zip(text.split(), new.split(), strict=False)
        changes += (Change(old, word) for old, word in pairs if old != word)
    return new


def _decode(found: re.Match[str]) -> str:
    data = bytes(_HIGH_BYTES[character] for character in found[0])
    try:
        character = data.decode()
    except UnicodeDecodeError:
        return found[0]
    return character if _SINGLE.fullmatch(character) else found[0]
