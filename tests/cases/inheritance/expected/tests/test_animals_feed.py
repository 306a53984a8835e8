"""Smoke tests of `animals_feed`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zoo import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    (
        "POST",
        "/api/animals/00000000-0000-4000-8000-000000000000/feed",
        lambda client: client.animals.feed.create(
            "00000000-0000-4000-8000-000000000000", keeper="x"
        ),
    ),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
