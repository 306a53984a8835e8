"""Smoke tests for `class_`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from names_and_others import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/class/x",
        lambda client: client.class_.retrieve("x"),
        {"response": "class_.retrieve"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
