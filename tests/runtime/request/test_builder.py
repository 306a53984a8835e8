"""Preparation of requests from the arguments of a call."""

from __future__ import annotations

import io
from typing import Any

import pytest
from runtime import ANY, Operation, omit
from runtime.request import builder

from ..mock_server import GET, KINDS, POST, Kind, MockServer, path_of, query_of
from ..secured_api import OPERATION, make_service


@pytest.mark.parametrize("kind", KINDS)
def test_arguments_are_encoded_into_all_parts_of_a_request(kind: Kind) -> None:
    operation: Operation[Any] = Operation(
        "PUT",
        "/a/{id}/b.{format}",
        returns=ANY,
        body="application/json",
        accept="application/vnd.things+json",
        query={"action": "mark", "page": "0"},
        styles={
            "path": {"id": "label*"},
            "query": {"ids": "form", "filter": "deepObject"},
            "header": {"X-Ids": "simple*"},
            "cookie": {"prefs": "form"},
        },
    )
    server = MockServer()
    server.call(
        kind,
        operation,
        path={"id": [1, 2], "format": "x y"},
        query={"ids": [1, 2], "filter": {"a": {"b": 1}}, "page": 1, "none": None, "o": omit},
        headers={"X-Ids": {"a": 1}, "X-None": None, "X-Omit": omit, "X-Flag": True},
        cookies={"prefs": ["a", "b c"], "omitted": omit, "sid": "1"},
        body={"a": 1},
    )  # fmt: skip
    request = server.only_request
    assert request.method == "PUT"
    assert path_of(request) == "/v1/a/.1.2/b.x%20y"
    assert query_of(request) == [
        ("action", "mark"),
        ("page", "1"),
        ("ids", "1,2"),
        ("filter[a][b]", "1"),
    ]
    assert request.headers["x-ids"] == "a=1"
    assert request.headers["x-flag"] == "true"
    assert {"x-none", "x-omit"}.isdisjoint(request.headers)
    assert request.headers["cookie"] == "prefs=a,b%20c; sid=1"
    assert request.headers["accept"] == "application/vnd.things+json"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["content-length"] == "7"
    assert request.headers["user-agent"].startswith("sample/1.0 python/3.")
    assert request.content == b'{"a":1}'


@pytest.mark.parametrize("kind", KINDS)
def test_a_call_without_arguments_sends_only_the_url(kind: Kind) -> None:
    server = MockServer()
    server.call(kind)
    assert str(server.only_request.url) == "https://api.example.com/v1/things"
    assert {"content-type", "content-length", "cookie", "authorization"}.isdisjoint(
        server.only_request.headers
    )


@pytest.mark.parametrize("method", ["GET", "DELETE", "POST"])
def test_any_method_can_have_a_body(method: str) -> None:
    operation: Operation[Any] = Operation(
        method, "/", returns=ANY, body="application/json"
    )
    server = MockServer()
    server.call("sync", operation, body={"a": 1})
    assert server.only_request.content == b'{"a":1}'
    assert server.only_request.headers["content-length"] == "7"


@pytest.mark.parametrize("kind", KINDS)
def test_options_of_a_call_override_arguments_and_options_of_the_client(
    kind: Kind,
) -> None:
    server = MockServer()
    client = {
        "headers": {"X-A": "client", "X-B": "client", "x-d": "client", "Accept": "text/x"},
        "query": {"a": "client", "b": "client", "c": "client", "d": "client"},
    }  # fmt: skip
    server.call(
        kind,
        client=client,
        headers={"x-a": "argument", "X-C": "argument", "X-D": omit},
        query={"a": "argument", "e": "argument", "d": omit},
        options={
            "headers": {"X-B": "call", "X-C": "call", "Accept": omit},
            "query": {"b": ["call", "2"], "c": omit, "e": "call", "new": {"k": 1}},
        },
    )
    headers = server.only_request.headers
    assert [headers.get(f"x-{name}") for name in "abcd"] == [
        "argument",
        "call",
        "call",
        "client",
    ]
    assert headers["accept"] == "*/*"
    assert sorted(query_of(server.only_request)) == [
        ("a", "argument"),
        ("b", "2"),
        ("b", "call"),
        ("d", "client"),
        ("e", "call"),
        ("k", "1"),
    ]


def test_a_content_type_of_the_caller_overrides_the_media_type() -> None:
    server = MockServer()
    headers = {"content-type": "application/vnd.x+json"}
    server.call("sync", POST, body={"a": 1}, options={"headers": headers})
    assert server.only_request.headers.get_list("content-type") == [
        "application/vnd.x+json"
    ]


def test_the_option_body_adds_properties() -> None:
    server = MockServer()
    server.call("sync", POST, body={"a": 1}, options={"body": {"b": 2}})
    assert server.only_request.content == b'{"a":1,"b":2}'
    server = MockServer()
    server.call("sync", POST, options={"body": {"b": 2}})
    assert server.only_request.content == b'{"b":2}'


