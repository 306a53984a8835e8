"""Smoke tests for `files`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from files import AsyncClient, Client

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "POST",
        "/files",
        lambda client: client.files.create(file=b"x"),
        {
            "type": "multipart/form-data",
            "parts": ["file"],
            "status": 201,
            "response": "files.create",
        },
    ),
    (
        "POST",
        "/files",
        lambda client: client.files.create_as_json(url="x"),
        {
            "type": "application/json",
            "json": {"url": "x"},
            "status": 201,
            "response": "files.create_as_json",
        },
    ),
    (
        "GET",
        "/files/x",
        lambda client: client.files.retrieve("x"),
        {"response": "files.retrieve"},
    ),
    (
        "GET",
        "/files/x",
        lambda client: client.files.retrieve_as_csv("x"),
        {"text": "x"},
    ),
    ("GET", "/files/x", lambda client: client.files.retrieve_as_pdf("x"), {}),
    (
        "PATCH",
        "/files/x",
        lambda client: client.files.update("x"),
        {"response": "files.update"},
    ),
    ("PUT", "/files/x", lambda client: client.files.replace("x"), {"status": 204}),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
