"""Reading of settings from TOML files, with the file and line of each error."""

from __future__ import annotations

import re
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from .settings import (
    AuthKind,
    AuthSettings,
    KeyPath,
    KeyPlace,
    LimitSettings,
    OperationSettings,
    PagingBy,
    PagingSettings,
    Settings,
    SettingsError,
)
from .validation import Validation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time

FILE_NAME: Final = "sdksmith.toml"
_PYPROJECT: Final = "pyproject.toml"
_PYPROJECT_TABLE: Final = ("tool", "sdksmith")
_MAX_BYTES: Final = 4_000_000
"""Maximum size of a settings file. One that names 10,000 methods has 0.7 MB."""
_MAX_DEPTH: Final = 50
"""Maximum depth of brackets, and of dotted keys. Settings have a depth of 5."""

Toml: TypeAlias = "str | float | bool | date | time | list[Toml] | dict[str, Toml]"
"""Values of tomllib; datetimes are covered by `date`, integers by `float`."""

_AUTH_KEYS: Final = ("type", "in", "name", "argument", "environment")
_Word = TypeVar("_Word", bound=StrEnum)


def find_settings_file(spec: str) -> Path | None:
    """Return the path of `sdksmith.toml` in the folder of a document, if it exists."""
    if spec == "-" or "://" in spec:
        return None
    path = Path(spec).parent / FILE_NAME
    # A document whose path is too long or not accessible is reported when it is read.
    with suppress(OSError, ValueError):
        if path.is_file():
            return path
    return None


def read_settings(path: str | Path) -> Settings:
    """Read a settings file.

    Args:
        path: A TOML file with settings at its root, or a `pyproject.toml` with settings
            in its `[tool.sdksmith]` table.

    Returns:
        The settings; those that the file does not contain have their defaults.

    Raises:
        SettingsError: If the file cannot be read or a setting is invalid.
    """
    path = Path(path)
    name = str(path)
    text = _read_text(path)
    root = _parse(text, name)
    if path.name == _PYPROJECT:
        root = _pyproject_table(root, name)
    try:
        return _settings(root)
    except SettingsError as error:
        line = find_line(text, _table_path(path) + error.key)
        raise SettingsError(error.message, error.key, file=name, line=line) from None


