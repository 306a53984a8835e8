"""Interpretation of the keys of responses."""

from __future__ import annotations

import pytest
from sdksmith.repair.readings.statuses import (
    describe_status,
    error_numbers,
    status_range,
    statuses_in,
)


@pytest.mark.parametrize(
    ("keys", "numbers"),
    [
        (["200", "404"], []),
        (["1", "2", "95", "100", "116", "200"], ["1", "2", "95", "100", "116"]),
        # Valid statuses are not taken for error numbers.
        (["100", "102", "200"], []),
        (["101", "599"], []),
        (["600", "1001", "-1", "default"], ["600", "1001", "-1"]),
    ],
)
def test_error_numbers_are_recognised(keys: list[str], numbers: list[str]) -> None:
    assert error_numbers(keys) == numbers


@pytest.mark.parametrize(
    ("key", "meant"),
    [("4xx", "4XX"), ("5XX", "5XX"), ("50x", "5XX"), ("2**", "2XX")]
    + [(key, None) for key in ("400", "xxx", "6xx", "4xxx", "")],
)
def test_status_ranges_are_recognised(key: str, meant: str | None) -> None:
    assert status_range(key) == meant


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("200 OK", ["200"]),
        ("HTTP 404", ["404"]),
        ("200/201", ["200", "201"]),
        ("Success", ["200"]),
        ("DEFAULT", ["default"]),
        ("error", []),
        ("", []),
        ("12004", []),
    ],
)
def test_statuses_are_found_in_text(key: str, meant: list[str]) -> None:
    assert statuses_in(key) == meant


def test_statuses_are_described() -> None:
    assert describe_status("404") == "Not Found"
    assert describe_status("599") == "Status 599"
    assert describe_status("missing") == "missing"
