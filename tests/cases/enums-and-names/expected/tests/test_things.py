"""Smoke tests of `things`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from names_and_others import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/things", lambda client: client.things.list()),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
