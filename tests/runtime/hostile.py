"""Responses and arguments that no client should trust, and every way to make a call."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, cast

import httpx2
from runtime import (
    ANY,
    AsyncBaseClient,
    BaseClient,
    ByCursor,
    ByLink,
    Exact,
    ListOf,
    OAuth2,
    Operation,
    PagedOperation,
    ServerSentEvent,
    Service,
)

from .mock_server import Kind, MockServer
from .streaming_server import ChunkedBody

DEEP: Final = 100_000
SERVICE: Final = Service(
    user_agent="x/1",
    base_url="https://api.example.com/v1",
    models="tests.runtime.sample_models",
    schemes={
        "login": OAuth2(
            token_url="https://auth.example.com/token",
            grants=("client_credentials",),
            takes=("access_token", "client_id", "client_secret"),
        )
    },
)
CREDENTIALS: Final = {"login": (None, "app", "secret")}

TEXT: Final = "a\nb\r\x1b[31m\x00\x85\u2028\u202e\u2066" + "x" * 2_000_000
"""Text that forges lines, controls a terminal, changes its direction, and is long."""


@dataclass(frozen=True)
class HostileResponse:
    """A response of a server that is broken or malicious."""

    content: bytes = b"{}"
    headers: Mapping[str, str | bytes] = field(default_factory=dict[str, "str | bytes"])
    status: int = 200

    def make(self) -> httpx2.Response:
        """Return the response with an unread body."""
        headers = {"content-type": "application/json", **self.headers}
        raw = [
            (name.encode(), value.encode() if isinstance(value, str) else value)
            for name, value in headers.items()
        ]
        return httpx2.Response(
            self.status, headers=raw, stream=ChunkedBody([self.content])
        )


GZIP_BOMB: Final = HostileResponse(
    gzip.compress(b" " * (100 << 20), 1), {"content-encoding": "gzip"}
)
"""100 MiB in 450 KB. Better compression takes twice as long, in each worker."""


def _deep(start: bytes, middle: bytes, end: bytes) -> bytes:
    return start * DEEP + middle + end * DEEP


BODIES: Final[Mapping[str, HostileResponse]] = {
    "deep array": HostileResponse(_deep(b"[", b"1", b"]")),
    "deep object": HostileResponse(_deep(b'{"error":', b"1", b"}")),
    "nearly too deep": HostileResponse(b'{"error":' * 880 + b"1" + b"}" * 880),
    "deep array that never ends": HostileResponse(b"[" * DEEP),
    "long integer": HostileResponse(b"1" * 10_000),
    "long integer in an object": HostileResponse(b'{"text": %s}' % (b"1" * 10_000)),
    "large exponent": HostileResponse(b'{"text": 1e99999999999999999999}'),
    "infinity": HostileResponse(b'{"text": 1e999, "color": NaN}'),
    "lone surrogate": HostileResponse(rb'{"text": "\ud800", "next": "/x?\ud800"}'),
    "lone surrogate in a key": HostileResponse(rb'{"\udfff": {"text": 1}}'),
    "null character": HostileResponse(b'{"text": "\\u0000"}\x00'),
    "controls": HostileResponse(b'{"error": "a\\nb\\u001b[31m", "code": "c\\r\\n"}'),
    "many keys": HostileResponse(
        b"{%s}" % b",".join(b'"%d": 1' % number for number in range(2000))
    ),
    "duplicate keys": HostileResponse(b'{"text": {}, "text": "a", "text": 5}'),
    "not UTF-8": HostileResponse(b'{"text": "\xff\xfe\x80"}'),
    "utf-7": HostileResponse(
        b'{"text": "+2AA-"}', {"content-type": "application/json; charset=utf-7"}
    ),
    "unicode_escape": HostileResponse(
        rb'{"text": "\\ud800"}',
        {"content-type": "application/json; charset=unicode_escape"},
    ),
    "utf-16": HostileResponse(
        b"{}\x00\xd8", {"content-type": "application/json; charset=utf-16-le"}
    ),
    **{
        f"charset {name}": HostileResponse(
            b'{"text": "a-\x80"}', {"content-type": f"text/plain; charset={name}"}
        )
        for name in ("punycode", "idna", "undefined", "rot13", "hex", "zlib", "\x00")
    },
    "content type": HostileResponse(b"{}", {"content-type": TEXT[:5000]}),
    "content type of bytes": HostileResponse(b"{}", {"content-type": b"\xff\x00/\x1b"}),
    "bad gzip": HostileResponse(b"not gzip", {"content-encoding": "gzip"}),
    "cut gzip": HostileResponse(
        gzip.compress(b'{"text": "a"}' * 100)[:-12], {"content-encoding": "gzip"}
    ),
    "bad deflate": HostileResponse(b"\x00\x01", {"content-encoding": "deflate"}),
    "cut deflate": HostileResponse(
        zlib.compress(b'{"text": "a"}' * 100)[:-9], {"content-encoding": "deflate"}
    ),
    "bad brotli": HostileResponse(b"\x00\x01", {"content-encoding": "br"}),
    "bad zstd": HostileResponse(b"\x00\x01", {"content-encoding": "zstd"}),
    "many encodings": HostileResponse(
        gzip.compress(b"{}"), {"content-encoding": ", ".join(["gzip"] * 100)}
    ),
    "long length": HostileResponse(b"{}", {"content-length": "9" * 10_000}),
    "wrong length": HostileResponse(b"{}", {"content-length": "5"}),
    "negative length": HostileResponse(b"{}", {"content-length": "-1"}),
    "empty": HostileResponse(b""),
    "one bracket": HostileResponse(b"{"),
    "html": HostileResponse(b"<html>", {"content-type": "text/html"}),
    "event stream": HostileResponse(
        b"id: \x1b\nretry: " + b"9" * 5000 + b"\ndata: [[\n\ndata:\n" * 50,
        {"content-type": "text/event-stream"},
    ),
    "error in an event stream": HostileResponse(
        b"event: error\ndata: " + TEXT.encode().replace(b"\n", b"\ndata: ") + b"\n\n",
        {"content-type": "text/event-stream"},
    ),
    "lines": HostileResponse(
        b"[" * 5000 + b"\n\n\x1e\n" + rb'"\ud800"' + b"\n",
        {"content-type": "application/jsonl"},
    ),
    "sequence": HostileResponse(
        b"\x1e[[[\n" * 50, {"content-type": "application/json-seq"}
    ),
    "set-cookie": HostileResponse(
        b"{}",
        {"set-cookie": "a=b; expires=Mon, 99 Foo 99999999 99:99:99; max-age=1e99; ="},
    ),
    "request ID": HostileResponse(b"{", {"x-request-id": TEXT[:5000]}),
    "disposition": HostileResponse(
        b"{}",
        {"content-disposition": "attachment; filename*=punycode''%FF%00; filename=.."},
    ),
}
"""Bodies and headers, by description."""

_LINKS: Final = (
    *("http://[::1", "https://a]b/", "//", "http:", "https://h:99999/", "\x00", "\x1b"),
    *("https://" + "a" * 64 + ".example.com/", "https://h:\u0661/", "https://\u2028/"),
    *("https://xn--\u00e9/", "https://api.example.com/\ud800", "/\x1b[31m", "?\udfff"),
    *("https://api.example.com/" + "a" * 100_000, "https://a..b/", "https://.", "a:b"),
    *("https://api.example.com:0/", "https://user:p@ss@api.example.com/", "https://%/"),
)
"""Values of the Location header, and links to the next page."""


def _header(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


REDIRECTS: Final = {
    f"redirect {number} {status}": HostileResponse(
        b"", {"location": _header(link)}, status
    )
    for number, link in enumerate(_LINKS)
    for status in (302, 307)
}
DELAYS: Final = {
    f"Retry-After {number}": HostileResponse(b"{}", {"retry-after": value}, 503)
    for number, value in enumerate(
        (
            *(
                "-1",
                "1e999",
                "nan",
                "9" * 5000,
                "\x00",
                "Mon, 01 Jan 0001 00:00:00 GMT",
            ),
            "Mon, 01 Jan 2024 00:00:00 +99999999999999999999",
            "Mon, 01 Jan 99999 00:00:00 GMT",
            "Mon, 01 Jan 0001 00:00:00 +2359",
            "Fri, 31 Dec 9999 23:59:59 -2359",
        )
    )
}
LINKS: Final = {
    f"link {number}": HostileResponse(
        httpx2.Response(
            200, json={"next": link.encode("utf-8", "replace").decode(), "data": [1]}
        ).content,
        {"link": b"<%b>; rel=next" % _header(link)},
    )
    for number, link in enumerate(_LINKS)
}
CURSORS: Final = {
    "cursor with a surrogate": HostileResponse(rb'{"next": "\ud800", "data": [1]}'),
    "cursor that is an object": HostileResponse(b'{"next": {"a": [1]}, "data": [1]}'),
    "deep cursor": HostileResponse(
        b'{"data": [1], "next": %s}' % (b"[" * 500 + b"]" * 500)
    ),
    "infinite cursor": HostileResponse(b'{"next": 1e999, "data": [1]}'),
    "cursor that is a number": HostileResponse(b'{"next": 1e300, "data": [1]}'),
}
RESPONSES: Final = {
    **BODIES,
    **REDIRECTS,
    **DELAYS,
    **LINKS,
    **CURSORS,
    **{
        f"{name}, status {status}": HostileResponse(one.content, one.headers, status)
        for name, one in BODIES.items()
        for status in (300, 404, 500)
    },
    "status 999": HostileResponse(status=999),
    "status 101": HostileResponse(status=101),
}
"""All hostile responses."""

_Entry = Callable[[Any], Awaitable[object] | object]


def _get(returns: Any, **settings: Any) -> _Entry:
    operation: Operation[Any] = Operation("GET", "/things", returns=returns)

    def call(client: Any) -> Any:
        return client.request(operation, options=settings)

    return call


def _consume(result: Any) -> Any:
    """Read everything from a list or stream; return an awaitable if it is async."""
    if not hasattr(result, "__aiter__"):
        return _take(iter(result))

    async def read() -> list[object]:
        taken: list[object] = []
        async for item in result:
            taken.append(item)
            if len(taken) == 100:
                break
        return taken

    return read()


def _take(items: Iterator[object]) -> list[object]:
    return [item for _, item in zip(range(100), items, strict=False)]


def _pages(paging: Any) -> _Entry:
    operation: PagedOperation[Any, Any] = PagedOperation(
        "GET", "/things", returns=ANY, paging=paging
    )

    def call(client: Any) -> Any:
        return _consume(client.paginate(operation, options={"max_pages": 3}))

    return call


def _stream(returns: Any, kind: Any) -> _Entry:
    operation: Operation[Any] = Operation(
        "GET", "/things", returns=returns, stream=kind
    )

    def call(client: Any) -> Any:
        opened = client.open_stream(operation)
        if not hasattr(opened, "__await__"):
            with opened:
                return _consume(opened)

        async def read() -> Any:
            async with await opened as stream:
                return await _consume(stream)

        return read()

    return call


def _download(client: Any) -> Any:
    loading = client.with_download(_get(bytes))(client)
    if not hasattr(loading, "__aenter__"):
        with loading as download:
            _ = download.file_name, download.length
            return "".join(download.iter_text())

    async def read() -> str:
        async with loading as download:
            _ = download.file_name, download.length
            return "".join([text async for text in download.iter_text()])

    return read()


def _post(client: Any) -> Any:
    operation: Operation[Any] = Operation(
        "POST", "/things", returns="Label", body="application/json"
    )
    return client.request(operation, body={"a": 1})


def _secured(client: Any) -> Any:
    operation: Operation[Any] = Operation(
        "GET", "/things", returns=ANY, security=(("login",),)
    )
    return client.request(operation)


ENTRIES: Final[Mapping[str, _Entry]] = {
    "any": _get(ANY),
    "model": _get("Label"),
    "model, strict": _get("Label", response_validation="strict"),
    "model, warn": _get("Label", response_validation="warn"),
    "models": _get(ListOf("Label")),
    "union": _get("Pet"),
    "recursive model": _get("Owner"),
    "string": _get(str),
    "bytes": _get(bytes),
    "exact decimals": _get(Exact("Prices")),
    "decimal": _get(Exact(Decimal)),
    "nothing": _get(None),
    "post": _post,
    "token": _secured,
    "cursor": _pages(ByCursor(cursor="/next", parameter="cursor", items="/data")),
    "link": _pages(ByLink(link="/next", items="/data")),
    "link in a header": _pages(ByLink(link="", items="/data")),
    "events": _stream(ServerSentEvent, "sse"),
    "data of events": _stream("Label", "sse"),
    "whole events": _stream("LabelEvent", "sse-event"),
    "lines": _stream("Label", "jsonl"),
    "sequence": _stream(ANY, "json-seq"),
    "download": _download,
}
"""Functions that make a call with a client, by name."""


def call_entry(kind: Kind, response: HostileResponse, entry: _Entry) -> object:
    """Make a call in one of the ways, to a server that always sends a response."""

    def handle(_: httpx2.Request) -> httpx2.Response:
        return response.make()

    transport = httpx2.MockTransport(handle)
    clock = MockServer().clock()
    if kind == "sync":
        with BaseClient(
            SERVICE, credentials=CREDENTIALS, transport=transport
        ) as client:
            vars(client)["_clock"] = clock
            return entry(client)

    async def run() -> object:
        async with AsyncBaseClient(
            SERVICE, credentials=CREDENTIALS, transport=transport
        ) as client:
            vars(client)["_clock"] = clock
            result = entry(client)
            if isinstance(result, Awaitable):
                return await cast("Awaitable[object]", result)
            return result

    return asyncio.run(run())
