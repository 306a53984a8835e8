"""Smoke tests for `animals`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zoo import AsyncClient, Client
from zoo.params import BirdParam

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/api/animals",
        lambda client: client.animals.list(),
        {"response": "animals.list"},
    ),
    (
        "POST",
        "/api/animals",
        lambda client: client.animals.create(
            body=BirdParam({"kind": "Bird", "name": "x"})
        ),
        {
            "type": "application/json",
            "json": {"kind": "Bird", "name": "x"},
            "status": 201,
            "response": "animals.create",
        },
    ),
    (
        "GET",
        "/api/animals/00000000-0000-4000-8000-000000000000",
        lambda client: client.animals.retrieve("00000000-0000-4000-8000-000000000000"),
        {"response": "animals.retrieve"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
