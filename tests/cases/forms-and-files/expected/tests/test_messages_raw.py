"""Smoke tests for `messages_raw`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from inbox import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/messages/1/raw", lambda client: client.messages.raw(1), {}),
    ("GET", "/messages/1/raw", lambda client: client.messages.raw.retrieve(1), {}),
    (
        "PUT",
        "/messages/1/raw",
        lambda client: client.messages.raw.update(1, body=b"x"),
        {"type": "message/rfc822", "content": "x", "status": 204},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
