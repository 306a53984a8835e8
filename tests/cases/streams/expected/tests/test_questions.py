"""Smoke tests for `questions`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lookout import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "POST",
        "/v1/questions",
        lambda client: client.questions.ask(text="x"),
        {
            "type": "application/json",
            "json": {"text": "x"},
            "response": "questions.ask",
        },
    ),
    (
        "POST",
        "/v1/questions",
        lambda client: client.questions.ask_as_stream(text="x"),
        {
            "type": "application/json",
            "json": {"text": "x", "stream": True},
            "response": "questions.ask_as_stream",
            "stream": "sse",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
