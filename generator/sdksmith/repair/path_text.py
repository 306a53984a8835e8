"""Reads paths as people write them: other kinds of placeholder, queries, spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_EXPRESSION: Final = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*)\}")
"""A placeholder; a regular expression in it may have braces of its own."""
_PATTERN: Final = re.compile(r"\s*([\w.-]+)\s*[:=].*", re.DOTALL)
"""`{id:[0-9]+}` of web frameworks, `{name=projects/*}` of Google's HTTP rules."""
_OPERATOR: Final = re.compile(r"([+*./]?)\s*([\w-][\w.-]*)\s*[*?]?\s*")
"""`{+path}`, `{.format}`, `{/id}` and `{path*}` of RFC 6570; `{id?}` of frameworks."""
_QUERY_EXPRESSION: Final = re.compile(r"\{[?&]([^{}]*)\}")
_COLON: Final = re.compile(r"(?<=/):([A-Za-z_]\w*)(?=/|$|\.)")
_ANGLED: Final = re.compile(r"<(?:\w+:)?\s*([\w.-]+)\s*>")
_MANGLED_AMPERSAND: Final = re.compile(r"&amp;|%26(?=[\w.\[\]-]+=)", re.IGNORECASE)
_PLACEHOLDER_VALUE: Final = re.compile(r"\{[^{}]*\}|<[^<>]*>|:[A-Za-z_]\w*")


class Query(Struct, frozen=True):
    """A query string that stands in a path.

    Attributes:
        fixed: Name and value, decoded, of what never changes.
        names: The names of what a caller gives: those whose value is a placeholder.
    """

    fixed: dict[str, str]
    names: tuple[str, ...]


def tidy(path: str) -> str:
    """Return a path without space at its ends and slashes, on one line."""
    lines = re.sub(r"\s*[\r\n]\s*", "", path.strip())
    return re.sub(r"\s*/\s*", "/", lines)


def read_query(text: str) -> Query:
    """Read what stands behind the question mark of a path."""
    fixed: dict[str, str] = {}
    names: list[str] = []
    for pair in _MANGLED_AMPERSAND.sub("&", text).split("&"):
        name, _, value = pair.partition("=")
        name = unquote(name).strip(" {}")
        if not name:
            continue
        if _PLACEHOLDER_VALUE.fullmatch(value) or pair.strip().startswith("{"):
            names.append(name)
        else:
            fixed[name] = unquote(value)
    return Query(fixed, tuple(names))


def query_expressions(path: str) -> tuple[str, list[str]]:
    """Return a path without RFC 6570's `{?a,b*}`, and the names in those."""
    names: list[str] = []
    for found in _QUERY_EXPRESSION.findall(path):
        names += [name.strip().rstrip("*") for name in found.split(",") if name.strip()]
    return _QUERY_EXPRESSION.sub("", path), names


def plain_placeholders(path: str, declared: AbstractSet[str], *, colons: bool) -> str:
    """Return a path with each placeholder as `{name}`.

    Args:
        path: As written.
        declared: The names of declared path parameters; a placeholder of exactly such
            a name is left alone, whatever it looks like.
        colons: Whether `:name` is a placeholder here, and not the verb of a path such
            as `/participants/:add`.
    """
    path = re.sub(r"%7b", "{", path, flags=re.IGNORECASE)
    path = re.sub(r"%7d", "}", path, flags=re.IGNORECASE)
    path = re.sub(r"\$(?=\{)", "", path)
    path = re.sub(r"\{\{([^{}]*)\}\}", r"{\1}", path)
    path = _ANGLED.sub(r"{\1}", path.replace("&lt;", "<").replace("&gt;", ">"))
    path = _COLON.sub(
        lambda found: (
            f"{{{found[1]}}}" if colons or found[1] in declared else found[0]
        ),
        path,
    )
    return _EXPRESSION.sub(lambda found: _plain(found[1], declared), path)


def has_colons(path: str) -> bool:
    """Tell whether a segment of a path is written `:name`."""
    return _COLON.search(path) is not None


def balance(path: str) -> str:
    """Return a path in which every brace has its partner."""
    return "/".join(_balance(segment) for segment in path.split("/"))


def _plain(text: str, declared: AbstractSet[str]) -> str:
    if text not in declared:
        if found := _PATTERN.fullmatch(text):
            return f"{{{found[1]}}}"
        if found := _OPERATOR.fullmatch(text):
            # `data{.format}` sends the dot, too (RFC 6570, section 3.2.5).
            before = found[1] if found[1] in {".", "/"} else ""
            return f"{before}{{{found[2]}}}"
        text = text.strip()
    return f"{{{text}}}"


def _balance(segment: str) -> str:
    parts: list[str] = []
    is_open = False
    start = 0
    for part in re.split(r"([{}])", segment):
        if part == "{":
            if is_open:
                # `{a{b}`: the first one was never closed.
                parts.append("}")
            is_open, start = True, len(parts)
            parts.append(part)
        elif part == "}":
            if is_open:
                parts.append(part)
            elif start < len(parts):
                # `id}`: what stands since the last placeholder is the name.
                parts.insert(start, "{")
                parts.append(part)
            is_open, start = False, len(parts)
        elif part:
            parts.append(part)
    return "".join(parts) + ("}" if is_open else "")
