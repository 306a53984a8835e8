"""Options of clients and calls."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from runtime import AsyncBaseClient, BaseClient, SDKError

from ..mock_server import KINDS, SERVICE, Kind, MockServer


@pytest.mark.parametrize("kind", KINDS)
def test_invalid_options_are_rejected(kind: Kind) -> None:
    server = MockServer()
    bad: list[tuple[dict[str, Any], type[Exception], str]] = [
        ({"timeot": 1}, TypeError, "Unknown options of a call: timeot"),
        (
            {"max_retries": -1},
            ValueError,
            "max_retries must be an integer of at least 0",
        ),
        (
            {"max_retries": True},
            ValueError,
            "max_retries must be an integer of at least 0",
        ),
        ({"response_validation": "odd"}, ValueError, "'lenient', 'warn' or 'strict'"),
        ({"timeout": -1}, ValueError, "timeout must be from 0 to 1000000000 seconds"),
        ({"timeout": float("inf")}, ValueError, "timeout must be from 0 to"),
        ({"timeout": (1, 2, 3, float("nan"))}, ValueError, "timeout must be from 0"),
        ({"timeout": (1, 2)}, TypeError, "timeout must be seconds, a tuple of four"),
        ({"timeout": "5"}, TypeError, "timeout must be seconds"),
        ({"timeout": httpx2.Timeout(-1)}, ValueError, "timeout must be from 0"),
        ({"deadline": 1e10}, ValueError, "deadline must be seconds greater than 0"),
        ({"headers": "X: y"}, TypeError, "must be a mapping"),
        ({"query": {1: 2}}, TypeError, "must be strings, not 1"),
    ]
    for options, error, message in bad:
        with pytest.raises(error, match=message):
            server.call(kind, options=options)
        with pytest.raises(error, match=message.replace("call", "client")):
            server.call(kind, client=options)
        with pytest.raises(error, match=message.replace("call", "client")):
            server.client().with_options(**options)
    with pytest.raises(SDKError, match="base_url must be an absolute URL"):
        server.client().with_options(base_url="x")
    assert server.requests == []


def test_the_timeout_of_a_call_overrides_that_of_the_client() -> None:
    server = MockServer()
    server.call("sync", client={"timeout": 7}, options={"timeout": None})
    server.call("sync", client={"timeout": 7})
    server.call("sync")
    server.call("sync", options={"timeout": httpx2.Timeout(3, read=1)})
    timeouts = [request.extensions["timeout"] for request in server.requests]
    names = ("connect", "read", "write", "pool")
    assert timeouts == [
        dict.fromkeys(names),
        dict.fromkeys(names, 7),
        {**dict.fromkeys(names, 60.0), "connect": 5.0},
        {**dict.fromkeys(names, 3), "read": 1},
    ]


def test_hooks_and_transports_of_a_wrong_type_are_rejected() -> None:
    hooks: Any = print
    with pytest.raises(TypeError, match="hooks must be of the class Hooks"):
        MockServer().client(hooks=hooks)
    transport: Any = "https://proxy.example.com"
    with pytest.raises(TypeError, match=r"the method handle_request\(\)"):
        BaseClient(SERVICE, transport=transport)
    with pytest.raises(TypeError, match=r"the method handle_async_request\(\)"):
        AsyncBaseClient(SERVICE, transport=transport)