def _read_text(path: Path) -> str:
    """Return the text of a settings file.

    Raises:
        SettingsError: If the file cannot be read, is too large, or is not UTF-8.
    """
    name = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(f"cannot read the file: {reason}", file=name) from error
    if len(data) > _MAX_BYTES:
        limit = _MAX_BYTES // 1_000_000
        raise SettingsError(f"larger than {limit} MB", file=name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError("not valid UTF-8", file=name, line=line) from error


def _parse(text: str, name: str) -> dict[str, Toml]:
    import tomllib  # takes 4 ms, and many runs have no settings file

    # Time and memory of tomllib are quadratic in the number of parts of a dotted key.
    deep = _DEEP_KEY.search(text)
    if deep is not None:
        line = text.count("\n", 0, deep.start()) + 1
        raise SettingsError("key has too many parts", file=name, line=line)
    try:
        return tomllib.loads(text)
    except ValueError as error:  # besides syntax errors: integers with too many digits
        line, message = _describe_syntax_error(error, text)
        raise SettingsError(message, file=name, line=line) from error
    except RecursionError:
        raise SettingsError(
            "values are nested too deeply", file=name, line=_find_nesting(text)
        ) from None


def _find_nesting(text: str) -> int:
    """Return the line where brackets are nested deeper than in any settings, or 0."""
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        depth += line.count("[") + line.count("{")
        if depth > _MAX_DEPTH:
            return number
        depth = max(0, depth - line.count("]") - line.count("}"))
    return 0


def read_settings_beside(spec: str) -> Settings:
    """Return the settings of the file next to a document, or the defaults without a file.

    Raises:
        SettingsError: If the settings are invalid.
    """
    path = find_settings_file(spec)
    return Settings() if path is None else read_settings(path)


def locate_error(error: SettingsError, path: Path | None) -> SettingsError:
    """Return an error raised by a stage, with the file and line of its key added.

    The error is returned unchanged if the key is not in the file, for example because it
    was given on the command line.
    """
    if path is None or error.file:
        return error
    line = find_line(_read_text(path), _table_path(path) + error.key)
    if not line:
        return error
    return SettingsError(error.message, error.key, file=str(path), line=line)


def _table_path(path: Path) -> KeyPath:
    return _PYPROJECT_TABLE if path.name == _PYPROJECT else ()


def _pyproject_table(root: Mapping[str, Toml], name: str) -> dict[str, Toml]:
    tool = root.get("tool")
    table = tool.get("sdksmith") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        raise SettingsError("missing table [tool.sdksmith]", file=name)
    return table


def _describe_syntax_error(error: ValueError, text: str) -> tuple[int, str]:
    # Before Python 3.14 the location is only available in the message.
    match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
    message = str(error)[: match.start()] if match else str(error)
    if match is None:
        return 0, f"invalid TOML: {message[:1].lower()}{message[1:]}"
    line = int(match[1]) if match[1] else len(text.splitlines())
    return line, f"invalid TOML: {message[:1].lower()}{message[1:]}"


def _settings(root: Mapping[str, Toml]) -> Settings:
    defaults = Settings()
    _check_keys(root, list(Settings.__struct_fields__), ())
    return Settings(
        package=_text(root, "package"),
        distribution=_text(root, "distribution"),
        version=_text(root, "version") or defaults.version,
        base_url=_text(root, "base_url"),
        idempotency_header=_text(root, "idempotency_header") or "",
        auth={key: _auth(table, ("auth", key)) for key, table in _tables(root, "auth")},
        names=_names(root),
        operations={
            key: _operation(table, ("operations", key))
            for key, table in _tables(root, "operations")
        },
        guess=_flag(root, "guess", defaults.guess),
        strict=_flag(root, "strict", defaults.strict),
        validate=_word(root, "validate", Validation) or defaults.validate,
        allow_remote=_flag(root, "allow_remote", defaults.allow_remote),
        limits=_limits(root),
    )


def _limits(root: Mapping[str, Toml]) -> LimitSettings:
    table = root.get("limits", {})
    if not isinstance(table, dict):
        raise SettingsError("`limits` must be a table: `[limits]`", ("limits",))
    at = ("limits",)
    _check_keys(table, LimitSettings.__struct_fields__, at)
    return LimitSettings(
        nodes=_number(table, "nodes", at),
        output_bytes=_number(table, "output_bytes", at),
    )


def _auth(table: Mapping[str, Toml], at: KeyPath) -> AuthSettings:
    _check_keys(table, _AUTH_KEYS, at)
    return AuthSettings(
        type=_word(table, "type", AuthKind, at),
        place=_word(table, "in", KeyPlace, at) or KeyPlace.HEADER,
        name=_text(table, "name", at) or "",
        argument=_text(table, "argument", at) or "",
        environment=_text(table, "environment", at) or "",
    )


def _operation(table: Mapping[str, Toml], at: KeyPath) -> OperationSettings:
    _check_keys(table, OperationSettings.__struct_fields__, at)
    paging = table.get("paging")
    at = (*at, "paging")
    if paging is None or paging is False:
        return OperationSettings(paging=paging)
    if not isinstance(paging, dict):
        raise SettingsError("`paging` must be false or a table", at)
    _check_keys(paging, PagingSettings.__struct_fields__, at)
    by = _word(paging, "by", PagingBy, at)
    if by is None:
        known = ", ".join(f'"{word}"' for word in PagingBy)
        raise SettingsError(f"`paging` requires `by`, one of {known}", at)
    return OperationSettings(
        paging=PagingSettings(
            by=by,
            parameter=_text(paging, "parameter", at) or "",
            next=_text(paging, "next", at) or "",
            items=_text(paging, "items", at),
            more=_text(paging, "more", at),
            total=_text(paging, "total", at),
            pages=_text(paging, "pages", at),
            first=_number(paging, "first", at),
        )
    )


def _names(root: Mapping[str, Toml]) -> dict[str, str]:
    table = root.get("names", {})
    if not isinstance(table, dict):
        raise SettingsError("`names` must be a table", ("names",))
    return {key: _text(table, key, ("names",)) or "" for key in table}


def _tables(root: Mapping[str, Toml], key: str) -> list[tuple[str, dict[str, Toml]]]:
    value = root.get(key, {})
    if not isinstance(value, dict):
        raise SettingsError(f"`{key}` must be a table: `[{key}.…]`", (key,))
    tables: list[tuple[str, dict[str, Toml]]] = []
    for name, table in value.items():
        if not isinstance(table, dict):
            raise SettingsError(
                f"`{key}.{name}` must be a table: `[{key}.{name}]`", (key, name)
            )
        tables.append((name, table))
    return tables


def _check_keys(table: Mapping[str, Toml], known: Iterable[str], at: KeyPath) -> None:
    known = list(known)
    for key in table:
        if key in known:
            continue
        from difflib import get_close_matches

        near = get_close_matches(key, known, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"expected {', '.join(known)}"
        raise SettingsError(f"unknown setting `{key}`; {hint}", (*at, key))


def _text(table: Mapping[str, Toml], key: str, at: KeyPath = ()) -> str | None:
    value = table.get(key)
    if key in table and not isinstance(value, str):
        raise SettingsError(f"`{key}` must be a string", (*at, key))
    return value if isinstance(value, str) else None


def _number(table: Mapping[str, Toml], key: str, at: KeyPath) -> int | None:
    value = table.get(key)
    if key in table and (not isinstance(value, int) or isinstance(value, bool)):
        raise SettingsError(f"`{key}` must be an integer", (*at, key))
    return value if isinstance(value, int) else None


def _flag(table: Mapping[str, Toml], key: str, default: bool) -> bool:
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise SettingsError(f"`{key}` must be true or false", (key,))
    return value


def _word(
    table: Mapping[str, Toml], key: str, words: type[_Word], at: KeyPath = ()
) -> _Word | None:
    text = _text(table, key, at)
    if text is None:
        return None
    try:
        return words(text)
    except ValueError:
        known = ", ".join(f'"{word}"' for word in words)
        message = f"`{key}` must be one of {known}, got {text!r}"
        raise SettingsError(message, (*at, key)) from None


_DEEP_KEY: Final = re.compile(
    rf"""(?<![\w-])(?:(?>[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){{{_MAX_DEPTH}}}"""
)
_PART: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_PATH: Final = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER: Final = re.compile(rf"[ \t]*\[\[?[ \t]*({_PATH})[ \t]*\]")
_ENTRY: Final = re.compile(rf"[ \t]*({_PATH})[ \t]*=")


def find_line(text: str, key: KeyPath) -> int:
    """Return the line of a key in TOML, or of the nearest enclosing table, or 0.

    tomllib does not record positions. This function is only called for error messages.
    """
    best, best_length = 0, 0
    table: KeyPath = ()
    closing = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if header := _HEADER.match(line):
            found = table = _parts(header[1])
        elif entry := _ENTRY.match(line):
            found = table + _parts(entry[1])
            closing = _opened_string(line[entry.end() :])
        else:
            continue
        if key[: len(found)] == found and len(found) > best_length:
            best, best_length = number, len(found)
    return best


def _parts(path: str) -> KeyPath:
    import tomllib

    return tuple(
        str(tomllib.loads(f"x = {part}")["x"]) if part[0] in "\"'" else part
        for part in re.findall(_PART, path)
    )


def _opened_string(value: str) -> str:
    for quotes in ('"""', "'''"):
        if value.lstrip().startswith(quotes) and value.count(quotes) == 1:
            return quotes
    return ""
