"""Smoke tests of `books_pages`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from library import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    (
        "GET",
        "/v2/books/x/pages/1-1",
        lambda client: client.books.pages.retrieve("x", 1, 1),
    ),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
