"""Smoke tests for `rates`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ledger import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/rates", lambda client: client.rates.list(), {"response": "rates.list"}),
    (
        "PUT",
        "/rates",
        lambda client: client.rates.update(body={"x": 1.5}),
        {"type": "application/json", "json": {"x": 1.5}, "response": "rates.update"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
