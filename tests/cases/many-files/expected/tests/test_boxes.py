"""Smoke tests for `boxes`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from shipping import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/boxes", lambda client: client.boxes.list(), {"response": "boxes.list"}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
