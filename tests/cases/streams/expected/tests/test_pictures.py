"""Smoke tests for `pictures`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lookout import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/v1/pictures/x", lambda client: client.pictures.retrieve("x"), {}),
    (
        "PUT",
        "/v1/pictures/x",
        lambda client: client.pictures.replace("x", body=b"x"),
        {"type": "image/png", "content": "x", "status": 204},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
