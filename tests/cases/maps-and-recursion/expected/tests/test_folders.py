"""Smoke tests for `folders`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from storage import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/folders/x",
        lambda client: client.folders.retrieve("x"),
        {"response": "folders.retrieve"},
    ),
    (
        "PATCH",
        "/folders/x",
        lambda client: client.folders.update("x", body={"x": {}}),
        {"type": "application/json", "json": {"x": {}}, "response": "folders.update"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
