"""Servers of a document, path item or operation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...json_data import array_of, object_of, text_of
from ...text.urls import Url, parse_template
from ..api import Server, Variable

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue

_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")
_NAMES: Final = ("name", "x-name", "x-speakeasy-server-id", "x-fern-server-name")


def read_servers(listed: JsonValue) -> tuple[Server, ...]:
    """Return servers in document order, the preferred one first.

    If a server is listed with http and with https, the https URL is moved in front of the
    http URL, because credentials are not sent over plain http.
    """
    servers: dict[str, Server] = {}
    for node in array_of(listed):
        server = _read_server(object_of(node))
        if server.url and _is_usable(server.url):
            servers.setdefault(server.url, server)
    ordered: dict[str, Server] = {}
    for url, server in servers.items():
        secure = url.replace("http://", "https://", 1)
        for each in (servers.get(secure), server):
            if each is not None:
                ordered.setdefault(each.url, each)
    return tuple(ordered.values())


def _is_usable(url: str) -> bool:
    """Return whether a URL is valid, and relative or an http or https URL."""
    parts = parse_template(url, {})
    return isinstance(parts, Url) and (parts.is_web or not parts.scheme)


def _read_server(node: JsonObject) -> Server:
    url = text_of(node.get("url")).strip()
    variables = object_of(node.get("variables"))
    # A variable without a definition has no default, so the caller must give its value.
    names = dict.fromkeys((*variables, *_VARIABLE.findall(url)))
    return Server(
        url=url,
        variables=tuple(
            _read_variable(name, object_of(variables.get(name))) for name in names
        ),
        description=text_of(node.get("description")).strip(),
        name=next(filter(None, (text_of(node.get(key)).strip() for key in _NAMES)), ""),
    )


def _read_variable(name: str, node: JsonObject) -> Variable:
    return Variable(
        name=name,
        default=_plain(node.get("default")),
        values=tuple(dict.fromkeys(map(_plain, array_of(node.get("enum"))))),
        description=text_of(node.get("description")).strip(),
    )


def _plain(value: JsonValue) -> str:
    """Return a value as a string; ports are often written as numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return text_of(value)
    return str(value)
