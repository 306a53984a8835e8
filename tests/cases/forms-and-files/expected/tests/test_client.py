"""Smoke tests for `client`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from inbox import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "POST",
        "/login",
        lambda client: client.login(user="x", password="x"),
        {
            "type": "application/x-www-form-urlencoded",
            "form": [["user", "x"], ["password", "x"]],
            "response": "login",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
