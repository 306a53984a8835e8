"""Smoke tests for `jobs_log`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jobs import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/jobs/x/log", lambda client: client.jobs.log.retrieve("x"), {}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
