"""Reading of TOML files, with the file and line of each error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from .settings import KeyPath, SettingsError

if TYPE_CHECKING:
    from datetime import date, time
    from pathlib import Path

_MAX_BYTES: Final = 4_000_000
"""Maximum size of a settings file. One that names 10,000 methods has 0.7 MB."""
_MAX_DEPTH: Final = 50
"""Maximum depth of brackets, and of dotted keys. Settings have a depth of 5."""

Toml: TypeAlias = "str | float | bool | date | time | list[Toml] | dict[str, Toml]"
"""Values of tomllib; datetimes are covered by `date`, integers by `float`."""


def read_toml_text(path: Path, max_bytes: int = _MAX_BYTES) -> str:
    """Return the text of a TOML file.

    Args:
        path: The file.
        max_bytes: Maximum size.

    Raises:
        SettingsError: If the file cannot be read, is too large, or is not UTF-8.
    """
    name = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(f"cannot read the file: {reason}", file=name) from error
    if len(data) > max_bytes:
        limit = max_bytes // 1_000_000
        raise SettingsError(f"larger than {limit} MB", file=name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError("not valid UTF-8", file=name, line=line) from error


def parse_toml(text: str, name: str) -> dict[str, Toml]:
    """Return the root table of a TOML text.

    Args:
        text: The text.
        name: Path of the file, for errors.

    Raises:
        SettingsError: If the text is not valid TOML, or nested too deeply.
    """
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


def _describe_syntax_error(error: ValueError, text: str) -> tuple[int, str]:
    # Before Python 3.14 the location is only available in the message.
    match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
    message = str(error)[: match.start()] if match else str(error)
    if match is None:
        return 0, f"invalid TOML: {message[:1].lower()}{message[1:]}"
    line = int(match[1]) if match[1] else len(text.splitlines())
    return line, f"invalid TOML: {message[:1].lower()}{message[1:]}"


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