def test_errors_name_the_parameter() -> None:
    with pytest.raises(TypeError, match="query parameter 'a': cannot send"):
        MockServer().call("sync", query={"a": object()})
    with pytest.raises(ValueError, match="cookie parameter 'a': nan is not"):
        MockServer().call("sync", cookies={"a": float("nan")})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("json", {"a": [1, "&"]}, "%7B%22a%22%3A%5B1%2C%22%26%22%5D%7D"),
        ("form", "$.a[?(@.b=='c')]", "%24.a%5B%3F%28%40.b%3D%3D%27c%27%29%5D"),
    ],
)
def test_a_query_string_can_be_a_single_value(
    kind: Kind, style: str, value: object, expected: str
) -> None:
    server = MockServer()
    operation: Operation[Any] = Operation(
        "GET", "/things", returns=ANY, styles={"querystring": {"selector": style}}
    )
    server.call(kind, operation, query={"selector": value, "other": omit})
    assert str(server.only_request.url).partition("?")[2] == expected


THING: Operation[Any] = Operation(
    "GET", "/things/{token}", returns=ANY, query={"fixed": "1"}
)


def test_calls_of_one_operation_do_not_affect_each_other() -> None:
    server = MockServer()
    client = server.client(headers={"X-Usual": "1"}, query={"usual": "1"})
    variants: list[dict[str, Any]] = [
        {},
        {"query": {"a": 1}},
        {"headers": {"X-A": "1"}},
        {"headers": {"X-A": omit}},
        {"cookies": {"a": "1"}},
        {"options": {"headers": {"X-Usual": omit}}},
        {"options": {"base_url": "https://other.example.com"}},
        {"options": {"idempotency_key": "k"}},
    ]
    for arguments in (*variants, *reversed(variants)):
        client.request(THING, path={"token": "t1"}, **arguments)
    shown = [
        (str(item.url), sorted(item.headers.multi_items())) for item in server.requests
    ]
    assert shown[:8] == shown[:7:-1]
    assert len({str(item) for item in shown}) == 7


@pytest.mark.parametrize(
    ("media_type", "bodies"),
    [
        ("application/json", [omit, {"a": 1}, {}, {"a": "longer"}, None, [1], "é"]),
        ("application/x-www-form-urlencoded", [{"a": 1}, omit, {"b": "c d"}, {}]),
        ("text/plain", ["a", omit, "", "é", io.BytesIO(b"file"), "b"]),
        ("application/octet-stream", [b"a", io.BytesIO(b"file"), b"", omit, b"bc"]),
    ],
)
@pytest.mark.parametrize("header", ["", "X-Key"])
def test_bodies_of_one_operation_do_not_affect_each_other(
    media_type: str, bodies: list[Any], header: str
) -> None:
    operation: Operation[Any] = Operation(
        "POST", "/things", returns=ANY, body=media_type, idempotency_header=header
    )
    server, alone = MockServer(), MockServer()
    client = server.client()
    for body in (*bodies, *reversed(bodies)):
        for target in (client, alone.client()):
            if isinstance(body, io.BytesIO):
                body.seek(0)
            target.request(operation, body=body)
    for request, expected in zip(server.requests, alone.requests, strict=True):
        keys = request.headers.pop("x-key", None), expected.headers.pop("x-key", None)
        assert (keys[0] is None) == (keys[1] is None) == (not header)
        assert request.headers.raw == expected.headers.raw
        assert request.content == expected.content


def test_the_body_of_a_call_is_not_kept_for_later_calls() -> None:
    server = MockServer()
    client = server.client()
    client.request(POST, body={"password": "first"})
    kept = vars(client)["_builder"]._templates
    assert [template.request.content for template in kept.values()] == [None]


def test_values_of_a_call_are_not_kept_for_later_calls() -> None:
    server = MockServer()
    client = server.client()
    client.request(THING, path={"token": "first"}, query={"a": "first"})
    client.request(THING, path={"token": "second"})
    assert path_of(server.requests[1]) == "/v1/things/second"
    assert query_of(server.requests[1]) == [("fixed", "1")]
    assert "first" not in str(vars(client)["_builder"]._templates)


def test_a_call_that_replaces_a_credential_does_not_affect_later_calls() -> None:
    server = MockServer()
    service = make_service(("query",))
    client = server.client(service, credentials={"query": "usual"})
    for query in ({"api_key": "own"}, {}, {"api_key": "own"}, {}):
        client.request(OPERATION, query=query)
    sent = [dict(query_of(request))["api_key"] for request in server.requests]
    assert sent == ["own", "usual", "own", "usual"]


def test_each_call_gets_its_own_idempotency_key() -> None:
    operation: Operation[Any] = Operation(
        "DELETE", "/things", returns=ANY, idempotency_header="X-Key"
    )
    server = MockServer()
    client = server.client()
    for _ in range(3):
        client.request(operation)
    assert len({request.headers["x-key"] for request in server.requests}) == 3


def test_requests_of_undocumented_operations_are_not_all_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(builder, "_MAX_TEMPLATES", 2)
    server = MockServer()
    client = server.client()
    for number in range(5):
        operation: Operation[Any] = Operation("GET", f"/{number}", returns=ANY)
        client.request(operation)
    client.request(GET)
    assert len(vars(client)["_builder"]._templates) <= 2
    assert path_of(server.requests[-1]) == "/v1/things"
