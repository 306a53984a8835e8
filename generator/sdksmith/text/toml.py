"""TOML 1.0.0 values."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from .prose import clean

_ESCAPED: Final = re.compile(r'["\\]')


class TomlText(Markup):
    """Text that is safe to insert into a TOML file without escaping."""

    __slots__ = ()


def toml_string(text: str) -> TomlText:
    """Return text as a TOML basic string on one line."""
    line = " ".join(clean(text).split())
    return TomlText(f'"{_ESCAPED.sub(_escape, line)}"')


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
