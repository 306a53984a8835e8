"""Smoke tests for `parcels`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from parcels import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "POST",
        "/parcels",
        lambda client: client.parcels.create(to="x"),
        {
            "type": "application/json",
            "json": {"to": "x"},
            "status": 201,
            "response": "parcels.create",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
