"""Smoke tests for `key`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ledger import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/key", lambda client: client.key.retrieve(), {"response": "key.retrieve"}),
    (
        "PUT",
        "/key",
        lambda client: client.key.update(body=b"x"),
        {"type": "application/json", "json": "eA==", "status": 204},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
