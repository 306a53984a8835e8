"""Smoke tests for `records`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from archive import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/records",
        lambda client: client.records.list(text="Xx1!Xx1!Xx1!"),
        {"query": [["text", "Xx1!Xx1!Xx1!"]], "response": "records.list"},
    ),
    (
        "GET",
        "/records",
        lambda client: client.records.list_as_stream(text="Xx1!Xx1!Xx1!"),
        {
            "query": [["text", "Xx1!Xx1!Xx1!"]],
            "response": "records.list_as_stream",
            "stream": "jsonl",
        },
    ),
    (
        "GET",
        "/records/x",
        lambda client: client.records.retrieve("x"),
        {"response": "records.retrieve"},
    ),
    (
        "COPY",
        "/records/x",
        lambda client: client.records.copy("x"),
        {"status": 201, "response": "records.copy"},
    ),
    (
        "QUERY",
        "/records",
        lambda client: client.records.query(text="x"),
        {
            "type": "application/json",
            "json": {"text": "x"},
            "response": "records.query",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
