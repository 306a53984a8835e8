"""Smoke tests of `messages_raw`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from inbox import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/messages/1/raw", lambda client: client.messages.raw.retrieve(1)),
    ("PUT", "/messages/1/raw", lambda client: client.messages.raw.update(1, body=b"x")),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
