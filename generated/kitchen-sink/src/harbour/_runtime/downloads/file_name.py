"""File names in the `Content-Disposition` header (RFC 6266)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    import httpx2

_PARAMETER: Final = re.compile(
    r';\s*([!#$%&\'*+.^_`|~0-9a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))',
    re.IGNORECASE,
)
_MAX_LENGTH: Final = 255
"""Maximum length of a name in bytes, which most file systems support."""


def find_file_name(headers: httpx2.Headers) -> str | None:
    """Return the file name in the `Content-Disposition` header; None if missing.

    The name is safe to use: it contains no directory and no control characters, and it
    does not start with a dot.
    """
    parameters = {
        match[1].lower(): match[3].strip() if match[2] is None else _unquote(match[2])
        for match in _PARAMETER.finditer(headers.get("content-disposition", ""))
    }
    name = _decode_extended(parameters.get("filename*", ""))
    return _to_bare_name(name or parameters.get("filename", "")) or None


def _unquote(text: str) -> str:
    # Paths from Windows contain backslashes that do not escape anything.
    return re.sub(r'\\(["\\])', r"\1", text)


def _decode_extended(text: str) -> str:
    """Decode a value such as `UTF-8''na%C3%AFve.txt` (RFC 8187); empty if invalid."""
    charset, _, rest = text.partition("'")
    _, quote, value = rest.partition("'")
    if not quote:
        return ""
    try:
        return unquote(value, charset or "utf-8", "strict")
    except (UnicodeError, LookupError):
        return ""


def _to_bare_name(text: str) -> str:
    name = re.split(r"[/\\]", text)[-1]
    # On Windows, a colon separates a drive or a stream of a file; the other characters
    # are not allowed in names.
    name = "".join(
        char for char in name if char.isprintable() and char not in ':*?"<>|'
    )
    name = name.lstrip(". ").rstrip(". ")
    stem, dot, suffix = name.rpartition(".")
    while len(name.encode()) > _MAX_LENGTH and (stem or suffix):
        stem, suffix = (stem[:-1], suffix) if stem else ("", suffix[:-1])
        name = f"{stem}{dot}{suffix}" if stem else suffix
    return name
