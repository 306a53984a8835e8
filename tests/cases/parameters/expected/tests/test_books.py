"""Smoke tests for `books`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from library import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v2/books",
        lambda client: client.books.list(),
        {"response": "books.list", "items": 1},
    ),
    (
        "GET",
        "/v2/books/x",
        lambda client: client.books.retrieve("x", x_trace_id="x"),
        {"headers": {"X-Trace-Id": "x"}, "response": "books.retrieve"},
    ),
    (
        "PUT",
        "/v2/books/x",
        lambda client: client.books.update("x", body_isbn="x", title="x"),
        {
            "type": "application/json",
            "json": {"isbn": "x", "title": "x"},
            "response": "books.update",
        },
    ),
    ("DELETE", "/v2/books/x", lambda client: client.books.delete("x"), {"status": 204}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
