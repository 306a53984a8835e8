"""Smoke tests for `invoiceitems`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stripe_invoices import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/v1/invoiceitems", lambda client: client.invoiceitems.list(), {}),
    ("POST", "/v1/invoiceitems", lambda client: client.invoiceitems.create(), {}),
    ("GET", "/v1/invoiceitems/x", lambda client: client.invoiceitems.retrieve("x"), {}),
    ("POST", "/v1/invoiceitems/x", lambda client: client.invoiceitems.update("x"), {}),
    (
        "DELETE",
        "/v1/invoiceitems/x",
        lambda client: client.invoiceitems.delete("x"),
        {},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
