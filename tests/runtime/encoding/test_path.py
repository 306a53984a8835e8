"""Expansion of path templates."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.encoding.path import expand_path
from runtime.omission import omit

COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200}


class Color(Enum):
    RED = "re d"


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        # OpenAPI 3.1, section 4.8.12.5.
        ("simple", "blue", "blue"),
        ("simple", COLORS, "blue,black,brown"),
        ("simple", RGB, "R,100,G,200"),
        ("simple*", COLORS, "blue,black,brown"),
        ("simple*", RGB, "R=100,G=200"),
        ("label", "blue", ".blue"),
        ("label", COLORS, ".blue,black,brown"),
        ("label*", COLORS, ".blue.black.brown"),
        ("label", RGB, ".R,100,G,200"),
        ("label*", RGB, ".R=100.G=200"),
        ("matrix", "blue", ";x=blue"),
        ("matrix", COLORS, ";x=blue,black,brown"),
        ("matrix*", COLORS, ";x=blue;x=black;x=brown"),
        ("matrix", RGB, ";x=R,100,G,200"),
        ("matrix*", RGB, ";R=100;G=200"),
        ("json", RGB, "%7B%22R%22%3A100%2C%22G%22%3A200%7D"),
        ("+simple", "a/b:c", "a/b:c"),
        ("+simple", "a/b?c#d%", "a/b%3Fc%23d%25"),
    ],
)
def test_values_are_encoded_in_their_style(
    style: str, value: object, expected: str
) -> None:
    assert expand_path("/p/{x}", {"x": value}, {"x": style}) == f"/p/{expected}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a b/c?d#e%", "a%20b%2Fc%3Fd%23e%25"),
        ("é~-._", "%C3%A9~-._"),
        ("in_1-a", "in_1-a"),
        ("_", "_"),
        ("²", "%C2%B2"),
        (True, "true"),
        (7, "7"),
        (1.5, "1.5"),
        (date(2024, 2, 29), "2024-02-29"),
        (datetime(2024, 2, 29, 1, 2, 3, tzinfo=UTC), "2024-02-29T01%3A02%3A03Z"),
        (
            UUID("12345678-1234-5678-1234-567812345678"),
            "12345678-1234-5678-1234-567812345678",
        ),
        (Color.RED, "re%20d"),
        (["a,b", "c"], "a%2Cb,c"),
    ],
)
def test_values_are_percent_encoded(value: object, expected: str) -> None:
    assert expand_path("/p/{x}/q", {"x": value}, {}) == f"/p/{expected}/q"


def test_templates_are_expanded() -> None:
    values = {"id": 1, "format": "json", "id | name": "x", "a/b": "y"}

    def expand(template: str) -> str:
        return expand_path(template, values, {})

    assert expand("/") == "/"
    assert expand("/a/") == "/a/"
    assert expand("a") == "a"
    assert expand("/data.{format}") == "/data.json"
    assert expand("/{id}-{format}:go") == "/1-json:go"
    assert expand("/users/{id | name}") == "/users/x"
    assert expand("/{a/b}/c") == "/y/c"
    assert expand("/a b/é/c%20d?e") == "/a%20b/%C3%A9/c%20d%3Fe"
    assert expand("/items/{id}/copies/{id}") == "/items/1/copies/1"


@pytest.mark.parametrize("value", [omit, None])
def test_missing_values_are_rejected(value: object) -> None:
    with pytest.raises(ValueError, match="Path parameter 'x' is missing"):
        expand_path("/{x}", {"x": value}, {})


@pytest.mark.parametrize("value", ["", [], {}, [""]])
def test_empty_values_are_rejected(value: object) -> None:
    with pytest.raises(ValueError, match="Path parameter 'x' must not be empty"):
        expand_path("/{x}", {"x": value}, {})


@pytest.mark.parametrize(
    ("template", "style", "value", "path"),
    [
        ("/p/O{x}X", "simple", "", "/p/OX"),
        ("/p/O{x}X", "simple", [], "/p/OX"),
        ("/p{x}", "+simple", "", "/p"),
        ("/p{x}", "+simple", "/a/b", "/p/a/b"),
        ("/m/{x}", "matrix", "", "/m/;x"),
        ("/m/{x}", "matrix", [""], "/m/;x"),
        ("/m/{x}", "matrix*", ["", "a"], "/m/;x;x=a"),
        ("/m{x}", "matrix", [], "/m"),
        ("/l{x}", "label", "", "/l."),
    ],
)
def test_values_can_be_empty_next_to_other_text(
    template: str, style: Any, value: object, path: str
) -> None:
    assert expand_path(template, {"x": value}, {"x": style}) == path


@pytest.mark.parametrize(("style", "value"), [("matrix", []), ("matrix*", {})])
def test_empty_segments_are_rejected(style: Any, value: object) -> None:
    with pytest.raises(ValueError, match="Path parameter 'x' must not be empty"):
        expand_path("/m/{x}", {"x": value}, {"x": style})


def test_adjacent_values_must_not_be_empty() -> None:
    with pytest.raises(ValueError, match="Path parameter 'y' must not be empty"):
        expand_path("/{x}{y}", {"x": "a", "y": ""}, {})


@pytest.mark.parametrize(
    "value", [".", "..", "%2e", "%2E%2e", ".%2E", "../a", "a/../b", "..\\a", "a/."]
)
def test_dot_segments_are_rejected(value: str) -> None:
    with pytest.raises(ValueError, match=r"path parameter 'x'.*would change"):
        expand_path("/p/{x}", {"x": value}, {})


def test_dot_segments_made_of_several_values_are_rejected() -> None:
    with pytest.raises(ValueError, match="'x' and 'y'"):
        expand_path("/p/{x}{y}", {"x": ".", "y": "."}, {})
    with pytest.raises(ValueError, match="would change"):
        expand_path("/p/.{x}", {"x": "."}, {})
    assert expand_path("/p/{x}", {"x": "a..b"}, {}) == "/p/a..b"
    assert expand_path("/p/{x}", {"x": "..."}, {}) == "/p/..."


def test_dot_segments_are_rejected_if_reserved_characters_are_allowed() -> None:
    with pytest.raises(ValueError, match="would change"):
        expand_path("/p/{x}", {"x": "a/../../b"}, {"x": "+simple"})


def test_values_that_cannot_be_encoded_are_rejected() -> None:
    with pytest.raises(TypeError, match=r"path parameter 'x': .* type object"):
        expand_path("/{x}", {"x": object()}, {})
    with pytest.raises(ValueError, match="not a finite number"):
        expand_path("/{x}", {"x": float("nan")}, {})


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.sampled_from(["simple", "label", "matrix"]),
)
def test_a_value_does_not_change_other_segments(value: str, style: str) -> None:
    try:
        path = expand_path("/a/{x}/b", {"x": value}, {"x": style})
    except ValueError:
        dots = {".", ".."}
        decoded = unquote(unquote(f"{'.' if style == 'label' else ''}{value}"))
        assert not dots.isdisjoint(re.split(r"[/\\]", decoded))
        return
    _, a, segment, b = path.split("/")
    assert (a, b) == ("a", "b")
    assert not set("?#% ") & set(re.sub(r"%[0-9A-F]{2}", "", segment))
    prefix = {"simple": "", "label": ".", "matrix": ";x="}[style]
    assert unquote(segment) == prefix + value
