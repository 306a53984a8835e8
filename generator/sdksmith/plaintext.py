"""Detection of credentials that would be sent over plain HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from .model.api import Api


def find_plain_http(api: Api, base_url: str | None) -> str:
    """Return the host that would receive credentials over plain HTTP, or "".

    Args:
        api: The API; its first server is used.
        base_url: Base URL from the settings, which overrides the servers of the document.
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
    """Return whether a host is a loopback host (RFC 6761, section 6.3; RFC 5735)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
