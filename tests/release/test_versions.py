"""Versions of releases."""

from __future__ import annotations

import pytest
from packaging.version import Version
from sdksmith.release.versions import is_at_least, next_version
from sdksmith.report.changes import Verdict


@pytest.mark.parametrize(
    ("version", "verdict", "expected"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.4.1", "major", "0.5.0"),
        ("0.4.1", "minor", "0.4.2"),
        ("0.4.1", "patch", "0.4.2"),
        ("1", "minor", "1.1.0"),
        ("1.2", "patch", "1.2.1"),
        ("1.2.3.4", "minor", "1.3.0"),
        ("2.0rc1", "major", "2.0rc2"),
        ("2.0b9", "patch", "2.0b10"),
        ("1.0.dev3", "minor", "1.0.dev4"),
        ("1.2.3.post1", "patch", "1.2.4"),
        ("1.2.3+local", "minor", "1.3.0"),
        ("1!1.2.3", "major", "1!2.0.0"),
    ],
)
def test_next_version(version: str, verdict: str, expected: str) -> None:
    assert next_version(version, Verdict(verdict)) == expected


VERSIONS = (
    *(
        "0.1.0",
        "0.1",
        "0.9.9",
        "0.10.0",
        "1",
        "1.0",
        "1.0.0",
        "1.0a1",
        "1.0b1",
        "1.0rc1",
    ),
    *("1.0rc2", "1.0.1", "1.10", "1.9", "2.0", "1!0.1"),
)


@pytest.mark.parametrize("one", VERSIONS)
@pytest.mark.parametrize("other", VERSIONS)
def test_order_is_that_of_packaging(one: str, other: str) -> None:
    assert is_at_least(one, other) == (Version(one) >= Version(other))
