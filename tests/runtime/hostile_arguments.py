"""Arguments that cannot be sent, and every place that takes an argument."""

from __future__ import annotations

import enum
import io
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from runtime import ANY, Operation, Options, omit


def _nest(depth: int, *, in_dict: bool) -> object:
    value: object = 1
    for _ in range(depth):
        value = {"a": value} if in_dict else [value]
    return value


_CYCLE: Final[list[Any]] = []
_CYCLE.append(_CYCLE)
_CYCLE_OF_DICTS: Final[dict[str, Any]] = {}
_CYCLE_OF_DICTS["a"] = _CYCLE_OF_DICTS


class _Pair(enum.Enum):
    A = (1, {2})


VALUES: Final[Mapping[str, object]] = {
    "lone surrogate": "\ud800",
    "null character": "\x00",
    "line breaks": "a\r\nb: c",
    "escape sequence": "\x1b[31m",
    "long string": "x" * 100_000,
    "empty string": "",
    "dot segment": "..",
    "None": None,
    "omit": omit,
    "object": object(),
    "class": int,
    "function": len,
    "ellipsis": ...,
    "exception": ValueError("x"),
    "deep list": _nest(5000, in_dict=False),
    "deep dict": _nest(5000, in_dict=True),
    "cyclic list": _CYCLE,
    "cyclic dict": _CYCLE_OF_DICTS,
    "NaN": float("nan"),
    "infinity": float("inf"),
    "complex number": 1j,
    "long integer": 10**5000,
    "long decimal": Decimal("1e999999"),
    "signaling NaN": Decimal("sNaN"),
    "naive datetime": datetime(2024, 1, 1),  # noqa: DTZ001 (rejected)
    "first date": date.min,
    "longest timedelta": timedelta.max,
    "bytes": b"\xff\x00",
    "memoryview that is not contiguous": memoryview(b"abcd")[::2],
    "text file": io.StringIO("x"),
    "set of several types": {1, "a", None},
    "sets in lists": [{1: {2}}],
    "keys that are not strings": {1: 2, None: 3, (1, 2): 4, "\ud800": "\ud800"},
    "surrogates in a list": ["\ud800"],
    "enumeration of a tuple": _Pair.A,
    "file name with a surrogate": ("\ud800", b"x"),
    "invalid media type of a file": ("a", b"x", "text/\n"),
    "invalid header of a file": ("a", b"x", "text/plain", {"\n": "x"}),
    "file whose content is a number": ("a", 5),
    "missing file": Path("/nonexistent/file"),
    "path with a null character": Path("a\x00b"),
    "folder": Path("/"),
}

Sender = Callable[[Any, Any], Any]
"""Function that makes a call with a client and a hostile value."""

_STYLES: Final = {
    "path": ("simple", "label*", "matrix", "matrix*", "json", "+simple"),
    "query": (
        *("form", "form*", "spaceDelimited", "pipeDelimited", "deepObject*"),
        *("json", "+form*", "cookie"),
    ),
    "header": ("simple", "simple*", "json"),
    "cookie": ("form*", "cookie*", "json"),
}
_MEDIA_TYPES: Final = (
    *("application/json", "application/x-www-form-urlencoded", "multipart/form-data"),
    *("text/plain", "text/plain; charset=ascii", "application/octet-stream"),
    *("application/jsonl", "application/json-seq", "application/xml", "*/*"),
)
POST: Final[Operation[Any]] = Operation(
    "POST", "/x", returns=ANY, body="application/json"
)


def _parameter(place: str, style: str) -> Sender:
    path = "/x/{p}" if place == "path" else "/x"
    operation: Operation[Any] = Operation(
        "GET", path, returns=ANY, styles={place: {"p": style}}
    )
    argument = {"header": "headers", "cookie": "cookies"}.get(place, place)

    def send(client: Any, value: object) -> Any:
        return client.request(operation, **{argument: {"p": value}})

    return send


def _body(media_type: str, wrap: Callable[[object], object]) -> Sender:
    operation: Operation[Any] = Operation("POST", "/x", returns=ANY, body=media_type)

    def send(client: Any, value: object) -> Any:
        return client.request(operation, body=wrap(value))

    return send


def _option(name: str) -> Sender:
    def send(client: Any, value: object) -> Any:
        return client.request(POST, body={"a": 1}, options={name: value})

    return send


def _inner_option(name: str, *, is_key: bool) -> Sender:
    def send(client: Any, value: Any) -> Any:
        # A value that is not hashable raises TypeError here.
        inner = {value: "x"} if is_key else {"X-A": value}
        return client.request(POST, body={"a": 1}, options={name: inner})

    return send


def _client_option(name: str) -> Sender:
    def send(client: Any, value: object) -> Any:
        return client.with_options(**{name: value}).request(POST, body={"a": 1})

    return send


def _options(client: Any, value: object) -> Any:
    return client.request(POST, body={"a": 1}, options=value)


PLACES: Final[Mapping[str, Sender]] = {
    **{
        f"{place} parameter, {style}": _parameter(place, style)
        for place, styles in _STYLES.items()
        for style in styles
    },
    **{f"body, {kind}": _body(kind, lambda value: value) for kind in _MEDIA_TYPES},
    **{
        f"property of a body, {kind}": _body(kind, lambda value: {"a": value})
        for kind in _MEDIA_TYPES
    },
    **{
        f"item of a body, {kind}": _body(kind, lambda value: [value])
        for kind in _MEDIA_TYPES
    },
    "options": _options,
    **{f"option {name}": _option(name) for name in Options.__annotations__},
    **{
        f"{'name' if is_key else 'value'} in {name}": _inner_option(name, is_key=is_key)
        for name in ("headers", "query", "body")
        for is_key in (False, True)
    },
    **{
        f"client option {name}": _client_option(name)
        for name in (
            *("base_url", "timeout", "deadline", "max_retries", "headers", "query"),
            *("response_validation", "hooks", "max_response_bytes"),
        )
    },
}
"""Functions that pass a value to a call, by the place of the value."""

HOSTS: Final = (
    *("http://[::1", "http://a]b/", f"https://{'a' * 64}.com", "http://h:99999"),
    *("http://a..b/", "http://.", "http://%", "http://a b/", "http://h:x/", "//x"),
    *("http://\u2028/", "http://xn--\xe9", "http://h\n.x/", "ftp://x/", "http:///x"),
    *("http://\ud800/", "http://h:\u0661/", "http://-a-.invalid/", "http://h/\ud800"),
)
"""Base URLs that are invalid."""

FRAMING_HEADERS: Final = (
    *(("Content-Length", text) for text in ("", "0", "5", "6", "8", "-1", "x", "1, 1")),
    *(("Transfer-Encoding", text) for text in ("", "chunked", "gzip", "x y")),
    *(("Expect", "100-continue"), ("Upgrade", "websocket"), ("Connection", "close")),
    *(("Host", ""), ("Host", "a b"), ("TE", "x"), ("Content-Encoding", "gzip")),
)
"""Headers that determine how a request is read, with the body `{"a":1}`."""
