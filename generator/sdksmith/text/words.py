"""Words of names: splitting of any spelling, and joining for Python names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .lexicon import COMPOUNDS, IRREGULAR_PLURALS, NO_PLURALS, SAME_PLURALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD: Final = re.compile(
    # k8s, i18n, p2p, enableK8sApi, B2BCustomer; not 24h, and not v1 before a word.
    r"(?<![A-Za-z0-9])[a-uw-z][0-9]{1,2}[a-z](?![a-z0-9])"
    r"|(?<![A-Z0-9])[A-UW-Z][0-9]{1,2}(?:[a-z](?![a-z0-9])|[A-Z](?=[^A-Za-z0-9]|[A-Z][a-z]|$))"
    r"|[A-Z]{2,}s(?![a-z0-9])"  # URLs, userIDs
    r"|[A-Z]+(?=[A-Z][a-z])"  # HTTP in HTTPServer
    r"|[A-Z]?[a-z]+[0-9]*"  # Address, line1
    r"|[A-Z]+[0-9]*"  # ID, S3
    r"|[0-9]+[a-z]*"  # 2fa
)
_APOSTROPHE: Final = re.compile("(?<=[A-Za-z])['\u2019\u00b4`](?=[A-Za-z])")
_SIGN: Final = re.compile(r"(?<![A-Za-z0-9])([+-])(?=[0-9])")
_SIGNS: Final = {"+": " plus ", "-": " minus "}
_COMPOUND: Final = re.compile("|".join(sorted(COMPOUNDS, key=lambda w: (-len(w), w))))
_NO_LETTERS: Final = re.compile(r"[^A-Za-z]")
_PARTS: Final = re.compile(r"([^A-Za-z0-9])")
_SYMBOLS: Final = {
    "-": "hyphen",
    "_": "underscore",
    ".": "dot",
    " ": "space",
    "$": "dollar",
    "@": "at",
    "#": "hash",
    "%": "percent",
    "&": "and",
    "*": "star",
    "+": "plus",
    "/": "slash",
    "\\": "backslash",
    ":": "colon",
    ";": "semicolon",
    ",": "comma",
    "<": "less",
    ">": "greater",
    "=": "equals",
    "~": "tilde",
    "|": "pipe",
    "!": "not",
    "?": "question",
    "^": "caret",
    "(": "open",
    ")": "close",
    "[": "open",
    "]": "close",
    "{": "open",
    "}": "close",
    "'": "quote",
    '"': "quote",
}
# Transliteration of the lower-case letters of Cyrillic from U+0430 and of Greek from
# U+03B1, in order.
_CYRILLIC: Final = (
    *("a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p"),
    *("r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu"),
    "ya",
)
_GREEK: Final = (
    *("a", "b", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p"),
    *("r", "s", "s", "t", "y", "f", "ch", "ps", "o"),
)
_LETTERS: Final = {
    **{chr(0x430 + index): letters for index, letters in enumerate(_CYRILLIC)},
    **{chr(0x3B1 + index): letters for index, letters in enumerate(_GREEK)},
    "\xdf": "ss",
    "\xe6": "ae",
    "\u0153": "oe",
    "\xf8": "o",
    "\u0142": "l",
}


@lru_cache(maxsize=65536)
def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, in lower case and ASCII.

    Letters of other scripts are replaced by their Unicode names, so a name in such a
    script is not empty. A text with only punctuation has no words.

    >>> split_words("HTTPServer-userIDs_line1")
    ('http', 'server', 'user', 'ids', 'line1')
    """
    text = _to_ascii(_APOSTROPHE.sub("", text))
    text = _SIGN.sub(lambda match: _SIGNS[match[1]], text)
    text = _COMPOUND.sub(lambda match: COMPOUNDS[match[0]], text)
    return tuple(word.lower() for word in _WORD.findall(text))


@lru_cache(maxsize=65536)
def spell_words(text: str) -> tuple[str, ...]:
    """Return the words of a name with its punctuation spelled out.

    The results for two names differ if the names differ in more than case.

    >>> spell_words("created[gte]")
    ('created', 'open', 'gte', 'close')
    """
    words: list[str] = []
    for part in _PARTS.split(_to_ascii(text, symbols=True)):
        if part and part.isalnum() and part.isascii():
            words.extend(split_words(part))
        elif part:
            words.append(_symbol_word(part))
    return tuple(words)


def _to_ascii(text: str, *, symbols: bool = False) -> str:
    """Convert letters and digits to ASCII; replace other symbols by spaces or keep them."""
    if text.isascii():
        return text
    pieces: list[str] = []
    for character in unicodedata.normalize("NFKD", text):
        if character.isascii():
            pieces.append(character)
        elif character.isalnum():
            pieces.append(_transliterate(character))
        elif not unicodedata.combining(character):
            pieces.append(character if symbols else " ")
    return "".join(pieces)


