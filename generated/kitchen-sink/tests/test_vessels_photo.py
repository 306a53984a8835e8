"""Smoke tests for `vessels_photo`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harbour import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v2/vessels/9506411/photo",
        lambda client: client.vessels.photo(9506411),
        {},
    ),
    (
        "GET",
        "/v2/vessels/9506411/photo",
        lambda client: client.vessels.photo.retrieve(9506411),
        {},
    ),
    (
        "PUT",
        "/v2/vessels/9506411/photo",
        lambda client: client.vessels.photo.replace(9506411, body=b"x"),
        {"type": "image/png", "content": "x", "status": 204},
    ),
    (
        "HEAD",
        "/v2/vessels/9506411/photo",
        lambda client: client.vessels.photo.check(9506411),
        {},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
