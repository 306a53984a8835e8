"""Smoke tests of `users_orders`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from broken import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/v1/users/x/orders", lambda client: client.users.orders.list("x")),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
