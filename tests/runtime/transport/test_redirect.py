"""Redirects."""

from __future__ import annotations

import io
from typing import Any

import httpx2
import pytest
from runtime import ANY, ApiKey, APIStatusError, Bearer, Operation, Service
from runtime.hooks.logs import show_headers
from runtime.request.url import is_sensitive_header
from runtime.transport.redirect import Redirect, drop_query, evaluate_redirect

from ..loopback_server import PUT, Handler, call, respond_ok, serve
from ..mock_server import GET, KINDS, POST, Kind, MockServer, make_response, query_of
from ..sample_files import UnseekableFile

OK = make_response(value={"ok": True})
SECURE = Service(
    user_agent="x/1",
    base_url="https://api.example.com/v1",
    schemes={
        "bearer": Bearer(),
        "header": ApiKey("header", "X-Secret"),
        "query": ApiKey("query", "secret"),
        "cookie": ApiKey("cookie", "sid"),
    },
    security=(("bearer", "header", "query", "cookie"),),
)
CREDENTIALS = {"bearer": "b", "header": "h", "query": "q", "cookie": "c"}


def redirect(status: int, location: str) -> httpx2.Response:
    return make_response(status, headers={"location": location}, content=b"moved")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_get_and_head_follow_all_redirects(
    kind: Kind, status: int, method: str
) -> None:
    server = MockServer(redirect(status, "/v2/things?page=1#top"), OK)
    operation: Operation[Any] = Operation(method, "/things", returns=ANY)
    server.call(kind, operation)
    first, second = server.requests
    assert str(second.url) == "https://api.example.com/v2/things?page=1"
    assert second.method == first.method == method
    assert server.waits == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("status", "method", "location", "next_method"),
    [
        # 303 changes the method to GET.
        (303, "POST", "/v1/things", "GET"),
        (303, "PUT", "/v1/done", "GET"),
        (303, "DELETE", "/v1/done", "GET"),
        # 307 and 308 keep method and body.
        (307, "POST", "/v1/done", "POST"),
        (308, "PUT", "/v1/done", "PUT"),
        # 301 and 302 keep them too, except for POST, as in browsers.
        (301, "PUT", "/v1/done", "PUT"),
        (302, "PATCH", "/v1/done", "PATCH"),
        (302, "DELETE", "/v1/done", "DELETE"),
        (301, "POST", "/v1/done", "GET"),
        (302, "POST", "/v1/done", "GET"),
        # A POST to the same path remains a POST, because GET would be another operation.
        (302, "POST", "/v1/things/", "POST"),
    ],
)
def test_other_methods_follow_redirects_with_or_without_the_body(
    kind: Kind, status: int, method: str, location: str, next_method: str
) -> None:
    server = MockServer(redirect(status, location), OK)
    operation: Operation[Any] = Operation(
        method, "/things", returns=ANY, body="application/json"
    )
    assert server.call(kind, operation, body={"a": 1}) == {"ok": True}
    second = server.requests[1]
    assert second.method == next_method
    if next_method == "GET":
        assert second.content == b""
        assert "content-type" not in second.headers
        assert "content-length" not in second.headers
    else:
        assert second.content == b'{"a":1}'
        assert second.headers["content-type"] == "application/json"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example.com/v1/things?secret=q&a=1",
        "https://api.example.com:8443/v1/things?secret=q&a=1",
        "//evil.example.com/v1/things?secret=q&a=1",
    ],
)
def test_credentials_are_not_sent_to_another_origin(kind: Kind, location: str) -> None:
    server = MockServer(redirect(307, location), redirect(307, "/on?a=1&secret=q"), OK)
    server.call(
        kind,
        service=SECURE,
        client={"credentials": CREDENTIALS},
        headers={"X-Plain": "p"},
        cookies={"other": "o"},
        options={"headers": {"Proxy-Authorization": "p"}},
    )
    first, *others = server.requests
    assert first.headers["authorization"] == "Bearer b"
    assert first.headers["cookie"] == "other=o; sid=c"
    for request in others:
        secret_headers = {"authorization", "x-secret", "cookie", "proxy-authorization"}
        assert secret_headers.isdisjoint(request.headers)
        assert request.headers["x-plain"] == "p"
        assert query_of(request) == [("a", "1")]
        assert request.headers["host"] == request.url.netloc.decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
