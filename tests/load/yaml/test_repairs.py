"""Repairs of text that is almost YAML."""

from __future__ import annotations

import pytest
from sdksmith.report.diagnostics import Effect, Safety

from tests.load.documents import (
    load,
    load_with_one_diagnostic,
    load_without_diagnostics,
    place,
    reject,
    swagger,
)

INDENTED = """\
info:
\ttitle: Orders
\tcontact:
\t\tname: Ada
paths:
\t/orders:
\t\tget:
\t\t\tparameters:
\t\t\t- name: id
\t\t\t  in: query
"""


def test_tabs_are_repaired_as_indentation() -> None:
    root, diagnostic = load_with_one_diagnostic(swagger(INDENTED))
    assert root == load_without_diagnostics(swagger(INDENTED.replace("\t", "    ")))
    assert (diagnostic.code, diagnostic.effect) == ("LD012", Effect.REPAIRED)
    assert diagnostic.safety is Safety.LIKELY
    assert place(diagnostic) == (3, 1)


def test_positions_refer_to_the_text_with_tabs() -> None:
    document = load(swagger(INDENTED)).document
    assert str(document.locate("/info/contact/name")) == "orders.yaml:5:3"
    assert str(document.locate("/paths/~1orders/get/parameters/0/in")).endswith(":11:6")


@pytest.mark.parametrize("width", [2, 4, 8])
def test_tabs_among_spaces_get_the_matching_width(width: int) -> None:
    pad = " " * width
    text = (
        f"info:\n{pad}title: Orders\n\tversion: '1'\n{pad}license:\n\t{pad}name: MIT\n"
    )
    root, _ = load_with_one_diagnostic(swagger(text))
    assert root["info"] == {
        "title": "Orders",
        "version": "1",
        "license": {"name": "MIT"},
    }


def test_valid_tabs_give_no_diagnostics() -> None:
    root = load_without_diagnostics(
        swagger("x-a:\tone\ttwo\nx-b: [1,\t2]\nx-c: |\n  a\n  \tb\n")
    )
    assert root == {
        "swagger": "2.0",
        "x-a": "one\ttwo",
        "x-b": [1, 2],
        "x-c": "a\n\tb\n",
    }


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x7f", "\x92", "\ufffe"]
)
def test_control_characters_are_replaced(character: str) -> None:
    root, diagnostic = load_with_one_diagnostic(
        swagger(f"x-a: it{character}s\nx-b: 1\n")
    )
    assert root == {"swagger": "2.0", "x-a": "it\ufffds", "x-b": 1}
    assert (diagnostic.code, place(diagnostic)) == ("LD011", (2, 8))


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_line_separators_of_yaml_1_1_do_not_break_lines(character: str) -> None:
    root, _ = load_with_one_diagnostic(swagger(f"x-a: one{character}two\nx-b: 1\n"))
    assert root == {"swagger": "2.0", "x-a": "one two", "x-b": 1}
    assert (
        load(swagger(f"x-a: one{character}two\nx-b: 1\n")).document.locate("/x-b").line
        == 3
    )


def test_invalid_escapes_are_preserved_as_backslashes() -> None:
    root, diagnostic = load_with_one_diagnostic(
        swagger(r'x-a: {pattern: "^\d+\.\w{2}\n\\$", b: 1}')
    )
    assert root["x-a"] == {"pattern": "^\\d+\\.\\w{2}\n\\$", "b": 1}
    assert (diagnostic.code, place(diagnostic)) == ("LD013", (2, 16))


def test_many_invalid_escapes_are_repaired() -> None:
    lines = [rf'x-{n}: "\d{n}"' for n in range(100)]
    loaded = load(swagger("\n".join(lines)))
    assert loaded.document.root["x-99"] == r"\d99"
    assert {item.code for item in loaded.diagnostics} == {"LD013"}


def test_surrogate_pairs_are_joined() -> None:
    root, diagnostic = load_with_one_diagnostic(
        swagger(r'x-a: "\ud83d\ude00 \u00e9 \ud83d"')
    )
    assert root["x-a"] == "😀 é \ufffd"
    assert diagnostic.code == "LD013"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Note: read this", "Note: read this"),
        ("it's: here", "it's: here"),
        ("@mention", "@mention"),
        ("`code` first", "`code` first"),
        ("%d items", "%d items"),
        ("**bold** words", "**bold** words"),
        ('"one" and "two"', '"one" and "two"'),
        ("'one' and two", "'one' and two"),
        ("{id}/items", "{id}/items"),
        ("[optional] number", "[optional] number"),
        ("&nbsp; text", "&nbsp; text"),
        ("one: two # words", "one: two"),
    ],
)
def test_unquoted_values_are_read_as_strings(value: str, text: str) -> None:
    for before, after in (
        (f"x-a: {value}\nx-b: 1\n", {"x-a": text, "x-b": 1}),
        (f"x-a:\n  - b: {value}\n    c: 1\n", {"x-a": [{"b": text, "c": 1}]}),
    ):
        root, diagnostic = load_with_one_diagnostic(swagger(before))
        assert root == {"swagger": "2.0", **after}
        assert (diagnostic.code, diagnostic.safety) == ("LD020", Safety.LIKELY)


def test_unquoted_list_items_are_read_as_strings() -> None:
    loaded = load(swagger("x-a:\n- @one\n- **two**\n- [3] three\n- four: 4\n"))
    assert loaded.document.root["x-a"] == ["@one", "**two**", "[3] three", {"four": 4}]
    assert [item.code for item in loaded.diagnostics] == ["LD020"] * 3


@pytest.mark.parametrize("key", ["*/*", "@id", "`a`"])
def test_unquoted_keys_are_read_as_keys(key: str) -> None:
    root, diagnostic = load_with_one_diagnostic(
        swagger(f"x-a:\n  {key}:\n    schema: {{}}\n")
    )
    assert root["x-a"] == {key: {"schema": {}}}
    assert (diagnostic.code, place(diagnostic)) == ("LD020", (3, 3))


def test_several_repairs_are_combined() -> None:
    loaded = load(swagger('info:\n\ttitle: A: b\x07\n\tx-a: "\\d"\n\tx-b: @c\n'))
    assert loaded.document.root["info"] == {
        "title": "A: b\ufffd",
        "x-a": "\\d",
        "x-b": "@c",
    }
    assert [item.code for item in loaded.diagnostics] == [
        "LD011",
        "LD012",
        "LD020",
        "LD013",
        "LD020",
    ]
    assert loaded.document.locate("/info/x-b").line == 5


@pytest.mark.parametrize(
    "text",
    [
        "x-a: [1, 2\nx-b: 3\n",
        "x-a: *nobody\n",
        "x-a: &a 1\nx-b: &a 2\n",
        "x-a: {b: 1\n",
    ],
)
def test_ambiguous_values_are_rejected(text: str) -> None:
    assert reject(swagger(text)).code == "LD030"
