"""Smoke tests for `labels`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ledger import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "PUT",
        "/labels",
        lambda client: client.labels.update(name="x", object="label"),
        {
            "type": "application/json",
            "json": {"name": "x", "object": "label"},
            "status": 204,
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
