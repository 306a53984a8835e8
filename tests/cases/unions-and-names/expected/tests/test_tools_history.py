"""Smoke tests for `tools_history`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workshop import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/tools/x/history",
        lambda client: client.tools.history.list("x"),
        {"response": "tools.history.list"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
