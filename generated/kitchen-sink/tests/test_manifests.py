"""Smoke tests for `manifests`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harbour import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "PUT",
        "/v2/manifests",
        lambda client: client.manifests.replace(body="x"),
        {"type": "application/xml", "content": "x", "text": "x"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
