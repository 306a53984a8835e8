"""Reads the host and base path of Swagger 2.0 as people write them."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

HOST_PATTERN: Final = re.compile(r"[^{}/ :\\]+(?::\d+)?")
"""What the schema of Swagger 2.0 allows for `host`."""

_URL: Final = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*):)?//([^/?#]*)([^?#]*).*")
_SCHEMES: Final = frozenset(("http", "https", "ws", "wss"))


class Address(Struct, frozen=True):
    """The parts of a URL; each may be empty."""

    scheme: str
    host: str
    path: str


def read_address(text: str) -> Address:
    """Return the parts of what stands in `host`, with or without a scheme."""
    text = text.strip().replace("\\", "/")
    found = _URL.fullmatch(text if "//" in text else f"//{text}")
    if found is None:
        return Address("", "", "")
    scheme = (found[1] or "").lower()
    # User information is no part of a host, and no secret belongs into a client.
    host = found[2].rpartition("@")[2].strip()
    return Address(scheme if scheme in _SCHEMES else "", host, base_path(found[3]))


def is_url(text: str) -> bool:
    """Tell whether a text names a host and not a path alone."""
    return _URL.fullmatch(text.strip()) is not None


def base_path(text: str) -> str:
    """Return a base path with a slash at its start and none at its end."""
    path = re.split(r"[?#]", text.strip().replace("\\", "/"), maxsplit=1)[0]
    path = re.sub(r"/{2,}", "/", path).removeprefix("./").strip("/").strip()
    return f"/{path}" if path else ""
