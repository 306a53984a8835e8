"""Parsing of paths as authors write them: other placeholders, queries, spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_EXPRESSION: Final = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*)\}")
"""A placeholder, which can contain a regular expression with braces."""
_PATTERN: Final = re.compile(r"\s*([\w.-]+)\s*([:=].*)", re.DOTALL)
"""`{id:[0-9]+}` in web frameworks, `{name=projects/*}` in Google's HTTP rules."""
_OPERATOR: Final = re.compile(
    r"(\+|\*{1,2}|[./])?\s*([\w-]+(?:\.[\w-]+)*)\s*(\?|\+|\*{1,2}|\.{3})?\s*"
)
"""`{+path}`, `{.format}`, `{/id}` and `{path*}` in RFC 6570; `{id?}`, `{*path}` and
`{path...}` in frameworks; `{proxy+}` in API Gateway."""
_SPANNING_OPERATORS: Final = frozenset({"+", "*", "**", "..."})
_SPANNING_PATTERN: Final = re.compile(
    r"=.*(?:/|\*\*).*|:\s*(?:path|\.[*+]\??)\s*", re.DOTALL
)
"""`{name=projects/*}` and `{name=**}` in Google's HTTP rules; `{name:path}` and
`{name:.*}` in frameworks. `{name=*}` is one segment."""
_QUERY_EXPRESSION: Final = re.compile(r"\{[?&]([^{}]*)\}")
_COLON: Final = re.compile(r"(?<=/):([A-Za-z_]\w*)(?=/|$|\.)")
_ANGLED: Final = re.compile(r"<(?:\w+:)?\s*([\w.-]+)\s*>")
_SPANNING_ANGLED: Final = re.compile(r"<path:\s*([\w.-]+)\s*>")
"""`<path:name>` in Flask and Django."""
_MANGLED_AMPERSAND: Final = re.compile(r"&amp;|%26(?=[\w.\[\]-]+=)", re.IGNORECASE)
_PLACEHOLDER_VALUE: Final = re.compile(r"\{[^{}]*\}|<[^<>]*>|:[A-Za-z_]\w*")


class Query(Struct, frozen=True):
    """Query string in a path.

    Attributes:
        fixed: Constant parameters: decoded values by decoded name.
        names: Names of the parameters whose value is a placeholder.
    """

    fixed: dict[str, str]
    names: tuple[str, ...]


def normalize_path(path: str) -> str:
    """Return a path on one line, without spaces at its ends and around slashes."""
    lines = re.sub(r"\s*[\r\n]\s*", "", path.strip())
    return re.sub(r"\s*/\s*", "/", lines)


def read_query(text: str) -> Query:
    """Parse the part of a path after the question mark."""
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
    """Remove query expressions such as `{?a,b*}` (RFC 6570), and return their names."""
    names: list[str] = []
    for found in _QUERY_EXPRESSION.findall(path):
        names += [name.strip().rstrip("*") for name in found.split(",") if name.strip()]
    return _QUERY_EXPRESSION.sub("", path), names


def plain_placeholders(
    path: str,
    declared: AbstractSet[str],
    *,
    colons: bool,
    verbs: AbstractSet[str] = frozenset(),
) -> str:
    """Rewrite all placeholders of a path to the form `{name}`.

    Args:
        path: The path as written.
        declared: Names of the declared path parameters. A placeholder whose text is one
            of these names is not changed.
        colons: Whether `:name` is a placeholder, and not a verb as in
            `/participants/:add`.
        verbs: Names that are verbs in any case, unless a parameter has the name.
    """
    path = _ANGLED.sub(r"{\1}", _decode(path))
    path = _COLON.sub(
        lambda found: (
            f"{{{found[1]}}}"
            if found[1] in declared or (colons and found[1] not in verbs)
            else found[0]
        ),
        path,
    )
    return _EXPRESSION.sub(lambda found: _plain(found[1], declared), path)


def spanning_placeholders(path: str, declared: AbstractSet[str]) -> tuple[str, ...]:
    """Return the names of the placeholders whose values can contain slashes.

    `plain_placeholders`, which has the same arguments, removes the notation for it.
    """
    path = _decode(path)
    names: list[str] = _SPANNING_ANGLED.findall(path)
    for text in _EXPRESSION.findall(path):
        if text in declared:
            continue
        if found := _PATTERN.fullmatch(text):
            if _SPANNING_PATTERN.fullmatch(found[2]):
                names.append(found[1])
        elif (found := _OPERATOR.fullmatch(text)) and not (
            _SPANNING_OPERATORS.isdisjoint((found[1], found[3]))
        ):
            names.append(found[2])
    return tuple(dict.fromkeys(names))


def _decode(path: str) -> str:
    """Return a path without escapes and repetitions of the marks of placeholders."""
    path = re.sub(r"%7b", "{", path, flags=re.IGNORECASE)
    path = re.sub(r"%7d", "}", path, flags=re.IGNORECASE)
    path = re.sub(r"\$(?=\{)", "", path)
    path = re.sub(r"\{\{([^{}]*)\}\}", r"{\1}", path)
    return path.replace("&lt;", "<").replace("&gt;", ">")


def has_colons(path: str) -> bool:
    """Return whether a path has a segment of the form `:name`."""
    return _COLON.search(path) is not None


def balance(path: str) -> str:
    """Return a path with missing opening and closing braces added."""
    return "/".join(_balance(segment) for segment in path.split("/"))


def _plain(text: str, declared: AbstractSet[str]) -> str:
    if text not in declared:
        if found := _PATTERN.fullmatch(text):
            return f"{{{found[1]}}}"
        if found := _OPERATOR.fullmatch(text):
            # `data{.format}` includes the dot (RFC 6570, section 3.2.5).
            before = found[1] if found[1] in {".", "/"} else ""
            return f"{before}{{{found[2]}}}"
        text = text.strip()
    return f"{{{text}}}"


def _balance(segment: str) -> str:
    if "{" not in segment and "}" not in segment:
        return segment
    parts: list[str] = []
    is_open = False
    start = 0
    for part in re.split(r"([{}])", segment):
        if part == "{":
            if is_open:
                # `{a{b}`: the first placeholder is not closed.
                parts.append("}")
            is_open, start = True, len(parts)
            parts.append(part)
        elif part == "}":
            if is_open:
                parts.append(part)
            elif start < len(parts):
                # `id}`: the name is the text since the last placeholder.
                parts.insert(start, "{")
                parts.append(part)
            is_open, start = False, len(parts)
        elif part:
            parts.append(part)
    return "".join(parts) + ("}" if is_open else "")
