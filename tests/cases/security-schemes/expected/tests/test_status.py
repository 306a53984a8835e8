"""Smoke tests for `status`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lock import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v2/status",
        lambda client: client.status.retrieve(),
        {"response": "status.retrieve"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
