"""Python names of methods, attributes and arguments."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, Final

from ...text.words import shorten, snake

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST: Final = 64


def python_name(words: Sequence[str], role: str, limit: int = _LONGEST) -> str:
    """Return words as a valid Python name in snake_case.

    Args:
        words: The words of the name.
        role: Name if `words` is empty, and prefix of names that start with a digit; for
            example `field`.
        limit: Maximum length.
    """
    name = snake(shorten(words, limit)) or role
    if name[0].isdigit():
        return f"{role}_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name
