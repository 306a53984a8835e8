"""Smoke tests for `invoices`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stripe_invoices import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/v1/invoices", lambda client: client.invoices.list(), {}),
    ("POST", "/v1/invoices", lambda client: client.invoices.create(), {}),
    ("GET", "/v1/invoices/x", lambda client: client.invoices.retrieve("x"), {}),
    ("POST", "/v1/invoices/x", lambda client: client.invoices.update("x"), {}),
    ("POST", "/v1/invoices/x/pay", lambda client: client.invoices.pay("x"), {}),
    ("GET", "/v1/invoices/upcoming", lambda client: client.invoices.upcoming(), {}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
