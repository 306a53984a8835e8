"""Values of plain YAML scalars."""

from __future__ import annotations

import pytest

from tests.load.documents import (
    load_with_one_diagnostic,
    load_without_diagnostics,
    swagger,
)

pytestmark = pytest.mark.usefixtures("composer")


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ("nUll", "nUll"),
        ("2019-01-01", "2019-01-01"),
        ("2019-02-31", "2019-02-31"),
        ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"),
        ("1:30", "1:30"),
        ("190:20:30.15", "190:20:30.15"),
        ("=", "="),
        ("<<", "<<"),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("+12", 12),
        ("-0", 0),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-1.5E-3", -0.0015),
        (".", "."),
        ("-", None),
        ("+", "+"),
        ("1.2.3", "1.2.3"),
        ("1e", "1e"),
        ("'1'", "1"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!float 1", 1),
        ("!!binary aGk=", "aGk="),
        ("!!timestamp 2020-01-01", "2020-01-01"),
        ("|\n  1", "1\n"),
    ],
)
def test_scalars_follow_the_core_schema(scalar: str, value: object) -> None:
    if scalar == "-":
        value = [None]
    root = load_without_diagnostics(
        swagger(f"x-a: {scalar}\n" if scalar != "-" else "x-a:\n-\n")
    )
    assert root["x-a"] == value
    assert type(root["x-a"]) is type(value)


def test_number_with_too_many_digits_becomes_null() -> None:
    root, diagnostic = load_with_one_diagnostic(swagger(f"x-a: {'9' * 5000}\n"))
    assert root["x-a"] is None
    assert diagnostic.code == "LD019"
