"""Smoke tests for `tools`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from workshop import AsyncClient, Client
from workshop.params import DrillParam

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("GET", "/tools", lambda client: client.tools.list(), {"response": "tools.list"}),
    (
        "POST",
        "/tools",
        lambda client: client.tools.create(body=DrillParam({"kind": "drill"})),
        {
            "type": "application/json",
            "json": {"kind": "drill"},
            "status": 201,
            "response": "tools.create",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
