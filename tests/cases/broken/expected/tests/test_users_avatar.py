"""Smoke tests for `users_avatar`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from broken import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "DELETE",
        "/v1/users/x/avatar",
        lambda client: client.users.avatar.delete("x"),
        {"status": 204},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
