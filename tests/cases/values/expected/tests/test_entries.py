"""Smoke tests for `entries`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ledger import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/entries",
        lambda client: client.entries.list(booked="2024-01-31"),
        {"query": [["booked", "2024-01-31"]], "response": "entries.list"},
    ),
    (
        "POST",
        "/entries",
        lambda client: client.entries.create(amount="1.50", booked="2024-01-31"),
        {
            "type": "application/json",
            "json": {"amount": "1.50", "booked": "2024-01-31"},
            "status": 201,
            "response": "entries.create",
        },
    ),
    (
        "POST",
        "/entries/1.5/close",
        lambda client: client.entries.close(1.5),
        {"status": 204},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
