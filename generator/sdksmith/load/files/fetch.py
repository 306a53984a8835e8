"""Fetching of documents over http and https."""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import TYPE_CHECKING, Final

import httpx2
from msgspec import Struct

from .errors import MAX_BYTES, too_large, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMEOUT_SECONDS: Final = 30.0
_MAX_SECONDS: Final = 300.0
"""Limit for the whole response, because a server could send single bytes endlessly."""
_MAX_REDIRECTS: Final = 10
_HEADERS: Final = {
    "Accept": "application/json, application/yaml;q=0.9, text/yaml;q=0.9, */*;q=0.5",
    "User-Agent": "sdksmith",
}


class Fetched(Struct, frozen=True):
    """Response body and its URL.

    Attributes:
        data: The body.
        url: URL of the body after redirects, without user, password and fragment. It is
            the base of relative references in the body (RFC 3986, section 5.1.3).
    """

    data: bytes
    url: str


def _accept(_: httpx2.URL) -> None:
    """Allow every URL; the default check."""


def public_name(spec: str) -> str:
    """Return a URL for messages, without user, password, query and fragment.

    Names are written to reports and generated files, which must not contain the tokens
    of URLs.
    """
    try:
        url = httpx2.URL(spec)
    except httpx2.InvalidURL:
        return spec.partition("?")[0].partition("#")[0].rpartition("@")[2]
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def fetch(spec: str, check: Callable[[httpx2.URL], None] = _accept) -> Fetched:
    """Fetch a document.

    A user name and password in the URL are sent only to the origin of that URL:
    redirects to another origin are followed without them. Redirects from https to http
    are refused.

    Args:
        spec: An http or https URL.
        check: Called with the URL before each request, including redirects. Raises
            `DocumentError` if the request is not permitted.

    Raises:
        DocumentError: If the request fails, if the status of the response is not 200,
            or if the response is too large.
    """
    name = public_name(spec)
    try:
        with httpx2.Client(timeout=_TIMEOUT_SECONDS, headers=_HEADERS) as client:
            url = httpx2.URL(spec)
            for _ in range(_MAX_REDIRECTS + 1):
                check(url)
                with client.stream("GET", url, follow_redirects=False) as response:
                    if response.next_request is None:
                        base = url.copy_with(userinfo=b"", fragment=None)
                        return Fetched(_read_body(response, name), str(base))
                    url = redirected(url, response.next_request.url, name)
                client.cookies.clear()
    except httpx2.InvalidURL as error:
        raise unreadable(name, f"invalid URL ({error}); check the URL") from None
    except httpx2.TimeoutException:
        raise unreadable(
            name,
            f"server did not respond within {_TIMEOUT_SECONDS:.0f} seconds; try again, or "
            "download the document and specify its path",
        ) from None
    except httpx2.HTTPError as error:
        reason = str(error) or type(error).__name__
        raise unreadable(
            name, f"document cannot be fetched ({reason}); check the URL"
        ) from None
    raise unreadable(
        name, f"URL redirects more than {_MAX_REDIRECTS} times; specify the final URL"
    )


def _read_body(response: httpx2.Response, name: str) -> bytes:
    if response.status_code != 200:
        advice = "check the URL"
        if response.status_code in (401, 403):
            advice = "download the document with your credentials and specify its path"
        raise unreadable(
            name,
            f"server responded with {response.status_code} {response.reason_phrase}".rstrip()
            + f"; {advice}",
        )
    body = bytearray()
    latest = time.monotonic() + _MAX_SECONDS
    for chunk in response.iter_bytes():
        body += chunk
        if time.monotonic() > latest:
            raise unreadable(
                name,
                f"response takes longer than {_MAX_SECONDS:.0f} seconds; try again",
            )
        if len(body) > MAX_BYTES:
            raise too_large(name)
    return bytes(body)


def redirected(source: httpx2.URL, target: httpx2.URL, name: str) -> httpx2.URL:
    """Return the URL to request after a redirect.

    Raises:
        DocumentError: If the redirect leads from https to http, or to a scheme other
            than http and https.
    """
    if target.scheme not in ("http", "https") or (
        source.scheme == "https" and target.scheme == "http"
    ):
        raise unreadable(
            name,
            f"redirect to {public_name(str(target))} is not followed because it is not "
            "encrypted; specify that URL directly if you trust it",
        )
    # Credentials are sent only to the origin of the URL that the user specified.
    same = origin_of(source) == origin_of(target)
    return target.copy_with(userinfo=source.userinfo if same else b"")


def origin_of(url: httpx2.URL) -> str:
    """Return the origin of a URL: scheme, host and port (RFC 6454, section 4)."""
    # httpx2 returns None for the default port of the scheme, and hosts in lower case.
    return f"{url.scheme}://{url.host}:{url.port or ''}"


def refuse_private_address(url: httpx2.URL) -> None:
    """Refuse a URL whose host is this machine or in its private network.

    A document from another source could otherwise cause requests to servers that only
    this machine can reach: routers, metadata services of clouds, databases.

    Raises:
        DocumentError: If an address of the host is not public, or if the host cannot be
            resolved.
    """
    name = public_name(str(url))
    try:
        found = socket.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise unreadable(
            name, f"host {url.host} cannot be resolved ({error})"
        ) from None
    for *_, place in found:
        address = ipaddress.ip_address(str(place[0]).partition("%")[0])
        if isinstance(address, ipaddress.IPv6Address):
            address = address.ipv4_mapped or address
        if not address.is_global or address.is_multicast:
            raise unreadable(
                name,
                f"host {url.host} has the address {address}, which is not public",
            )
