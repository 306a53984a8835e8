"""Smoke tests for `bookings`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ferry import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v1/bookings",
        lambda client: client.bookings.list(),
        {"response": "bookings.list"},
    ),
    (
        "POST",
        "/v1/bookings",
        lambda client: client.bookings.create(passenger="x"),
        {
            "type": "application/json",
            "json": {"passenger": "x"},
            "status": 201,
            "response": "bookings.create",
        },
    ),
    (
        "PUT",
        "/v1/bookings/x",
        lambda client: client.bookings.update("x", passenger="x"),
        {"type": "application/json", "json": {"passenger": "x"}, "status": 204},
    ),
    (
        "DELETE",
        "/v1/bookings/x",
        lambda client: client.bookings.cancel("x", idempotency_key="T111111"),
        {"headers": {"Idempotency-Key": "T111111"}, "status": 204},
    ),
    (
        "POST",
        "/v1/bookings/x/remind",
        lambda client: client.bookings.remind("x"),
        {"status": 202},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
