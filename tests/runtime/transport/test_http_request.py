"""Conversion of prepared requests to requests of the HTTP client."""

from __future__ import annotations

import io
import json
import threading
from pathlib import Path
from typing import Any

import httpx2
import pytest
from runtime import ANY, APIConnectionError, BaseClient, Hooks, Operation, omit
from runtime.transport import http_request

from ..loopback_server import PUT, LoopbackServer, call, receive, respond_ok, serve
from ..mock_server import (
    GET,
    KINDS,
    POST,
    SERVICE,
    Kind,
    MockServer,
    make_response,
    path_of,
    query_of,
)

UPLOAD: Operation[Any] = Operation(
    "PUT", "/things", returns=ANY, body="multipart/form-data"
)
CONTENT = bytes(range(256)) * 2_000


def test_settings_of_the_http_client_are_kept() -> None:
    server = MockServer(
        make_response(value={}, headers={"set-cookie": "session=s1; Path=/"}),
        make_response(value={}),
    )
    http = httpx2.Client(
        transport=server.transport,
        headers={"X-Mine": "1", "User-Agent": "mine"},
        params={"mine": "a b"},
        cookies={"mine": "1"},
    )
    client = BaseClient(SERVICE, http_client=http)
    client.request(GET, query={"a": 1}, cookies={"own": "2"})
    client.request(GET)
    first, second = server.requests
    assert first.headers["x-mine"] == "1"
    assert first.headers.get_list("user-agent") == [first.headers["user-agent"]]
    assert first.headers["user-agent"].startswith("sample/1.0")
    assert query_of(first) == [("a", "1"), ("mine", "a b")]
    assert query_of(second) == [("mine", "a b")]
    assert first.headers["cookie"] == "mine=1; own=2"
    assert set(second.headers["cookie"].split("; ")) == {"mine=1", "session=s1"}


def test_changed_headers_of_the_http_client_apply_to_the_next_request() -> None:
    server = MockServer()
    http = httpx2.Client(transport=server.transport)
    client = BaseClient(SERVICE, http_client=http)
    for value in ("1", "2"):
        http.headers["X-Mine"] = value
        client.request(GET)
        client.request(GET)
    assert [request.headers["x-mine"] for request in server.requests] == [*"1122"]


def test_headers_that_a_hook_changes_do_not_affect_the_next_request() -> None:
    server = MockServer()

    def change(request: Any) -> None:
        assert request.headers["accept"] == "application/json"
        request.headers["Accept"] = "text/plain"
        del request.headers["host"]

    client = server.client(hooks=Hooks(before_request=change))
    for _ in range(2):
        client.request(GET)
    client.with_options(hooks=None).request(GET)
    assert "host" not in server.requests[1].headers
    assert server.requests[2].headers["host"] == "api.example.com"


def test_few_headers_of_earlier_requests_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(http_request, "_MAX_CACHED", 2)
    server = MockServer()
    client = server.client()
    for number in range(5):
        client.request(GET, headers={"X-Number": number})
    assert [request.headers["x-number"] for request in server.requests] == [*"01234"]
    assert len(vars(client)["_request_cache"].headers) <= 2


def test_few_urls_without_secrets_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_request, "_MAX_CACHED", 2)
    secret: Operation[Any] = Operation("GET", "/{token}/things", returns=ANY)
    plain: Operation[Any] = Operation("GET", "/things/{id}", returns=ANY)
    server = MockServer()
    client = server.client()
    kept = vars(client)["_request_cache"].urls
    client.request(GET, query={"a": 1})
    client.request(secret, path={"token": "t0"})
    assert kept == {}
    for number in (0, 1, 0, 1, 2, 3, 0):
        client.request(plain, path={"id": number})
        assert len(kept) <= 2
    paths = [path_of(request) for request in server.requests[2:]]
    assert paths == [f"/v1/things/{number}" for number in (0, 1, 0, 1, 2, 3, 0)]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "GET"])
@pytest.mark.parametrize("content", [b"", b"abc", None])
@pytest.mark.parametrize("own", [{}, {"Transfer-Encoding": "chunked"}, {"Host": "b"}])
def test_headers_are_those_that_httpx2_sends(
    method: str, content: bytes | None, own: dict[str, str]
) -> None:
    operation: Operation[Any] = Operation(
        method, "/things", returns=ANY, body="application/octet-stream"
    )
    server = MockServer()
    body = omit if content is None else content
    server.client().request(operation, body=body, options={"headers": own})
    sent = server.only_request
    set_by_httpx2 = {b"content-length", *({b"host"} if "Host" not in own else ())}
    given = [item for item in sent.headers.raw if item[0].lower() not in set_by_httpx2]
    expected = httpx2.Request(method, sent.url, headers=given, content=content)
    assert sent.headers.raw == expected.headers.raw
    assert sent.content == expected.content


@pytest.mark.parametrize("kind", KINDS)
def test_a_json_body_is_sent_with_its_length(kind: Kind) -> None:
    with serve(respond_ok) as server:
        assert call(kind, server.origin, POST, body={"é": 1}) == {"ok": True}
    (request,) = server.requests
    assert json.loads(request.body) == {"é": 1}
    assert request.headers["content-length"] == str(len(request.body))
    assert request.headers["content-type"] == "application/json"


@pytest.mark.parametrize("kind", KINDS)
def test_the_path_is_sent_as_it_was_encoded(kind: Kind) -> None:
    operation: Operation[Any] = Operation("GET", "/a/{id}/b", returns=ANY)
    with serve(respond_ok) as server:
        call(
            kind, server.origin, operation, path={"id": "x/y?z"}, query={"q": "a b|[]"}
        )
    assert server.requests[0].target == "/a/x%2Fy%3Fz/b?q=a%20b%7C%5B%5D"


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_changes_during_the_upload_is_an_error(kind: Kind) -> None:
    class ShrinkingFile(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(size) if self.tell() < 10 else b""

    class GrowingFile(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(size) or b"more"

    # The server may record a request after the client has failed; use a new server.
    with serve(respond_ok) as server:
        with pytest.raises(
            APIConnectionError, match="read 131072 bytes of the body, expected 900000"
        ):
            call(kind, server.origin, PUT, body=ShrinkingFile(b"x" * 900_000))
        with pytest.raises(
            APIConnectionError, match="read 9 bytes of the body, expected 5"
        ):
            call(kind, server.origin, PUT, body=GrowingFile(b"x" * 5))


def test_files_are_read_outside_the_event_loop(
    server: LoopbackServer, tmp_path: Path
) -> None:
    readers: set[str] = set()

    class RecordingFile(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            readers.add(threading.current_thread().name)
            return super().read(size)

    assert receive(server, "async", RecordingFile(CONTENT)).body == CONTENT
    assert receive(
        server, "async", {"file": RecordingFile(CONTENT)}, UPLOAD
    ).body.count(CONTENT)
    assert readers
    assert "MainThread" not in readers
