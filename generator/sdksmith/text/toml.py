"""Values in TOML (1.0.0)."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from .prose import clean

_ESCAPED: Final = re.compile(r'["\\]')


class TomlText(Markup):
    """Text that is safe in a TOML file as it stands."""

    __slots__ = ()


def toml_string(text: str) -> TomlText:
    """Return a basic string, on one line."""
    line = " ".join(clean(text).split())
    return TomlText(f'"{_ESCAPED.sub(_escape, line)}"')


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
