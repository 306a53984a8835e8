"""Options of clients and calls."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from runtime import SDKError

from ..mock_server import KINDS, Kind, MockServer


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
