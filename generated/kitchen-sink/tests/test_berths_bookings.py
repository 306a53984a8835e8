"""Smoke tests for `berths_bookings`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harbour import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "POST",
        "/v2/berths/x/bookings",
        lambda client: client.berths.bookings.create(
            "x", imo=1, from_="2024-01-31T12:00:00Z"
        ),
        {
            "type": "application/json",
            "json": {"imo": 1, "from": "2024-01-31T12:00:00Z"},
            "status": 201,
            "response": "berths.bookings.create",
        },
    ),
    (
        "POST",
        "/v2/berths/x/bookings",
        lambda client: client.berths.bookings.create_as_form(
            "x", imo=1, from_="2024-01-31T12:00:00Z"
        ),
        {
            "type": "application/x-www-form-urlencoded",
            "form": [["imo", "1"], ["from", "2024-01-31T12:00:00Z"]],
            "status": 201,
            "response": "berths.bookings.create_as_form",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
