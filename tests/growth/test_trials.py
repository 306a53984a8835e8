"""Trials that add an operation to an API."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.growth.trials import (
    add_child,
    add_sibling,
    calls_of,
    restore,
    restore_operation,
    summarize,
)
from tests.plan.builder import ApiBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdksmith.model.api import Api

    from tests.growth.trials import Target, Trial


def api_of(*routes: str) -> Api:
    """Return an API with operations written as `GET /path`."""
    builder = ApiBuilder()
    for route in routes:
        method, path = route.split()
        builder.operation(method, path)
    return builder.build()


SHOP = (
    *("GET /orders", "POST /orders", "GET /orders/{id}", "PATCH /orders/{id}"),
    *("DELETE /orders/{id}", "POST /orders/{id}/cancel", "GET /orders/{id}/status"),
    *("GET /users/usage", "GET /users/search", "GET /users/{id}", "PUT /users/{id}"),
    *("GET /v2/orders", "POST /orders/{id}/items", "DELETE /orders/{id}/items/{item}"),
)


@pytest.mark.parametrize("change", [restore_operation, add_sibling, add_child])
def test_added_operation_breaks_no_call(
    change: Callable[[Api, dict[str, Target], Random], Trial],
) -> None:
    api = api_of(*SHOP)
    calls = calls_of(api)
    for seed in range(30):
        trial = change(api, calls, Random(seed))
        assert trial.broken == ()


def test_renamed_call_is_reported() -> None:
    api = api_of("PUT /pets/{id}", "PATCH /pets/{id}")
    trials = [restore_operation(api, calls_of(api), Random(seed)) for seed in range(9)]
    moved = {line for trial in trials for line in trial.moved}
    assert moved == {"pets.update: PUT /pets/{id}; now PATCH /pets/{id}"}


def test_call_without_the_arguments_is_broken() -> None:
    builder = ApiBuilder()
    builder.operation("POST", "/orders/{id}/status", query=["text"])
    builder.operation("GET", "/orders/{id}/status")
    api = builder.build()
    trial = restore(api, calls_of(api), api.operations[1])
    assert trial.outcome == "broken"
    assert trial.broken == ("orders.status: POST /orders/{id}/status",)


def test_summary_has_the_share_of_kept_and_of_working_calls() -> None:
    outcomes = {
        ("child", "kept"): 90,
        ("known", "kept"): 7,
        ("restored", "kept"): 105,
        ("restored", "moved"): 4,
        ("restored", "broken"): 1,
    }
    assert list(summarize(outcomes)) == [
        "child         90 trials:    90 kept all calls,    0 moved one,    0 broke one",
        "restored     110 trials:   105 kept all calls,    4 moved one,    1 broke one",
        "total        200 trials:   195 kept all calls,    4 moved one,    1 broke one",
        "97.50 % changed no call",
        "99.50 % broke no call (kept or moved)",
    ]
