"""Smoke tests for `secrets`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vault import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/secrets",
        lambda client: client.secrets.list(),
        {"response": "secrets.list"},
    ),
    (
        "GET",
        "/secrets/x",
        lambda client: client.secrets.retrieve("x"),
        {"response": "secrets.retrieve"},
    ),
    (
        "PUT",
        "/secrets/x",
        lambda client: client.secrets.update("x"),
        {"type": "application/json", "json": {}, "status": 204},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
