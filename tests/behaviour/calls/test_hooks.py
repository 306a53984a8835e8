"""Hooks and logging."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from .harness import Harness, Kind


def retrieve(client: Any) -> Any:
    return client.things.retrieve("t1")


def test_hooks_are_called_for_each_attempt(harness: Harness, kind: Kind) -> None:
    seen: list[str] = []

    def before(request: Any) -> None:
        seen.append(f"{request.method} {request.route} {request.retries}")
        request.headers["X-Trace"] = f"{request.retries}"

    def after(response: Any) -> None:
        seen.append(f"{response.status_code}")

    def again(retry: Any) -> None:
        seen.append(f"retry {retry.retries} {retry.delay}")

    hooks = harness.package.Hooks(
        before_request=before, after_response=after, on_retry=again
    )
    outcome = harness.call_with_faults(
        kind, "503,reset-after,ok", retrieve, hooks=hooks
    )
    outcome.returned()
    assert seen == [
        "GET /things/{thing} 0",
        "503",
        "retry 1 0.5",
        "GET /things/{thing} 1",
        "retry 2 1.0",
        "GET /things/{thing} 2",
        "200",
    ]
    assert [one["headers"]["x-trace"] for one in outcome.attempts] == ["0", "1", "2"]


def test_async_hooks_are_awaited(harness: Harness) -> None:
    seen: list[int] = []

    async def after(response: Any) -> None:
        seen.append(response.status_code)

    hooks = harness.package.Hooks(after_response=after)
    harness.call_with_faults("async", "500,ok", retrieve, hooks=hooks).returned()
    assert seen == [500, 200]


def test_log_contains_requests_but_no_secrets(
    harness: Harness, kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    def enter(client: Any) -> Any:
        return client.schemes.both()

    given = {"header_key": "k-secret", "query_key": "k-secret"}
    harness.call_with_faults(kind, "503,ok", enter, **given).returned()
    name = harness.package.__name__
    assert not [one for one in caplog.records if one.name.startswith(name)]
    with caplog.at_level(logging.DEBUG, logger=name):
        harness.call_with_faults(kind, "503,ok", enter, **given).returned()
    records = [one for one in caplog.records if one.name.startswith(name)]
    text = "\n".join(one.getMessage() for one in records)
    assert "/schemes/both" in text
    assert "503" in text
    assert "200" in text
    assert "k-secret" not in text
