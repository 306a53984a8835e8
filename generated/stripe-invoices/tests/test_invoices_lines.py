"""Smoke tests of `invoices_lines`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stripe_invoices import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/v1/invoices/x/lines", lambda client: client.invoices.lines.list("x")),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
