"""Smoke tests for `notes`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from files import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("POST", "/notes", lambda client: client.notes.create(), {}),
    ("POST", "/notes", lambda client: client.notes.create_as_text(), {}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
