"""Conversion of prepared requests to requests of the HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx2

from ..errors import SDKError
from ..request.url import is_host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ..encoding.files import Source
    from ..request.prepared import PreparedRequest
    from .request_cache import RequestCache

_MAX_CACHED: Final = 64

# Without a body, these methods send `Content-Length: 0` (RFC 9110, section 8.6).
_METHODS_WITH_LENGTH: Final = frozenset({"POST", "PUT", "PATCH", "QUERY"})


class _LengthCheck:
    """Check of the number of bytes that are sent.

    A file may have changed after its length was determined.

    Raises:
        httpx2.LocalProtocolError: If the number differs from the announced length.
    """

    def __init__(self, length: int | None) -> None:
        self._length = length
        self._sent = 0

    def add(self, chunk: bytes) -> bytes:
        """Count a chunk and return it."""
        self._sent += len(chunk)
        if self._length is not None and self._sent > self._length:
            self._fail()
        return chunk

    def finish(self) -> None:
        """Check the total after the last chunk."""
        if self._length is not None and self._sent != self._length:
            self._fail()

    def _fail(self) -> None:
        raise httpx2.LocalProtocolError(
            f"read {self._sent} bytes of the body, expected {self._length}"
        )


class _Chunks:
    """A request body that is read in chunks."""

    def __init__(self, source: Source, length: int | None) -> None:
        self._source = source
        self._length = length

    def __iter__(self) -> Iterator[bytes]:
        count = _LengthCheck(self._length)
        for chunk in self._source:
            yield count.add(chunk)
        count.finish()


class _AsyncChunks:
    """A request body that is read in chunks by an async client."""

    def __init__(self, source: Source, length: int | None) -> None:
        self._source = source
        self._length = length

    async def __aiter__(self) -> AsyncIterator[bytes]:
        count = _LengthCheck(self._length)
        async for chunk in self._source:
            yield count.add(chunk)
        count.finish()


def to_http(
    prepared: PreparedRequest,
    client: httpx2.Client | httpx2.AsyncClient,
    timeouts: Mapping[str, float | None],
    cache: RequestCache,
) -> httpx2.Request:
    """Return the request to send with an HTTP client.

    The headers, cookies and query parameters of the HTTP client are added. A request to
    another origin gets neither its cookies nor its query parameters, and no headers
    that may be secret.

    Args:
        prepared: The prepared request.
        client: The HTTP client.
        timeouts: Timeouts in seconds by step: `connect`, `read`, `write` and `pool`.
        cache: The cache of the client.

    Raises:
        SDKError: If the URL is invalid.
    """
    body = _body_in_memory(prepared)
    url = prepared.url
    if client.params and not prepared.cross_origin:
        url = f"{url}{'&' if '?' in url else '?'}{client.params}"
    try:
        target = _find_url(prepared, url, cache)
        if body is not None:
            request = httpx2.Request(
                prepared.method,
                target,
                headers=_find_headers(prepared, client, target, cache),
                # httpx2 adds no headers then, which takes a third of the time.
                stream=httpx2.ByteStream(body),
                extensions={"timeout": timeouts},
            )
            if body:
                _add_length(request.headers, len(body))
            request.read()  # hooks may access `content`
        else:
            headers, content = _encode_content(prepared, client)
            request = httpx2.Request(
                prepared.method,
                target,
                headers=headers,
                content=content,
                extensions={"timeout": timeouts},
            )
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise SDKError(f"Cannot send {prepared.describe()}: {error}.") from None
    if client.cookies and not prepared.cross_origin:
        own = request.headers.pop("Cookie", None)
        client.cookies.set_cookie_header(request)
        if own:
            stored = request.headers.get("Cookie")
            request.headers["Cookie"] = f"{stored}; {own}" if stored else own
    return request


def _body_in_memory(prepared: PreparedRequest) -> bytes | None:
    """Return a body that is in memory; None for a body that is read while it is sent.

    None also stands for an empty body whose length has to be sent.
    """
    content = prepared.content
    if content is None or content == b"":
        return None if prepared.method in _METHODS_WITH_LENGTH else b""
    return content if isinstance(content, bytes) else None


def _add_length(headers: httpx2.Headers, length: int) -> None:
    """Add the length of a body, unless the caller has set how it is sent."""
    if "Content-Length" not in headers and "Transfer-Encoding" not in headers:
        headers["Content-Length"] = str(length)


def _find_url(prepared: PreparedRequest, text: str, cache: RequestCache) -> httpx2.URL:
    """Return a parsed URL; parsing takes 25 us, where a call takes 160 us.

    URLs with a query are rarely used twice, and those that may contain secrets are not
    kept.

    Raises:
        InvalidURL: If the URL is invalid.
        UnicodeError: If the URL contains a lone surrogate.
    """
    url = cache.urls.get(text)
    if url is None:
        url = _parse_url(text)
        if "?" not in text and not prepared.secret_segments:
            if len(cache.urls) >= _MAX_CACHED:
                cache.urls.clear()
            cache.urls[text] = url
    return url


def _find_headers(
    prepared: PreparedRequest,
    client: httpx2.Client | httpx2.AsyncClient,
    url: httpx2.URL,
    cache: RequestCache,
) -> httpx2.Headers:
    """Return the headers of a request, without the length of the body.

    The calls of a client have nearly always the same ones. Making them takes 9 us, and
    finding them 3 us, where a call takes 160 us.
    """
    key = (
        prepared.headers,
        tuple(client.headers.raw),
        url.netloc,
        prepared.cross_origin,
        prepared.secret_headers,
    )
    headers = cache.headers.get(key)
    if headers is None:
        headers = httpx2.Headers(_add_host(_all_headers(prepared, client), url))
        if len(cache.headers) >= _MAX_CACHED:
            cache.headers.clear()
        cache.headers[key] = headers
    return headers  # the request makes a copy


def _encode_content(
    prepared: PreparedRequest, client: httpx2.Client | httpx2.AsyncClient
) -> tuple[list[tuple[bytes, bytes]], bytes | _Chunks | _AsyncChunks | None]:
    """Return the headers and the body of a request with a body."""
    headers, source = _all_headers(prepared, client), prepared.content
    if source is None or isinstance(source, bytes):
        return headers, source
    length = source.length
    if length is not None:
        headers.append((b"Content-Length", b"%d" % length))
    else:
        length = prepared.declared_length
    is_sync = isinstance(client, httpx2.Client)
    return headers, (_Chunks if is_sync else _AsyncChunks)(source, length)


def _parse_url(text: str) -> httpx2.URL:
    """Return a URL of the HTTP library.

    Raises:
        InvalidURL: If the URL is invalid.
        UnicodeError: If the URL contains a lone surrogate.
    """
    url = httpx2.URL(text)
    if not is_host(url.raw_host.decode()):
        raise httpx2.InvalidURL("Invalid host name")
    return url


def _add_host(
    headers: list[tuple[bytes, bytes]], url: httpx2.URL
) -> list[tuple[bytes, bytes]]:
    """Return the headers with the Host header first (RFC 9110, section 7.2)."""
    if not url.host or any(name.lower() == b"host" for name, _ in headers):
        return headers
    return [(b"Host", url.netloc), *headers]


def _all_headers(
    prepared: PreparedRequest, client: httpx2.Client | httpx2.AsyncClient
) -> list[tuple[bytes, bytes]]:
    """Return the remaining headers of the HTTP client and those of a request."""
    own = [(name.encode(), text.encode()) for name, text in prepared.headers]
    hidden = {name.lower() for name, _ in own}
    others = [item for item in client.headers.raw if item[0].lower() not in hidden]
    if prepared.cross_origin:
        others = [
            item
            for item in others
            if not prepared.is_secret_header(item[0].lower().decode("latin-1"))
        ]
    return [*others, *own]
