"""Smoke tests for `and_`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from broken import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/v1/and", lambda client: client.and_.retrieve(), {}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