def _transliterate(character: str) -> str:
    """Return ASCII for a letter or digit.

    Letters without an entry in `_LETTERS` use the last word of their Unicode name, for
    example `GREEK ... ALPHA`.
    """
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    word = _LETTERS.get(character.lower())
    if word is None:
        name = unicodedata.name(character, "")
        word = name.partition(" WITH ")[0].rpartition(" ")[2].lower()
    if word and not (word.isalpha() and word.isascii()):
        return f"U{ord(character)}"
    return word.capitalize() if character.isupper() else word


def _symbol_word(character: str) -> str:
    known = _SYMBOLS.get(character)
    if known is not None:
        return known
    name = unicodedata.name(character, "").lower()
    words = re.findall(r"[a-z]+", name)
    return "_".join(words) if words else f"u{ord(character)}"


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, or its spelled out punctuation if it has no words."""
    return split_words(text) or spell_words(text) or ("empty",)


def shorten(words: Sequence[str], limit: int) -> tuple[str, ...]:
    """Return as many of the first words of a name as fit into `limit` characters.

    File names are limited to 255 bytes, and longer names are not readable anyway.
    """
    if sum(map(len, words)) + len(words) <= limit:
        return tuple(words)
    kept: list[str] = []
    room = limit
    for word in words:
        room -= len(word) + 1
        if kept and room < 0:
            break
        kept.append(word[:limit])
    return tuple(kept)


def abridge(words: Sequence[str], limit: int) -> tuple[str, ...]:
    """Return as many of the first and last words of a name as fit into `limit` characters.

    The first words of a long name identify its owner, and the last ones distinguish it
    from other names.

    >>> abridge(("customer", "balance", "transfer", "bank"), 20)
    ('customer', 'bank')
    """
    if len(words) == 1 or sum(map(len, words)) + len(words) <= limit:
        return shorten(words, limit)
    start = shorten(words, limit // 2)
    room = limit - sum(map(len, start)) - len(start)
    end = shorten(words[: len(start) - 1 : -1], room)
    return (*start, *reversed(end))


def snake(words: Iterable[str]) -> str:
    """Return words as `snake_case`."""
    return "_".join(words)


def pascal(words: Iterable[str]) -> str:
    """Return words as `PascalCase`."""
    return join_parts(map(_capitalised, words))


@lru_cache(maxsize=16384)
def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def join_parts(parts: Iterable[str]) -> str:
    """Return parts of a class name as one; numbers are separated by underscores.

    >>> join_parts(["Android", "7", "0"]), join_parts(["Line", "2", "Item"])
    ('Android7_0', 'Line2Item')
    """
    name = ""
    for part in parts:
        needs_separator = name[-1:].isdigit() and part[:1].isdigit()
        name += f"_{part}" if needs_separator else part
    return name


def constant(words: Iterable[str]) -> str:
    """Return words as `UPPER_CASE`."""
    return "_".join(words).upper()


def spelling_style(text: str) -> str:
    """Return the style of a spelling, which distinguishes spellings of the same words.

    >>> spelling_style("userName"), spelling_style("user_name")
    ('camel', 'snake')
    """
    letters = _NO_LETTERS.sub("", text)
    separators = {character for character in text if not character.isalnum()}
    if separators == {"_"}:
        return "constant" if letters.isupper() else "snake"
    if separators == {"-"}:
        return "kebab" if letters.islower() else "header"
    if separators == {"."}:
        return "dotted"
    if separators == {" "}:
        return "spaced"
    if separators:
        return "spelled"
    if letters.isupper():
        return "upper"
    if letters.islower():
        return "lower"
    return "camel" if letters[:1].islower() else "pascal"


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """Return the singular of a lower-case English noun; a singular is returned as is."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if not is_plural(word) or word in SAME_PLURALS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith(
        ("statuses", "buses", "bonuses", "aliases", "viruses", "censuses")
    ):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=16384)
def is_plural(word: str) -> bool:
    """Return whether a lower-case word is the plural of an English noun."""
    if word in IRREGULAR_PLURALS or word in SAME_PLURALS:
        return True
    if word in NO_PLURALS or len(word) < 3 or not word.endswith("s"):
        return False
    if word[1:-1].isdigit():  # k8s
        return False
    return not word.endswith(("ss", "us", "is", "ous"))


def singular_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return words with the last one in the singular."""
    return (*words[:-1], singular(words[-1])) if words else ()


def overlap(words: tuple[str, ...], part: tuple[str, ...]) -> int:
    """Return how many of the first words of a part some words end with.

    Plural forms of the last word are ignored.

    >>> overlap(("invoice", "lines"), ("line", "item"))
    1
    """
    for size in range(min(len(part), len(words)), 0, -1):
        if singular_words(words[-size:]) == singular_words(part[:size]):
            return size
    return 0
