"""Smoke tests for `ports_piers_boats`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harbour_control import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v1/x/boats",
        lambda client: client.ports.piers.boats.list("x"),
        {"response": "ports.piers.boats.list"},
    ),
    (
        "POST",
        "/v1/x/boats",
        lambda client: client.ports.piers.boats.create("x", name="x"),
        {
            "type": "application/json",
            "json": {"name": "x"},
            "response": "ports.piers.boats.create",
        },
    ),
    (
        "GET",
        "/v1/x",
        lambda client: client.ports.piers.boats.retrieve("x"),
        {"response": "ports.piers.boats.retrieve"},
    ),
    (
        "PATCH",
        "/v1/x",
        lambda client: client.ports.piers.boats.update("x", body_name="x"),
        {
            "type": "application/json",
            "json": {"name": "x"},
            "response": "ports.piers.boats.update",
        },
    ),
    (
        "POST",
        "/v1/x:moveAway",
        lambda client: client.ports.piers.boats.move_away("x"),
        {"response": "ports.piers.boats.move_away"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
