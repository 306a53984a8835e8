"""Smoke tests for `tides`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lighthouse import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v1/tides",
        lambda client: client.tides.list(),
        {"response": "tides.list", "items": 1},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
