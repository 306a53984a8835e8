"""Text from outside, such as that of a server, in messages and logs."""

from __future__ import annotations

import re
from typing import Final

MAX_MESSAGE: Final = 10_000
"""Maximum length of the message of an exception or warning, in characters."""

MAX_TEXT: Final = 500
"""Maximum length of a text of the server within a message, in characters."""

MAX_NAME: Final = 200
"""Maximum length of an identifier of the server within a message, in characters."""

_SHORT: Final = 10**MAX_NAME

# Control characters (C0, C1), line and paragraph separators, characters that change the
# direction of text, and lone surrogates, which cannot be encoded.
_UNSAFE: Final = (
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean(text: str, longest: int = MAX_TEXT) -> str:
    r"""Return a text that a message, a log or a terminal can show safely.

    Control characters are escaped (`\n`, `\x1b`), because a server could forge lines of
    a log or control a terminal with them. A longer text is cut.

    Args:
        text: A text from outside, for example from a response.
        longest: Maximum length in characters.
    """
    shown = text if len(text) <= longest else text[:longest]
    if not shown.isprintable():
        shown = re.sub(_UNSAFE, _escape, shown)
    if len(shown) > longest or len(text) > longest:
        shown = f"{shown[:longest]}..."
    return shown


def describe(value: object) -> str:
    """Return a value of a caller for a message: a scalar itself, else its type.

    The `repr` of other values can be long, secret or nested too deeply.
    """
    is_scalar = value is None or isinstance(value, str | bool | float)
    if is_scalar or (isinstance(value, int) and abs(value) < _SHORT):
        return clean(repr(value), MAX_NAME)
    return f"a value of type {type(value).__name__}"


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()
