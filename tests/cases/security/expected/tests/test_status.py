"""Smoke tests of `status`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vault import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/status", lambda client: client.status.check()),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
