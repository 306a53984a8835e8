"""Smoke tests for `messages_attachments`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from inbox import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "POST",
        "/messages/1/attachments",
        lambda client: client.messages.attachments.create(1, file=b"x"),
        {
            "type": "multipart/form-data",
            "parts": ["file"],
            "status": 201,
            "response": "messages.attachments.create",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
