"""A document from the web."""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import TYPE_CHECKING, Final

import httpx2
from msgspec import Struct

from .source import MAX_BYTES, too_large, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMEOUT_SECONDS: Final = 30.0
_MAX_SECONDS: Final = 300.0
"""For the whole answer: a server may send a byte now and then for ever."""
_MAX_REDIRECTS: Final = 10
_HEADERS: Final = {
    "Accept": "application/json, application/yaml;q=0.9, text/yaml;q=0.9, */*;q=0.5",
    "User-Agent": "sdksmith",
}


class Fetched(Struct, frozen=True):
    """What a URL answered.

    Attributes:
        data: The body.
        url: Where it came from after redirects, which is the base of relative references
            in it (RFC 3986, section 5.1.3), without user, password and fragment.
    """

    data: bytes
    url: str


def _accept(_: httpx2.URL) -> None:
    """Go anywhere."""


def public_name(spec: str) -> str:
    """Return a URL as messages may show it: without user, password, query, fragment.

    Names end up in reports and generated files; tokens in URLs must not.
    """
    try:
        url = httpx2.URL(spec)
    except httpx2.InvalidURL:
        return spec.partition("?")[0].partition("#")[0].rpartition("@")[2]
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def fetch(spec: str, check: Callable[[httpx2.URL], None] = _accept) -> Fetched:
    """Return what a URL answers.

    A user name and password in the URL go to its own origin and nowhere else: redirects
    to another origin are followed without them, and never from https to http.

    Args:
        spec: An http or https URL.
        check: Is asked before each request, those of redirects too, and raises a
            `DocumentError` where it may not be made.

    Raises:
        DocumentError: There is no answer of status 200, or it is too large.
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
        raise unreadable(name, f"This is no valid URL ({error}): check it.") from None
    except httpx2.TimeoutException:
        raise unreadable(
            name,
            f"The server did not answer within {_TIMEOUT_SECONDS:.0f} seconds: try again, or "
            "download the document and give its path.",
        ) from None
    except httpx2.HTTPError as error:
        reason = str(error) or type(error).__name__
        raise unreadable(
            name, f"The document cannot be fetched ({reason}): check the URL."
        ) from None
    raise unreadable(
        name, f"The URL redirects more than {_MAX_REDIRECTS} times: give the final URL."
    )


def _read_body(response: httpx2.Response, name: str) -> bytes:
    if response.status_code != 200:
        advice = "check the URL"
        if response.status_code in (401, 403):
            advice = "download the document with your credentials and give its path"
        raise unreadable(
            name,
            f"The server answered {response.status_code} {response.reason_phrase}".rstrip()
            + f": {advice}.",
        )
    body = bytearray()
    latest = time.monotonic() + _MAX_SECONDS
    for chunk in response.iter_bytes():
        body += chunk
        if time.monotonic() > latest:
            raise unreadable(
                name,
                f"The answer takes more than {_MAX_SECONDS:.0f} seconds: try again.",
            )
        if len(body) > MAX_BYTES:
            raise too_large(name)
    return bytes(body)


def redirected(source: httpx2.URL, target: httpx2.URL, name: str) -> httpx2.URL:
    """Return where a redirect may lead.

    Raises:
        DocumentError: It leads from https to http, or to something else than a website.
    """
    if target.scheme not in ("http", "https") or (
        source.scheme == "https" and target.scheme == "http"
    ):
        raise unreadable(
            name,
            f"The URL redirects to {public_name(str(target))}, which is not followed because it "
            "is not encrypted: give that URL yourself if you trust it.",
        )
    # Only what the user typed may carry credentials, and only to where they typed it.
    same = origin_of(source) == origin_of(target)
    return target.copy_with(userinfo=source.userinfo if same else b"")


def origin_of(url: httpx2.URL) -> str:
    """Return the origin of a URL: scheme, host and port (RFC 6454, section 4)."""
    # httpx2 has None for the port that the scheme implies, and hosts in small letters.
    return f"{url.scheme}://{url.host}:{url.port or ''}"


def refuse_private_address(url: httpx2.URL) -> None:
    """Refuse a URL whose host is this machine or one of its own network.

    A document from elsewhere could make its reader ask servers that only the reader can
    reach: routers, metadata services of clouds, databases.

    Raises:
        DocumentError: One of the addresses of the host is not public, or it has none.
    """
    name = public_name(str(url))
    try:
        found = socket.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise unreadable(name, f"The host {url.host} is not known ({error}).") from None
    for *_, place in found:
        address = ipaddress.ip_address(str(place[0]).partition("%")[0])
        if isinstance(address, ipaddress.IPv6Address):
            address = address.ipv4_mapped or address
        if not address.is_global or address.is_multicast:
            raise unreadable(
                name,
                f"The host {url.host} has the address {address}, which is no public one.",
            )
