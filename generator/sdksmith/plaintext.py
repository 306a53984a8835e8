"""Credentials that would travel over plain http."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from .model.api import Api


def find_plain_http(api: Api, base_url: str | None) -> str:
    """Return the host that credentials would reach in the clear; empty if there is none.

    Args:
        api: The API, whose first server counts.
        base_url: The URL that settings give instead of those of the document.
    """
    if not any(any(operation.security) for operation in api.operations):
        return ""
    url = base_url or (api.servers[0].url if api.servers else "")
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host if parts.scheme == "http" and not _is_loopback(host) else ""


def _is_loopback(host: str) -> bool:
    """Return whether a host is this machine (RFC 6761, section 6.3; RFC 5735)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
