"""Smoke tests for `records_changes`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from archive import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/records/changes",
        lambda client: client.records.changes.list(),
        {"response": "records.changes.list", "stream": "sse"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
