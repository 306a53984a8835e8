"""Reading and writing of `sdksmith.lock`.

The file is TOML with one line for each name, sorted, so that branches which add names can be
merged line by line.
"""

from __future__ import annotations

import keyword
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..config.settings import SettingsError
from ..config.toml_files import find_line, parse_toml
from ..model.released_names import ReleasedNames, owner_of
from ..text.toml import toml_key
from .names_lock import NamesLock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..config.toml_files import Toml

_VERSION: Final = 1
_REMOVED: Final = "removed"
_SECTIONS: Final = ReleasedNames.__struct_fields__
_HEADER: Final = """\
# Names of the released client. Commit this file: `sdksmith generate` keeps these names, and
# adds those of new operations. Names in the tables `removed` are not given to anything else;
# `sdksmith generate --prune` deletes them.
"""
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


def parse_lock(text: str, path: Path) -> NamesLock:
    """Return the content of a lock.

    Args:
        text: The text of the file.
        path: The file.

    Raises:
        SettingsError: If the text is not a valid lock.
    """
    try:
        return _parse(parse_toml(text, str(path)))
    except SettingsError as error:
        if error.file:
            hint = "; resolve the merge conflict" if "\n<<<<<<<" in f"\n{text}" else ""
            raise SettingsError(
                f"{error.message}{hint}", file=error.file, line=error.line
            ) from None
        line = find_line(text, error.key)
        raise SettingsError(
            error.message, error.key, file=str(path), line=line
        ) from None


def dump_lock(lock: NamesLock) -> str:
    """Return a lock as text; it depends on its names only."""
    parts = [f"{_HEADER}\nversion = {_VERSION}\npackage = {toml_key(lock.package)}\n"]
    for prefix, names in (("", lock.names), (f"{_REMOVED}.", lock.removed)):
        for section in _SECTIONS:
            table: Mapping[str, str | tuple[str, ...]] = getattr(names, section)
            if table:
                lines = (
                    f"{toml_key(key)} = {_value(table[key])}\n" for key in sorted(table)
                )
                parts.append(f"\n[{prefix}{section}]\n{''.join(lines)}")
    return "".join(parts)


def write_lock(path: Path, lock: NamesLock) -> None:
    """Write a lock, completely or not at all.

    Raises:
        SettingsError: If the file cannot be written.
    """
    from ..output.single_files import write_text_atomically  # imports tempfile: 5 ms

    try:
        write_text_atomically(path, dump_lock(lock))
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsError(
            f"cannot write the file: {reason}", file=str(path)
        ) from error


def _value(names: str | tuple[str, ...]) -> str:
    if isinstance(names, str):
        return toml_key(names)
    texts = [toml_key(name) for name in names]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _parse(root: Mapping[str, Toml]) -> NamesLock:
    version, package = root.get("version"), root.get("package")
    if version != _VERSION:
        raise SettingsError(
            f"`version` must be {_VERSION}; a later version of sdksmith may have written "
            "this file",
            ("version",),
        )
    if not isinstance(package, str):
        raise SettingsError("`package` must be a string", ("package",))
    tables = {
        key: value for key, value in root.items() if key not in {"version", "package"}
    }
    removed = tables.pop(_REMOVED, {})
    if not isinstance(removed, dict):
        raise SettingsError(f"`{_REMOVED}` must be a table", (_REMOVED,))
    names = _names(tables, ())
    _check_unique(names)
    return NamesLock(package, names, _names(removed, (_REMOVED,)))


def _names(tables: Mapping[str, Toml], at: tuple[str, ...]) -> ReleasedNames:
    methods: dict[str, tuple[str, ...]] = {}
    others: dict[str, dict[str, str]] = {}
    for section, table in tables.items():
        key = (*at, section)
        if section not in _SECTIONS:
            expected = ", ".join(_SECTIONS)
            raise SettingsError(f"unknown table `{section}`; expected {expected}", key)
        if not isinstance(table, dict):
            raise SettingsError(f"`{section}` must be a table", key)
        if section == "methods":
            methods = {
                name: _calls(value, (*key, name)) for name, value in table.items()
            }
        else:
            others[section] = {
                name: _name(value, (*key, name)) for name, value in table.items()
            }
    return ReleasedNames(methods=methods, **others)


def _calls(value: Toml, at: tuple[str, ...]) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    calls = [text for text in values if isinstance(text, str)]
    valid = all(_is_name(part) for call in calls for part in call.split("."))
    if len(calls) != len(values) or not calls or not valid:
        raise SettingsError('must be a call such as "orders.list"', at)
    return tuple(calls)


def _name(value: Toml, at: tuple[str, ...]) -> str:
    if not isinstance(value, str) or not _is_name(value):
        raise SettingsError("must be a Python name", at)
    return value


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and not keyword.iskeyword(text)


def _check_unique(names: ReleasedNames) -> None:
    """Check that no name stands for two things, for example after a merge."""
    seen: dict[tuple[str, str, str], str] = {}
    for section, owner, key, name in _owned(names):
        other = seen.setdefault((section, owner, name), key)
        if other != key:
            raise SettingsError(
                f"`{name}` is also the name of `{other}`; delete one of the lines",
                (section, key),
            )


def _owned(names: ReleasedNames) -> Iterator[tuple[str, str, str, str]]:
    """Yield section, scope, key and name, without types, whose places share a name."""
    for key, calls in names.methods.items():
        yield from (("methods", "", key, call) for call in calls)
    for section in ("arguments", "properties"):
        for key, name in getattr(names, section).items():
            yield section, owner_of(key), key, name
    for section in ("options", "error_codes"):
        for key, name in getattr(names, section).items():
            yield section, "", key, name
    for section in ("types", "request_types"):
        for key, name in getattr(names, section).items():
            if not owner_of(key):  # a component
                yield section, "", key, name
