"""Fetching of documents over http and https."""

from __future__ import annotations

import time
import zlib
from typing import TYPE_CHECKING, Final

import httpx2
from msgspec import Struct
from msgspec.structs import replace

from .connection import CheckedTransport
from .errors import MAX_BYTES, too_large, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIMEOUT_SECONDS: Final = 30.0
_MAX_SECONDS: Final = 300.0
"""Limit for the whole response, because a server could send single bytes endlessly."""
_MAX_REDIRECTS: Final = 10
_MAX_REASON: Final = 100
"""Number of characters of a text of the server that messages contain."""
_CHUNK_BYTES: Final = 1_000_000
_GZIP: Final = zlib.MAX_WBITS | 16
_HEADERS: Final = {
    "Accept": "application/json, application/yaml;q=0.9, text/yaml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "User-Agent": "sdksmith",
}


class AccessError(httpx2.HTTPError):
    """Raised when a server must not be used."""


class Access(Struct, frozen=True):
    """Servers that documents may be fetched from.

    Attributes:
        origin: Origin that may be used in any case; empty for none.
        is_private: Whether hosts at this origin may have private addresses.
        allows_others: Whether other origins may be used, if their addresses are public.
    """

    origin: str = ""
    is_private: bool = False
    allows_others: bool = True

    def allows_private(self, url: httpx2.URL) -> bool:
        """Return whether the host of a URL may have a private address.

        Raises:
            AccessError: If the URL must not be used at all.
        """
        if origin_of(url) == self.origin:
            return self.is_private
        if not self.allows_others:
            raise AccessError(
                "it redirects to another server; pass --allow-remote to follow the redirect"
            )
        # Servers in private networks redirect to their encrypted port.
        is_upgrade = url.scheme == "https" and url.port is None
        return self.is_private and is_upgrade and self.origin == f"http://{url.host}:"

    def narrow(self, *, is_private: bool) -> Access:
        """Return the access after a response from an address.

        A host with a public address must not have a private one later.
        """
        return replace(self, is_private=self.is_private and is_private)


class Fetched(Struct, frozen=True):
    """Response body and its URL.

    Attributes:
        data: The body.
        url: URL of the body after redirects, without user, password and fragment. It is
            the base of relative references in the body (RFC 3986, section 5.1.3).
        is_private: Whether the server has a private address.
    """

    data: bytes
    url: str
    is_private: bool


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


def fetch(spec: str, access: Access | None = None) -> Fetched:
    """Fetch a document.

    A user name and password in the URL are sent only to the origin of that URL:
    redirects to another origin are followed without them. Redirects from https to http
    are refused. Redirects to private addresses are refused unless the server that
    redirects has one too, and only leads to itself.

    Args:
        spec: An http or https URL.
        access: Servers that may be used; by default, any public server, and the server of
            `spec` even if it is private.

    Raises:
        DocumentError: If the request fails or is not permitted, if the status of the
            response is not 200, or if the response is too large.
    """
    name = public_name(spec)
    transport = CheckedTransport()
    try:
        with httpx2.Client(
            transport=transport, timeout=_TIMEOUT_SECONDS, headers=_HEADERS
        ) as client:
            url = httpx2.URL(spec)
            access = access or Access(origin_of(url), is_private=True)
            for _ in range(_MAX_REDIRECTS + 1):
                transport.allows_private = access.allows_private(url)
                with client.stream("GET", url, follow_redirects=False) as response:
                    access = access.narrow(is_private=transport.is_private)
                    if response.next_request is None:
                        return Fetched(
                            _read_body(response, name),
                            str(url.copy_with(userinfo=b"", fragment=None)),
                            transport.is_private,
                        )
                    url = redirected(url, response.next_request.url, name)
                client.cookies.clear()
    except AccessError as error:
        raise unreadable(name, str(error)) from None
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
        reason = response.reason_phrase[:_MAX_REASON]
        raise unreadable(
            name,
            f"server responded with {response.status_code} {reason}".rstrip()
            + f"; {advice}",
        )
    body = bytearray()
    latest = time.monotonic() + _MAX_SECONDS
    for chunk in _decode(response, name):
        body += chunk
        if time.monotonic() > latest:
            raise unreadable(
                name,
                f"response takes longer than {_MAX_SECONDS:.0f} seconds; try again",
            )
        if len(body) > MAX_BYTES:
            raise too_large(name)
    return bytes(body)


def _decode(response: httpx2.Response, name: str) -> Iterator[bytes]:
    """Yield the decompressed body in chunks of limited size.

    `Response.iter_bytes` accepts truncated gzip and ignores further members, so that a part
    of the document could be missing without an error.
    """
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding in ("", "identity"):
        yield from response.iter_raw()
        return
    if encoding not in ("gzip", "x-gzip"):
        raise unreadable(
            name,
            f"content encoding {encoding[:_MAX_REASON]!r} is not supported; download the "
            "document and specify its path",
        )
    decoder = zlib.decompressobj(_GZIP)
    try:
        for chunk in response.iter_raw():
            rest = chunk
            while rest:
                if decoder.eof:  # another member (RFC 1952, section 2.2)
                    decoder = zlib.decompressobj(_GZIP)
                yield decoder.decompress(rest, _CHUNK_BYTES)
                rest = decoder.unconsumed_tail or decoder.unused_data
        yield decoder.flush()
    except zlib.error as error:
        raise unreadable(name, f"response is not valid gzip ({error})") from None
    if not decoder.eof:
        raise unreadable(name, "response is truncated; try again")


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
