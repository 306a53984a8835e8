"""Smoke tests for `doors`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lock import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v2/doors",
        lambda client: client.doors.list(),
        {"response": "doors.list"},
    ),
    (
        "POST",
        "/v2/doors/x/open",
        lambda client: client.doors.open("x"),
        {"status": 204},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
