"""Smoke tests of `users`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from broken import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/v1/users", lambda client: client.users.list()),
    ("POST", "/v1/users", lambda client: client.users.create()),
    ("GET", "/v1/users/x", lambda client: client.users.retrieve("x")),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
