"""Smoke tests of `notes`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from inbox import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("POST", "/notes", lambda client: client.notes.create(body="x")),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
