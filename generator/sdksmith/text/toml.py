"""TOML 1.0.0 values."""

from __future__ import annotations

import json
import re
from typing import Final

from markupsafe import Markup

from .prose import clean

_INVISIBLE: Final = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Control and format characters, and line separators, which an editor does not show."""
_ESCAPED: Final = re.compile(r'["\\]')


class TomlText(Markup):
    """Text that is safe to insert into a TOML file without escaping."""

    __slots__ = ()


def toml_string(text: str) -> TomlText:
    """Return text as a TOML basic string on one line."""
    line = " ".join(clean(text).split())
    return TomlText(f'"{_ESCAPED.sub(_escape, line)}"')


def toml_key(text: str) -> str:
    """Return text, without lone surrogates, as a TOML basic string with all characters."""
    # JSON has the same escapes for these characters.
    quoted = json.dumps(text, ensure_ascii=False)
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
