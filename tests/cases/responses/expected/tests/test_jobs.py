"""Smoke tests for `jobs`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jobs import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/jobs", lambda client: client.jobs.list(), {"response": "jobs.list"}),
    (
        "POST",
        "/jobs",
        lambda client: client.jobs.create(name="x"),
        {"type": "application/json", "json": {"name": "x"}, "response": "jobs.create"},
    ),
    (
        "GET",
        "/jobs/x",
        lambda client: client.jobs.retrieve("x"),
        {"response": "jobs.retrieve"},
    ),
    ("DELETE", "/jobs/x", lambda client: client.jobs.delete("x"), {"status": 204}),
    ("HEAD", "/jobs/x", lambda client: client.jobs.head("x"), {}),
    ("GET", "/jobs/x/log", lambda client: client.jobs.log("x"), {}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
