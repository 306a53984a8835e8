"""Parsing of servers, and of the host and base path of Swagger 2.0, as authors write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import object_of, text_of
from ...text.urls import Invalid, Url, parse_template, parse_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...json_data import JsonObject

# Pattern of `host` in the JSON Schema of Swagger 2.0.
_HOST: Final = re.compile(r"[^{}/ :\\]+(?::\d+)?")
# The runtime accepts only these values in front of the path of a URL.
_VALUE_IN_HOST: Final = re.compile(r"[A-Za-z0-9._~\-]+(:[0-9]+)?")

_URL: Final = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*):)?//([^/?#]*)([^?#]*).*")
_SCHEMES: Final = frozenset(("http", "https", "ws", "wss"))


class ServerUrl(Struct, frozen=True):
    """Parts of a URL, each of which can be empty."""

    scheme: str
    host: str
    path: str


def read_server_url(text: str) -> ServerUrl:
    """Split a value of `host`, with or without a scheme, into its parts."""
    text = text.strip().replace("\\", "/")
    found = _URL.fullmatch(text if "//" in text else f"//{text}")
    if found is None:
        return ServerUrl("", "", "")
    scheme = (found[1] or "").lower()
    # User information is not part of the host, and a client must not contain secrets.
    host = found[2].rpartition("@")[2].strip()
    return ServerUrl(scheme if scheme in _SCHEMES else "", host, base_path(found[3]))


def is_host(text: str) -> bool:
    """Return whether a string is a valid `host` of Swagger 2.0."""
    if not _HOST.fullmatch(text):
        return False
    url = parse_url(f"https://{text}")
    return isinstance(url, Url) and url == Url(
        "https", "", url.host, url.port, "", "", ""
    )


def is_host_template(text: str) -> bool:
    """Return whether a string is a host that contains `{placeholders}`."""
    return "{" in text and isinstance(parse_template(f"https://{text}", {}), Url)


def read_variables(server: JsonObject) -> Mapping[str, str]:
    """Return the defaults of the variables of a server."""
    return {
        name: text_of(object_of(variable).get("default"))
        for name, variable in object_of(server.get("variables")).items()
    }


def is_variable_value(template: str, name: str, value: str) -> bool:
    """Return whether a value of a server variable results in a valid URL.

    Args:
        template: URL of the server.
        name: Name of the variable.
        value: The value; an empty one is valid.
    """
    before, slot, after = template.partition(f"{{{name}}}")
    host = before.partition("://")[2]
    is_path = value.startswith("/") and bool(host) and (not after or after[0] == "/")
    # The runtime percent-encodes values in a path.
    is_in_path = is_path or before.startswith("/") or "/" in host
    if not (slot and value) or is_in_path:
        return True
    if isinstance(parse_template(template, {}), Invalid):
        return True
    if not before:
        url = parse_template(template, {name: value})
        return (
            isinstance(url, Url)
            and not url.user_info
            and (url.is_web or not url.scheme)
        )
    return _VALUE_IN_HOST.fullmatch(value) is not None and isinstance(
        parse_template(template, {name: value}), Url
    )


def is_url(text: str) -> bool:
    """Return whether a string has a host, and is not only a path."""
    return _URL.fullmatch(text.strip()) is not None


def base_path(text: str) -> str:
    """Return a base path that starts with a slash and does not end with one."""
    path = re.split(r"[?#]", text.strip().replace("\\", "/"), maxsplit=1)[0]
    path = re.sub(r"[\x00-\x1f\x7f]", "", path)
    path = re.sub(r"/{2,}", "/", path).removeprefix("./").strip("/").strip()
    return f"/{path}" if path and isinstance(parse_url(path), Url) else ""
