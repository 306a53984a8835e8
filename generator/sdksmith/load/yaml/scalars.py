"""Values of plain YAML scalars in the core schema (YAML 1.2, section 10.3.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ...json_data import JsonScalar

_WORDS: Final[dict[str, JsonScalar]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF"), float("inf")),
    **dict.fromkeys(("+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_FIRST_OF_NUMBER: Final = frozenset("0123456789+-.")
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def read_plain_scalar(text: str) -> JsonScalar:
    """Return the value of an unquoted scalar.

    Scalars that have a special type only in YAML 1.1 are strings: `NO`, `on`, `1:30`,
    `2019-01-01`, `=`. `012` is the number 12.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST_OF_NUMBER:
        return text
    if _DECIMAL.fullmatch(text):
        return _read_integer(text, 10)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _OCTAL.fullmatch(text):
        return _read_integer(text[2:], 8)
    if _HEXADECIMAL.fullmatch(text):
        return _read_integer(text[2:], 16)
    return text


def _read_integer(digits: str, base: int) -> int | float:
    try:
        return int(digits, base)
    except ValueError:
        # More digits than Python converts (sys.int_info): infinite as a float.
        return float("inf")
