"""Calls of hostile servers and with hostile arguments: only documented exceptions."""

from __future__ import annotations

import asyncio
import inspect
import logging
import re
import tracemalloc
import warnings
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    APIStatusError,
    AsyncBaseClient,
    BaseClient,
    Operation,
    ResponseTooLargeError,
    SDKError,
)
from runtime.hooks.logs import LOGGER
from runtime.text import MAX_MESSAGE

from ..hostile import (
    BODIES,
    ENTRIES,
    GZIP_BOMB,
    RESPONSES,
    SERVICE,
    HostileResponse,
    call_entry,
)
from ..hostile_arguments import (
    FRAMING_HEADERS,
    HOSTS,
    PLACES,
    POST,
    VALUES,
    Sender,
)
from ..loopback_server import respond_ok, serve
from ..mock_server import GET, KINDS, Kind, MockServer

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def check_text(text: str) -> None:
    """Check that a terminal or log can show a text."""
    assert not _UNSAFE.search(text)
    assert len(text) <= 2 * MAX_MESSAGE


def check_response(kind: Kind, response: str, entry: str) -> None:
    """Make a call, which may raise only an `SDKError`."""
    with warnings.catch_warnings(record=True) as issued:
        warnings.simplefilter("always")
        try:
            call_entry(kind, RESPONSES[response], ENTRIES[entry])
        except SDKError as error:
            check_text(f"{error}{error!r}")
        except Exception as error:
            raise AssertionError(f"{kind}, {response}, {entry}: {error!r}") from error
    for warning in issued:
        check_text(str(warning.message))


@pytest.mark.parametrize("entry", ENTRIES)
def test_hostile_responses_raise_only_errors_of_the_client(entry: str) -> None:
    first = [*ENTRIES].index(entry)
    # Each response meets some entries, and each entry some responses.
    for number, response in enumerate(RESPONSES):
        if (number + first) % 11 == 0:
            check_response(KINDS[number % 2], response, entry)


@pytest.mark.nightly
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_all_hostile_responses_raise_only_errors_of_the_client(
    kind: Kind, entry: str
) -> None:
    for response in RESPONSES:
        check_response(kind, response, entry)


@pytest.mark.parametrize("name", ["request ID", "content type", "controls"])
def test_text_of_a_server_is_escaped_in_the_log(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, LOGGER.name)
    response = BODIES[name]
    for status in (200, 503):
        hostile = HostileResponse(response.content, response.headers, status)
        with pytest.raises(SDKError):
            call_entry("sync", hostile, ENTRIES["model, strict"])
    assert caplog.records
    for record in caplog.records:
        check_text(record.getMessage())


def send_all(kind: Kind, calls: list[tuple[Sender, Any]], **options: Any) -> list[str]:
    """Make calls with one client; return the exceptions that are not documented."""
    failures: list[str] = []

    def note(sender: Sender, value: object, error: Exception) -> None:
        is_documented = isinstance(
            error, SDKError | TypeError | FileNotFoundError | IsADirectoryError
        )
        # Not subclasses of ValueError, such as UnicodeEncodeError.
        if not is_documented and type(error) is not ValueError:
            failures.append(f"{sender}, {str(value)[:50]!a}: {error!r}")

    if kind == "sync":
        with BaseClient(SERVICE, max_retries=0, **options) as client:
            for sender, value in calls:
                try:
                    sender(client, value)
                except Exception as error:  # noqa: BLE001 (checked)
                    note(sender, value, error)
        return failures

    async def run() -> None:
        async with AsyncBaseClient(SERVICE, max_retries=0, **options) as client:
            for sender, value in calls:
                try:
                    result = sender(client, value)
                    if inspect.isawaitable(result):
                        await result
                except Exception as error:  # noqa: BLE001 (checked)
                    note(sender, value, error)

    asyncio.run(run())
    return failures


def respond(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={})


