"""Smoke tests for `archive`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lookout import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v1/archive",
        lambda client: client.archive.list(),
        {"response": "archive.list"},
    ),
    (
        "GET",
        "/v1/archive",
        lambda client: client.archive.list_as_stream(),
        {"response": "archive.list_as_stream", "stream": "jsonl"},
    ),
    ("GET", "/v1/archive/export", lambda client: client.archive.export(), {}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
