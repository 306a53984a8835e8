"""Smoke tests of `jobs`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jobs import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any]]] = [
    ("GET", "/jobs", lambda client: client.jobs.list()),
    ("POST", "/jobs", lambda client: client.jobs.create(name="x")),
    ("GET", "/jobs/x", lambda client: client.jobs.retrieve("x")),
    ("DELETE", "/jobs/x", lambda client: client.jobs.delete("x")),
    ("HEAD", "/jobs/x", lambda client: client.jobs.head("x")),
]


@pytest.mark.parametrize(("method", "path", "call"), CALLS)
def test_call(method: str, path: str, call: Any, send: Any) -> None:
    assert send(call) == [(method, path)]
