"""Smoke tests of `labels`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from storage import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/labels", lambda client: client.labels.list()),
    ("PUT", "/labels", lambda client: client.labels.update()),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
