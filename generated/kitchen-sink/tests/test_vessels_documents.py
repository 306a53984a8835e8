"""Smoke tests for `vessels_documents`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harbour import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "POST",
        "/v2/vessels/9506411/documents",
        lambda client: client.vessels.documents.upload(
            9506411,
            manifest={"lines": [{"description": "x", "weight": 1.5}]},
            scans=[b"x"],
        ),
        {
            "type": "multipart/form-data",
            "parts": ["manifest", "scans"],
            "status": 201,
            "response": "vessels.documents.upload",
        },
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
