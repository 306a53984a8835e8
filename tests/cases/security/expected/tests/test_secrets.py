"""Smoke tests of `secrets`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vault import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/secrets", lambda client: client.secrets.list()),
    ("GET", "/secrets/x", lambda client: client.secrets.retrieve("x")),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
