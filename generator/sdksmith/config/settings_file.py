"""Reading of settings from TOML files, with the file and line of each error."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

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
from .toml_files import Toml, find_line, parse_toml, read_toml_text
from .validation import Validation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE_NAME: Final = "sdksmith.toml"
_PYPROJECT: Final = "pyproject.toml"
_PYPROJECT_TABLE: Final = ("tool", "sdksmith")
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
    text = read_toml_text(path)
    root = parse_toml(text, name)
    if path.name == _PYPROJECT:
        root = _pyproject_table(root, name)
    try:
        return _settings(root)
    except SettingsError as error:
        line = find_line(text, _table_path(path) + error.key)
        raise SettingsError(error.message, error.key, file=name, line=line) from None


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
    line = find_line(read_toml_text(path), _table_path(path) + error.key)
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
        deprecated_aliases=_flag(
            root, "deprecated_aliases", defaults.deprecated_aliases
        ),
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
