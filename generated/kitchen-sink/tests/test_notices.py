"""Smoke tests for `notices`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harbour import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    ("POST", "/notices", lambda client: client.notices.create(), {"status": 202}),
    ("DELETE", "/v2/notices", lambda client: client.notices.clear(), {}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
