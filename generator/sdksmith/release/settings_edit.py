"""Change of `version` in a settings file, with all comments kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..config.settings import SettingsError
from ..config.toml_files import find_line, parse_toml, read_toml_text
from ..text.toml import toml_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..config.toml_files import Toml

_TABLES: Final = {"pyproject.toml": ("tool", "sdksmith")}
_ENTRY: Final = re.compile(r"""([ \t]*version[ \t]*=[ \t]*)("[^"\n]*"|'[^'\n]*')""")
_KEY: Final = "version"


def with_version(path: Path, version: str) -> str:
    """Return the text of a settings file with another `version`.

    Args:
        path: The file. If it does not exist, it is one without settings.
        version: The version.

    Raises:
        SettingsError: If the file cannot be read, or if the setting is not on a line of
            its own.
    """
    text = read_toml_text(path) if path.exists() else ""
    table = _TABLES.get(path.name, ())
    lines = text.splitlines(keepends=True)
    end = "\r\n" if text.count("\r\n") else "\n"
    if _KEY in _table(parse_toml(text, str(path)), table):
        number = find_line(text, (*table, _KEY))
        lines[number - 1] = _ENTRY.sub(
            lambda match: match[1] + toml_key(version), lines[number - 1], count=1
        )
    else:
        number = find_line(text, table) if table else _first_entry(lines)
        lines.insert(number, f"{_KEY} = {toml_key(version)}{end}")
    changed = "".join(lines)
    if _table(parse_toml(changed, str(path)), table).get(_KEY) != version:
        raise SettingsError(
            f"`version` is not on a line of its own; set it to {toml_key(version)}",
            (*table, _KEY),
            file=str(path),
            line=number,
        )
    return changed


def _table(root: Mapping[str, Toml], path: tuple[str, ...]) -> Mapping[str, Toml]:
    found: Toml = dict(root)
    for key in path:
        found = found.get(key, {}) if isinstance(found, dict) else {}
    return found if isinstance(found, dict) else {}


def _first_entry(lines: list[str]) -> int:
    """Return the number of lines before the first entry, such as a comment on the file."""
    for number, line in enumerate(lines):
        if line.strip() and not line.startswith("#"):
            return number
    return len(lines)
