"""Smoke tests of `books`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from library import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/v2/books", lambda client: client.books.list()),
    ("GET", "/v2/books/x", lambda client: client.books.retrieve("x", x_trace_id="x")),
    (
        "PUT",
        "/v2/books/x",
        lambda client: client.books.update("x", body_isbn="x", title="x"),
    ),
    ("DELETE", "/v2/books/x", lambda client: client.books.delete("x")),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
