"""Smoke tests for `parcels`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from shipping import AsyncClient, Client
from shipping.params import LetterParam

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/parcels",
        lambda client: client.parcels.list(),
        {"response": "parcels.list", "items": 1},
    ),
    (
        "POST",
        "/parcels",
        lambda client: client.parcels.create(
            id="00000000-0000-4000-8000-000000000000",
            contents=[LetterParam({"kind": "letter"})],
        ),
        {
            "type": "application/json",
            "json": {
                "id": "00000000-0000-4000-8000-000000000000",
                "contents": [{"kind": "letter"}],
            },
            "status": 201,
            "response": "parcels.create",
        },
    ),
    (
        "GET",
        "/parcels/x",
        lambda client: client.parcels.retrieve("x"),
        {"response": "parcels.retrieve"},
    ),
    (
        "DELETE",
        "/parcels/x",
        lambda client: client.parcels.delete("x"),
        {"status": 204},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
