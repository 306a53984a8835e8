"""Parsing of the host and base path of Swagger 2.0 as authors write them."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

HOST_PATTERN: Final = re.compile(r"[^{}/ :\\]+(?::\d+)?")
"""Pattern of `host` in the JSON Schema of Swagger 2.0."""

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


def is_url(text: str) -> bool:
    """Return whether a string has a host, and is not only a path."""
    return _URL.fullmatch(text.strip()) is not None


def base_path(text: str) -> str:
    """Return a base path that starts with a slash and does not end with one."""
    path = re.split(r"[?#]", text.strip().replace("\\", "/"), maxsplit=1)[0]
    path = re.sub(r"/{2,}", "/", path).removeprefix("./").strip("/").strip()
    return f"/{path}" if path else ""
