"""Smoke tests for `sightings`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lookout import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v1/sightings",
        lambda client: client.sightings.follow(),
        {"response": "sightings.follow", "stream": "sse-event"},
    ),
    (
        "POST",
        "/v1/sightings",
        lambda client: client.sightings.report(body=[{"what": "x"}]),
        {
            "type": "application/jsonl",
            "lines": [{"what": "x"}],
            "response": "sightings.report",
            "stream": "jsonl",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
