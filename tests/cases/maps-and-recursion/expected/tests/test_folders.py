"""Smoke tests of `folders`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from storage import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/folders/x", lambda client: client.folders.retrieve("x")),
    ("PATCH", "/folders/x", lambda client: client.folders.update("x", body={"x": {}})),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
