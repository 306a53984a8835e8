"""Smoke tests for `measurements`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lookout import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v1/measurements",
        lambda client: client.measurements.list(),
        {"response": "measurements.list", "stream": "json-seq"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
