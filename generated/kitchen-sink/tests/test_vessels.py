"""Smoke tests for `vessels`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harbour import AsyncClient, Client
from harbour.params import FerryParam

CALLS: list[tuple[str, str, Callable[[Client | AsyncClient], Any], dict[str, Any]]] = [
    (
        "GET",
        "/v2/vessels",
        lambda client: client.vessels.list(),
        {"response": "vessels.list", "items": 1},
    ),
    (
        "GET",
        "/v2/vessels/9506411",
        lambda client: client.vessels.retrieve(9506411),
        {"response": "vessels.retrieve"},
    ),
    (
        "PATCH",
        "/v2/vessels/9506411",
        lambda client: client.vessels.update(9506411, name="x"),
        {
            "type": "application/merge-patch+json",
            "json": {"name": "x"},
            "response": "vessels.update",
        },
    ),
    (
        "DELETE",
        "/v2/vessels/9506411",
        lambda client: client.vessels.delete(9506411),
        {"status": 204},
    ),
    (
        "POST",
        "/v2/vessels",
        lambda client: client.vessels.register(
            body=FerryParam({"imo": 9506411, "name": "Fuchsia", "kind": "ferry"})
        ),
        {
            "type": "application/json",
            "json": {"imo": 9506411, "name": "Fuchsia", "kind": "ferry"},
            "status": 201,
            "response": "vessels.register",
        },
    ),
    (
        "GET",
        "/v2/vessels/9506411/track.gpx",
        lambda client: client.vessels.track(9506411, "gpx"),
        {"text": "x"},
    ),
]


@pytest.mark.parametrize(("method", "path", "call", "expected"), CALLS)
def test_call(method: str, path: str, call: Any, expected: Any, check: Any) -> None:
    check(method, path, call, expected)
