"""What docstrings say of resources and in their first line."""

from __future__ import annotations

import pytest
from sdksmith.plan.documentation import (
    describe_default,
    describe_resource,
    split_first_sentence,
)


@pytest.mark.parametrize(
    ("attribute", "methods", "children", "said"),
    [
        ("invoices", ["list", "pay"], ["lines"], "Invoices: `list` and `pay`."),
        ("user_keys", ["list_all"], [], "User keys: `list_all`."),
        ("class_", ["import_"], [], "Class: `import_`."),
        ("admin", [], ["user_keys", "teams"], "Admin: `user_keys` and `teams`."),
        (
            "x",
            ["a", "b", "c", "d", "e", "f"],
            [],
            "X: `a`, `b`, `c`, `d`, `e` and `f`.",
        ),
        (
            "x",
            ["a", "b", "c", "d", "e", "f", "g", "h"],
            [],
            "X: `a`, `b`, `c`, `d`, `e`, `f` and 2 more.",
        ),
    ],
)
def test_a_resource_is_described_by_what_it_has(
    attribute: str, methods: list[str], children: list[str], said: str
) -> None:
    assert describe_resource(attribute, methods, children) == said


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One. Two.", "One.", "Two."),
        ("One of v1.2\n\nTwo.", "One of v1.2", "Two."),
        ("<p>One. Two.</p>Three.", "One.", "<p>Two.</p>Three."),
        ("<p>A <b>big</b> one. Two.</p>", "A <b>big</b> one.", "<p>Two.</p>"),
        ("<p>A <b>one. Two</b>.</p>Three.", "<p>A <b>one. Two</b>.</p>", "Three."),
        ("<p>One</p>\n<p>Two. Three.</p>", "<p>One</p>", "<p>Two. Three.</p>"),
        ("One", "One", ""),
    ],
)
def test_the_first_sentence(text: str, first: str, rest: str) -> None:
    assert split_first_sentence(text) == (first, rest)


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("", "Default: `10`."),
        ("How many.", "How many. Default: `10`."),
        ("How many", "How many. Default: `10`."),
        ("How many:\n\n- a", "How many:\n\n- a\n\nDefault: `10`."),
        ("How many<br>", "How many<br>\n\nDefault: `10`."),
    ],
)
def test_a_default_follows_a_lone_sentence(description: str, said: str) -> None:
    assert describe_default(description, 10) == said
