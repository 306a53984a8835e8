"""Smoke tests for `maps`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from atlas import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/maps/.x/;size=width,1/1.5",
        lambda client: client.maps.retrieve(["x"], {"width": 1}, [1.5]),
        {"headers": {"X-Version": "2"}, "response": "maps.retrieve"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