def test_a_body_is_sent_to_another_origin_only_if_the_client_allows_it(
    kind: Kind, status: int, method: str
) -> None:
    operation: Operation[Any] = Operation(
        method, "/things", returns=ANY, body="application/json"
    )
    location = "https://user:pw@www.example.com/v1/things?token=t"
    server = MockServer(redirect(status, location), OK)
    with pytest.raises(APIStatusError) as caught:
        server.call(kind, operation, body={"a": 1})
    assert caught.value.status_code == status
    assert "to another origin, https://REDACTED@www.example.com;" in str(caught.value)
    assert "allow_cross_origin_body=True" in str(caught.value)
    assert len(server.requests) == 1
    server = MockServer(redirect(status, location), OK)
    server.call(
        kind, operation, body={"a": 1}, client={"allow_cross_origin_body": True}
    )
    assert server.requests[1].content == b'{"a":1}'


def test_a_body_follows_a_redirect_from_http_to_https() -> None:
    server = MockServer(redirect(308, "https://api.example.com/v1/things"), OK)
    plain = {"base_url": "http://api.example.com/v1"}
    server.call("sync", POST, body={"a": 1}, client=plain)
    assert server.requests[1].content == b'{"a":1}'


@pytest.mark.parametrize("kind", KINDS)
def test_requests_without_a_body_follow_redirects_to_another_origin(kind: Kind) -> None:
    server = MockServer(redirect(307, "https://www.example.com/v1/things"), OK)
    operation: Operation[Any] = Operation("DELETE", "/things", returns=ANY)
    assert server.call(kind, operation) == {"ok": True}


SENSITIVE_HEADERS = (
    *("X-Auth-Token", "X-Amz-Security-Token", "X-Api-Key", "ApiKey", "X-Session-Id"),
    *("X-Client-Secret", "X-Password", "X-Signature", "X-Goog-IAM-Credential"),
    *("Authorization-Extra", "Proxy-Authorization", "Cookie2", "X-Access-Key", "Key"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_headers_that_the_log_redacts_are_not_sent_to_another_origin(
    kind: Kind,
) -> None:
    server = MockServer(redirect(302, "https://www.example.com/"), OK)
    names = dict.fromkeys(SENSITIVE_HEADERS, "sk")
    http = {"headers": {**names, "X-Plain": "p"}}
    server.call(kind, client=http)
    first, second = server.requests
    assert [name for name in SENSITIVE_HEADERS if name not in first.headers] == []
    assert [name for name in SENSITIVE_HEADERS if name in second.headers] == []
    assert second.headers["x-plain"] == "p"
    redacted = show_headers(first.headers, is_sensitive_header)
    assert {redacted[name.lower()] for name in SENSITIVE_HEADERS} == {"REDACTED"}


@pytest.mark.parametrize("kind", KINDS)
def test_credentials_are_sent_within_the_same_origin(kind: Kind) -> None:
    server = MockServer(redirect(307, "https://API.example.com:443/v2"), OK)
    server.call(kind, service=SECURE, client={"credentials": CREDENTIALS})
    second = server.requests[1]
    assert second.headers["authorization"] == "Bearer b"
    assert second.headers["x-secret"] == "h"
    assert second.headers["cookie"] == "sid=c"


def test_credentials_of_the_http_client_are_not_sent_to_another_origin() -> None:
    server = MockServer(redirect(307, "https://evil.example.com/"), OK)
    http = httpx2.Client(
        transport=server.transport,
        auth=("me", "pw"),
        headers={"X-Secret": "own", "X-Plain": "p"},
        cookies={"own": "c"},
        params={"own": "q"},
    )
    server.call("sync", service=SECURE, client={"http_client": http})
    first, second = server.requests
    assert first.headers["authorization"].startswith("Basic ")
    assert first.headers["x-secret"] == "own"
    assert first.headers["cookie"] == "own=c"
    assert query_of(first) == [("own", "q")]
    assert {"authorization", "x-secret", "cookie"}.isdisjoint(second.headers)
    assert second.headers["x-plain"] == "p"
    assert query_of(second) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://api.example.com/v1/things", "from https to plain http"),
        ("ftp://api.example.com/", "not an http or https URL"),
        ("javascript:alert(1)", "not an http or https URL"),
        ("https://[::1", "not a valid URL"),
        ("https://host:port/", "not a valid URL"),
    ],
)
def test_unsafe_or_invalid_locations_are_an_error(
    kind: Kind, location: str, reason: str
) -> None:
    server = MockServer(redirect(302, location), OK)
    with pytest.raises(APIStatusError, match=reason) as caught:
        server.call(kind)
    assert caught.value.status_code == 302
    assert len(server.requests) == 1


def test_a_redirect_without_a_location_is_an_error() -> None:
    with pytest.raises(APIStatusError, match="it has no Location header"):
        MockServer(make_response(302)).call("sync")