@pytest.mark.parametrize("place", PLACES)
def test_hostile_arguments_raise_only_documented_errors(place: str) -> None:
    calls = [(PLACES[place], value) for value in VALUES.values()]
    kind = KINDS[len(place) % 2]
    assert send_all(kind, calls, transport=httpx2.MockTransport(respond)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_arguments_that_no_connection_accepts_raise_only_documented_errors(
    kind: Kind,
) -> None:
    def use_host(client: Any, url: Any) -> Any:
        return client.request(POST, body={"a": 1}, options={"base_url": url})

    def set_header(client: Any, header: Any) -> Any:
        headers = dict([header])
        return client.request(POST, body={"a": 1}, options={"headers": headers})

    def set_header_of_get(client: Any, header: Any) -> Any:
        return client.request(GET, options={"headers": dict([header])})

    def send_iterator(client: Any, header: Any) -> Any:
        operation: Operation[Any] = Operation(
            "POST", "/x", returns=ANY, body="application/octet-stream"
        )
        return client.request(
            operation, body=iter([b"123"]), options={"headers": dict([header])}
        )

    calls: list[tuple[Sender, Any]] = [(use_host, url) for url in HOSTS]
    for header in FRAMING_HEADERS:
        calls += [(set_header, header), (set_header_of_get, header)]
        calls.append((send_iterator, header))
    with serve(respond_ok) as server:
        assert send_all(kind, calls, base_url=server.origin, timeout=5.0) == []


def test_a_content_length_of_the_caller_must_be_right() -> None:
    server = MockServer()
    for headers in ({"Content-Length": "7"}, {"content-length": "007"}):
        server.call("sync", POST, body={"a": 1}, options={"headers": headers})
    assert [request.headers["content-length"] for request in server.requests] == [
        "7"
    ] * 2
    with pytest.raises(ValueError, match="must be the number of bytes"):
        server.call(
            "sync", POST, body={"a": 1}, options={"headers": {"Content-Length": "8"}}
        )


def test_nesting_and_surrogates_of_arguments_are_explained() -> None:
    server = MockServer()
    with pytest.raises(ValueError, match="nested too deeply, or contains itself"):
        server.call("sync", POST, body=VALUES["deep dict"])
    with pytest.raises(ValueError, match=r"lone surrogate.*: '\\ud800'"):
        server.call("sync", POST, body={"a": "\ud800"})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("name", "limit"), [("bomb", 1 << 20), ("chunks of one byte", 50_000)]
)
def test_responses_beyond_the_limit_are_an_error(
    kind: Kind, name: str, limit: int
) -> None:
    body = GZIP_BOMB if name == "bomb" else HostileResponse(b" " * 60_000)
    with pytest.raises(ResponseTooLargeError) as caught:
        call_entry(
            kind,
            body,
            lambda client: client.request(GET, options={"max_response_bytes": limit}),
        )
    error = caught.value
    assert (error.status_code, error.limit) == (200, limit)
    assert f"more than {limit} bytes; pass a greater max_response_bytes" in str(error)


@pytest.mark.parametrize("kind", KINDS)
def test_a_declared_length_beyond_the_limit_is_an_error_before_reading(
    kind: Kind,
) -> None:
    response = HostileResponse(b"{}", {"content-length": "5000"})
    limit = {"max_response_bytes": 100}
    with pytest.raises(ResponseTooLargeError):
        call_entry(kind, response, lambda client: client.request(GET, options=limit))
    head: Operation[Any] = Operation("HEAD", "/x")
    call_entry(
        kind,
        HostileResponse(b"", {"content-length": "5000"}),
        lambda client: client.request(head, options=limit),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_bodies_of_errors_are_cut(kind: Kind) -> None:
    response = HostileResponse(GZIP_BOMB.content, GZIP_BOMB.headers, 500)
    with pytest.raises(APIStatusError) as caught:
        call_entry(kind, response, ENTRIES["post"])
    assert caught.value.body == " " * 1024 * 1024
    assert "(body cut after 1048576 bytes)" in str(caught.value)
    with pytest.raises(APIStatusError) as caught:
        call_entry(
            kind,
            HostileResponse(b'{"code": "x", "more": 1}', status=400),
            lambda client: client.request(GET, options={"max_response_bytes": 5}),
        )
    assert caught.value.body == '{"cod'


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("entry", ["events", "lines", "download"])
def test_streams_and_downloads_are_not_limited(kind: Kind, entry: str) -> None:
    kinds = {"events": "text/event-stream", "lines": "application/jsonl"}
    content = b'data: {"text": "a"}\n\n' if entry == "events" else b'{"text": "a"}\n'
    response = HostileResponse(content, {"content-type": kinds.get(entry, "x/y")})
    call = ENTRIES[entry]
    assert call_entry(
        kind, response, lambda client: call(client.with_options(max_response_bytes=5))
    )


def test_a_bomb_needs_little_memory() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ResponseTooLargeError):
            call_entry(
                "sync",
                GZIP_BOMB,
                lambda client: client.request(
                    GET, options={"max_response_bytes": 1 << 20}
                ),
            )
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 << 20


@pytest.mark.parametrize("limit", [0, -1, True, 1.5, "1"])
def test_invalid_limits_are_rejected(limit: Any) -> None:
    with pytest.raises(ValueError, match="max_response_bytes must be an integer"):
        MockServer().call("sync", options={"max_response_bytes": limit})
    with pytest.raises(ValueError, match="max_response_bytes must be an integer"):
        MockServer().client(max_response_bytes=limit)
    MockServer().call("sync", options={"max_response_bytes": None})
