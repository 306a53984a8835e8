"""TOML 1.0.0 values."""

from __future__ import annotations

import json
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


def toml_key(text: str) -> str:
    """Return text, without lone surrogates, as a TOML basic string with all characters."""
    # JSON has the same escapes, except that TOML forbids a plain DEL.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
