"""Diagnostics about invalid YAML."""

from __future__ import annotations

import pytest
from sdksmith.report.diagnostics import Effect

from tests.load.documents import reject, swagger

pytestmark = pytest.mark.usefixtures("composer")


def test_outdented_rest_is_rejected() -> None:
    diagnostic = reject("  swagger: '2.0'\npaths: {}\n")
    assert diagnostic.code == "LD030"
    assert diagnostic.location.line == 2


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("x-a: [1, 2\nx-b: 3\n", 3, "bracket"),
        ("x-a: 1\n   x-b: 3\n", 3, "ndent"),
        ("x-a:\n  b: 1\n c: 2\n", 4, "ndent"),
        ("x-a: *nobody\nx-b: 1\n", 2, "*"),
        ("x-a: &a 1\nx-b: &a 2\n", 3, "anchor"),
        ('x-a: "open\nx-b: 1\n', 2, "quotation"),
        ("x-a\nx-b: 1\n", 2, "key: value"),
    ],
)
def test_syntax_errors_have_position_and_advice(
    text: str, line: int, word: str, composer: str
) -> None:
    diagnostic = reject(swagger(text))
    assert diagnostic.code == "LD030"
    assert diagnostic.effect is Effect.FATAL
    assert abs(diagnostic.location.line - line) <= 1
    # The messages of the parsers differ; nearly all users have libyaml.
    assert word in diagnostic.message or composer == "python"
