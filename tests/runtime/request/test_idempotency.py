"""Idempotency keys."""

from __future__ import annotations

import random
from typing import Any
from uuid import UUID

import httpx2
import pytest
from runtime import ANY, Operation, ServerError, Service
from runtime.request.idempotency import make_key

from ..mock_server import KINDS, POST, Kind, MockServer, make_response

OK = make_response(value={"ok": True})
KEYED_OPERATION: Operation[Any] = Operation(
    "POST",
    "/things",
    returns=ANY,
    body="application/json",
    idempotency_header="X-Idempotency-Key",
)
KEYED_SERVICE = Service(
    user_agent="x/1",
    base_url="https://api.example.com",
    idempotency_header="Request-Key",
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_is_sent_in_the_header_of_the_operation(kind: Kind) -> None:
    server = MockServer(make_response(500), httpx2.ReadError("reset"), OK)
    server.call(kind, KEYED_OPERATION, body={})
    server.call(kind, KEYED_OPERATION, body={})
    keys = [request.headers["x-idempotency-key"] for request in server.requests]
    # All attempts of a call have the same key; another call has another one.
    assert keys[0] == keys[1] == keys[2] != keys[3]
    assert [UUID(key).version for key in keys] == [4] * 4
    assert str(UUID(keys[0])) == keys[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_of_the_caller_overrides_the_generated_one(kind: Kind) -> None:
    name = "X-Idempotency-Key"
    calls: list[dict[str, Any]] = [
        {"headers": {name: "k1"}},
        {"options": {"idempotency_key": "k1"}},
        {"options": {"headers": {name.lower(): "k1"}}},
        {"client": {"headers": {name: "k1"}}},
        {"headers": {name: "k0"}, "options": {"idempotency_key": "k1"}},
    ]
    for arguments in calls:
        server = MockServer(make_response(500), OK)
        server.call(kind, KEYED_OPERATION, body={}, **arguments)
        keys = [request.headers.get_list(name) for request in server.requests]
        assert keys == [["k1"], ["k1"]]


def test_an_empty_key_disables_the_header() -> None:
    server = MockServer(make_response(500), OK)
    with pytest.raises(ServerError):
        server.call("sync", KEYED_OPERATION, body={}, options={"idempotency_key": ""})
    (request,) = server.requests
    assert "x-idempotency-key" not in request.headers


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("method", "has_key"),
    [
        ("POST", True),
        ("PATCH", True),
        ("PUT", False),
        ("GET", False),
        ("DELETE", False),
    ],
)
def test_a_service_can_require_keys_for_methods_that_are_not_idempotent(
    kind: Kind, method: str, has_key: bool
) -> None:
    server = MockServer(make_response(500), OK)
    server.call(kind, Operation(method, "/things"), service=KEYED_SERVICE)
    keys = [request.headers.get("request-key") for request in server.requests]
    assert len(keys) == 2
    assert (keys[0] is not None) is has_key
    assert keys[0] == keys[1]


def test_no_key_is_sent_without_a_documented_header() -> None:
    server = MockServer(make_response(500), OK)
    with pytest.raises(ServerError):
        server.call("sync", POST, body={})
    assert "idempotency-key" not in server.only_request.headers


def test_keys_do_not_depend_on_the_seed_of_random() -> None:
    """A forked process inherits the state of the random module."""
    random.seed(1)
    first = make_key()
    random.seed(1)
    assert make_key() != first
    assert len({make_key() for _ in range(1000)}) == 1000
