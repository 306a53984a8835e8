"""Diagnostics about invalid YAML."""

from __future__ import annotations

import pytest
from sdksmith.report.diagnostics import Effect

from tests.load.documents import refuse, swagger

pytestmark = pytest.mark.usefixtures("composer")


def test_a_rest_that_is_outdented_is_an_error_and_not_lost() -> None:
    diagnostic = refuse("  swagger: '2.0'\npaths: {}\n")
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
def test_syntax_errors_say_where_and_what_to_do(
    text: str, line: int, word: str, composer: str
) -> None:
    diagnostic = refuse(swagger(text))
    assert diagnostic.code == "LD030"
    assert diagnostic.effect is Effect.FATAL
    assert abs(diagnostic.location.line - line) <= 1
    # The two parsers word their errors differently; nearly all users have libyaml.
    assert word in diagnostic.message or composer == "python"
