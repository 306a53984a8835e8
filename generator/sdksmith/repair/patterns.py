"""Whether text is a regular expression of ECMA 262, which `pattern` asks for."""

from __future__ import annotations

import re
import warnings
from typing import Final

_ATOMS: Final = re.compile(
    r"\\(?P<escaped>.)|\[\^?(?:\\.|[^\]\\])+\]|\{\d+(?:,\d*)?\}(?!\+)", re.DOTALL
)
"""Escapes, classes and quantifiers, all of which braces may be part of."""
_FOREIGN: Final = re.compile(r"[{}\[\]]|\(\?[P#>aiLmsux]|[*+?]\+")
"""Lone braces and brackets, named groups, flags and possessive matching of other dialects."""
_FOREIGN_ESCAPES: Final = frozenset("AZzGQEhHKRe")
_SUSPECT: Final = frozenset("\\{}[]?+")


def is_pattern(text: str) -> bool:
    """Tell whether each of the validators in use can read a regular expression.

    One reads it as Python does, one as ECMA 262 has it in its Unicode mode; what only
    one of them knows counts as none.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return False
    if _SUSPECT.isdisjoint(text):
        return True
    escapes = {match["escaped"] for match in _ATOMS.finditer(text) if match["escaped"]}
    if any(mark in _FOREIGN_ESCAPES or not mark.isascii() for mark in escapes):
        return False
    return _FOREIGN.search(_ATOMS.sub("", text)) is None
