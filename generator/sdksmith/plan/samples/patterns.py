"""Strings that match a regular expression of ECMA-262, the dialect of JSON Schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...text.patterns import search_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MORE: Final = (0, 1, 2, 3, 5, 7, 9, 11, 15, 19, 23, 31, 35, 39, 63)
"""Repetitions beyond the minimum that are tried for a part that may repeat."""

_LONGEST: Final = 4096
_LONGEST_PATTERN: Final = 2000
_BACKTRACKS: Final = 10_000
_COMPILED_BYTES: Final = 1 << 18
"""Limits for patterns: length, steps of one search, and memory of the compiled form."""
_DEEPEST: Final = 50
_PREFERRED: Final = "a1Ax0Z-_ .@,:;#/+!"
_SETS: Final = {
    "d": (("0", "9"),),
    "w": (("a", "z"), ("A", "Z"), ("0", "9"), ("_", "_")),
    "s": ((" ", " "), ("\t", "\r")),
}
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "0": "\0"}
_QUANTIFIER: Final = re.compile(r"(\*|\+|\?|\{(\d+)(,?)(\d*)\})[?+]?")
_GROUP: Final = re.compile(r"\?(?::|(<?[=!])|P?<\w+>|[a-z]+:?|>)")
_HEX: Final = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]+)\}")
_PROPERTY: Final = re.compile(r"[pP]\{([^}]*)\}")

_Ranges = tuple[tuple[str, str], ...]


def match_pattern(pattern: str, text: str) -> bool:
    """Return whether a string matches a pattern; true if this cannot be determined.

    The regex engine aborts a search that would take too long.
    """
    return len(pattern) > _LONGEST_PATTERN or search_pattern(
        pattern, text, backtracks=_BACKTRACKS, compiled_bytes=_COMPILED_BYTES
    )


def text_for_pattern(pattern: str, fits: Callable[[str], bool]) -> str | None:
    """Return a short string for a pattern that `fits`, or None if none is found.

    The result is deterministic: the same pattern always gives the same string.
    """
    if len(pattern) > _LONGEST_PATTERN:
        return None
    tried: set[str] = set()
    for text in _texts(pattern):
        if text not in tried and fits(text):
            return text
        tried.add(text)
    return None


def _texts(pattern: str) -> Iterator[str]:
    for more in _MORE:
        try:
            yield _Writer(pattern, more).alternation(0)
        except (IndexError, ValueError, OverflowError):
            return


class _Writer:
    """Parser of a pattern that writes a matching string as it goes.

    Lookaround and anchors produce no characters. Whether the string satisfies them is
    checked at the end.
    """

    def __init__(self, pattern: str, more: int) -> None:
        self._pattern = pattern
        self._more = more
        self._at = 0
        self._groups: list[str] = []

    def alternation(self, depth: int) -> str:
        """Return the string of the first alternative that is not empty."""
        if depth > _DEEPEST:
            raise ValueError("nested too deeply")
        texts = [self._sequence(depth)]
        while self._take("|"):
            texts.append(self._sequence(depth))
        return next(filter(None, texts), "")

    def _take(self, text: str) -> bool:
        found = self._pattern.startswith(text, self._at)
        self._at += len(text) if found else 0
        return found

    def _sequence(self, depth: int) -> str:
        parts: list[str] = []
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            text = self._atom(depth)
            count = self._count()
            if len(text) * count > _LONGEST:
                raise ValueError("string too long")
            parts.append(text * count)
        return "".join(parts)

    def _count(self) -> int:
        match = _QUANTIFIER.match(self._pattern, self._at)
        if match is None:
            return 1
        self._at = match.end()
        sign, least, comma, most = match.groups()
        if sign in "*+?":
            least, comma = ("1" if sign == "+" else "0"), ","
            most = "1" if sign == "?" else ""
        if not comma:
            return int(least)
        wanted = int(least) + self._more
        return min(wanted, int(most)) if most else wanted

    def _atom(self, depth: int) -> str:
        character = self._pattern[self._at]
        self._at += 1
        match character:
            case "(":
                return self._group(depth)
            case "[":
                return self._class()
            case "\\":
                return self._escape()
            case ".":
                return "x"
            case "^" | "$":
                return ""
            case _:
                return character

    def _group(self, depth: int) -> str:
        match = _GROUP.match(self._pattern, self._at)
        self._at = match.end() if match else self._at
        number = len(self._groups)
        self._groups.append("")
        text = self.alternation(depth + 1)
        if not self._take(")"):
            raise ValueError("unterminated group")
        self._groups[number] = text
        if match and match[1]:
            return ""
        return text

    def _escape(self) -> str:
        ranges, text = self._escaped()
        if not ranges:
            return text
        return _choose(ranges, negated=text == "^")

    def _escaped(self) -> tuple[_Ranges, str]:
        """Read the escape sequence after a backslash: a set of characters, or a string.

        With a set, the string `^` means that the set is negated.
        """
        for regex in (_HEX, _PROPERTY):
            match = regex.match(self._pattern, self._at)
            if match is not None:
                self._at = match.end()
                if regex is _HEX:
                    digits = match[1] or match[2] or match[3]
                    return (), chr(int(digits, 16))
                return (_property_range(match[1]),), ""
        character = self._pattern[self._at]
        self._at += 1
        if character.lower() in _SETS:
            return _SETS[character.lower()], "" if character.islower() else "^"
        if character in "bB":
            return (), ""
        if character in "123456789":
            return (), self._groups[int(character) - 1]
        return (), _CONTROLS.get(character, character)

    def _class(self) -> str:
        negated = self._take("^")
        ranges: list[tuple[str, str]] = []
        others: list[_Ranges] = []
        while not self._take("]"):
            start = self._member(ranges, others)
            if start and self._pattern[self._at + 1] != "]" and self._take("-"):
                end = self._member(ranges, others)
                ranges.append((start, end or start))
            elif start:
                ranges.append((start, start))
        if not ranges and others and not negated:
            return _choose(others[0], negated=True)
        return _choose(tuple(ranges), negated=negated)

    def _member(self, ranges: list[tuple[str, str]], others: list[_Ranges]) -> str:
        """Return a character of a class; sets are added to the lists instead."""
        character = self._pattern[self._at]
        self._at += 1
        if character != "\\":
            return character
        if self._take("b"):
            return "\b"
        found, text = self._escaped()
        if found and text == "^":
            others.append(found)
        elif found:
            ranges.extend(found)
        return "" if found else text


def _property_range(name: str) -> tuple[str, str]:
    """Return a range of ASCII characters that have a Unicode property."""
    kind = name.rpartition("=")[2]
    if kind in {"Lu", "Uppercase_Letter"}:
        return ("A", "Z")
    if kind.startswith(("N", "Decimal")):
        return ("0", "9")
    return (" ", " ") if kind.startswith(("Z", "Space")) else ("a", "z")


def _choose(ranges: _Ranges, *, negated: bool) -> str:
    def is_in(character: str) -> bool:
        return any(first <= character <= last for first, last in ranges)

    for character in _PREFERRED:
        if is_in(character) is not negated:
            return character
    if negated or not ranges:
        raise ValueError("no character matches")
    return ranges[0][0]
