"""Smoke tests for `visitors`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lock import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v2/visitors",
        lambda client: client.visitors.list(),
        {"response": "visitors.list"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