@pytest.mark.parametrize("kind", KINDS)
def test_the_number_of_redirects_is_limited(kind: Kind) -> None:
    server = MockServer(redirect(302, "/v1/things"))
    with pytest.raises(APIStatusError, match="the limit of 5 redirects is exceeded"):
        server.call(kind)
    assert len(server.requests) == 6


def test_a_body_that_is_not_replayable_is_not_redirected() -> None:
    operation: Operation[Any] = Operation(
        "PUT", "/", returns=ANY, body="application/octet-stream"
    )
    server = MockServer(redirect(307, "/on"), OK)
    with pytest.raises(APIStatusError, match="the request body cannot be sent again"):
        server.call("sync", operation, body=UnseekableFile(b"once"))
    # 303 drops the body, so it need not be replayable.
    server = MockServer(redirect(303, "/on"), OK)
    server.call("sync", operation, body=UnseekableFile(b"once"))
    assert server.requests[1].content == b""


def test_redirects_do_not_count_as_retries() -> None:
    server = MockServer(
        make_response(503), redirect(302, "/v2"), make_response(503), OK
    )
    assert server.call("sync") == {"ok": True}
    assert server.waits == [0.5, 1.0]


def test_the_get_after_a_redirected_post_is_retried() -> None:
    server = MockServer(
        redirect(303, "/a"), httpx2.ReadError("reset"), make_response(500), OK
    )
    assert server.call("sync", POST, body={"a": 1}) == {"ok": True}
    assert [request.method for request in server.requests] == ["POST"] + ["GET"] * 3


def test_other_3xx_statuses_are_errors() -> None:
    for status in (300, 304, 305):
        server = MockServer(
            make_response(status, headers={"location": "/v2"}, content=b"")
        )
        with pytest.raises(APIStatusError) as caught:
            server.call("sync")
        assert caught.value.status_code == status


def test_a_documented_redirect_is_not_followed() -> None:
    operation: Operation[Any] = Operation("GET", "/link", returns={"302": None})
    server = MockServer(redirect(302, "https://elsewhere.example.com/file"))
    with server.client() as client:
        reply = client.with_response(client.request)(operation)
    assert reply.status_code == 302
    assert reply.headers["location"] == "https://elsewhere.example.com/file"


def test_the_http_client_does_not_follow_redirects() -> None:
    server = MockServer(redirect(302, "http://api.example.com/"), OK)
    http = httpx2.Client(transport=server.transport, follow_redirects=True)
    with pytest.raises(APIStatusError, match="plain http"):
        server.call("sync", client={"http_client": http})


def test_a_dropped_body_is_not_sent_again() -> None:
    server = MockServer(redirect(302, "/a"), redirect(307, "/b"), OK)
    server.call("sync", POST, body={"a": 1})
    methods = [(request.method, request.content) for request in server.requests]
    assert methods == [("POST", b'{"a":1}'), ("GET", b""), ("GET", b"")]


def test_redirects_are_evaluated() -> None:
    url = "http://localhost:1/a"
    assert evaluate_redirect("GET", url, 302, "http://localhost:1/b") == Redirect(
        "http://localhost:1/b", "GET", leaves_origin=False
    )
    # https is another origin than http; on the usual ports, it is the same server.
    assert evaluate_redirect("GET", url, 302, "https://localhost:1/b") == Redirect(
        "https://localhost:1/b", "GET", leaves_origin=True
    )
    assert evaluate_redirect("PUT", "http://h/", 308, "https://H:443/") == Redirect(
        "https://H:443/", "PUT", leaves_origin=True, is_upgrade=True
    )
    assert drop_query("https://h/?a=1&b=2&a%62=3", {"a", "ab"}) == "https://h/?b=2"
    assert GET.method == "GET"


@pytest.mark.parametrize("kind", KINDS)
def test_another_host_receives_no_credentials(kind: Kind) -> None:
    with serve(respond_ok) as elsewhere:

        def respond(handler: Handler, number: int) -> None:
            handler.send(307, b"", ("Location", f"{elsewhere.origin}/stolen"))

        with serve(respond) as server:
            call(kind, server.origin, client={"credentials": {"b": "secret"}})
            file = io.BytesIO(b"data")
            call(
                kind,
                server.origin,
                PUT,
                body=file,
                client={
                    "credentials": {"b": "secret"},
                    "allow_cross_origin_body": True,
                },
            )
    assert [request.headers["authorization"] for request in server.requests] == [
        "Bearer secret"
    ] * 2
    read, written = elsewhere.requests
    assert "authorization" not in read.headers
    assert "authorization" not in written.headers
    assert read.headers["host"] == elsewhere.origin.removeprefix("http://")
    assert (written.method, written.body) == ("PUT", b"data")
