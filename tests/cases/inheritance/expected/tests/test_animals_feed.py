"""Smoke tests for `animals_feed`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zoo import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "POST",
        "/api/animals/00000000-0000-4000-8000-000000000000/feed",
        lambda client: client.animals.feed.create(
            "00000000-0000-4000-8000-000000000000"
        ),
        {"response": "animals.feed.create"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
