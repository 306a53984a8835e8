"""Smoke tests for `books_pages`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from library import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v2/books/x/pages/1-1",
        lambda client: client.books.pages.retrieve("x", 1, 1),
        {"text": "x"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
