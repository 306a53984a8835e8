"""Presentation of diagnostics as text and JSON."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.report.diagnostics import (
    ABSENT,
    Diagnostic,
    Edit,
    Effect,
    Location,
    Safety,
)
from sdksmith.report.presenters import (
    Palette,
    count_codes,
    diagnostics_to_json,
    list_diagnostics,
    make_visible,
    summarise_diagnostics,
)

PLAIN = Palette()


def make(code: str, effect: Effect, line: int = 1, *edits: Edit) -> Diagnostic:
    safety = Safety.EXACT if effect is Effect.REPAIRED else None
    place = Location("spec.yaml", line, 3, "/paths")
    return Diagnostic(code, effect, "Something is odd.", place, edits, safety)


def test_repair_is_listed_with_position_and_both_values() -> None:
    edits = (Edit("/a/b", "old", "new"), Edit("/c", ABSENT, [1]), Edit("", {}, ABSENT))
    output = list_diagnostics([make("PA001", Effect.REPAIRED, 7, *edits)], PLAIN)
    assert output == (
        "spec.yaml:7:3: PA001 repaired (exact): Something is odd.\n"
        "    /a/b\n"
        '    - "old"\n'
        '    + "new"\n'
        "    /c\n"
        "    + [1]\n"
        "    (the whole document)\n"
        "    - {}\n"
    )


def test_list_is_in_document_order() -> None:
    items = [make("B", Effect.NOTED, 9), make("A", Effect.OMITTED, 10)]
    output = list_diagnostics(reversed(items), PLAIN)
    assert [line.split(":")[1] for line in output.splitlines()] == ["9", "10"]


def test_summary_shows_few_diagnostics_by_severity() -> None:
    items = [make("NN001", Effect.NOTED, line) for line in range(1, 6)]
    items.append(make("OO001", Effect.OMITTED))
    output = summarise_diagnostics(items, PLAIN).splitlines()
    assert "OO001" in output[0]
    assert [line.split(":")[1] for line in output[1:4]] == ["1", "2", "3"]
    assert output[4:] == ["    ... and 2 more NN001"]


def test_long_values_and_edits_are_truncated() -> None:
    edits = [Edit("/x", ABSENT, "y" * 500)] * 5
    output = list_diagnostics([make("A", Effect.REPAIRED, 1, *edits)], PLAIN)
    assert "    ... and 2 more edits\n" in output
    assert max(map(len, output.splitlines())) < 110


def test_codes_are_counted() -> None:
    items = [make(code, Effect.REPAIRED) for code in ("B", "A", "B")]
    assert count_codes(items, Effect.REPAIRED) == "3 (1 A, 2 B)"
    assert count_codes(items, Effect.OMITTED) == "0"


def test_colours_are_optional() -> None:
    items = [make("A", Effect.REPAIRED, 1, Edit("/a", 1, 2))]
    assert "\x1b" not in list_diagnostics(items, PLAIN)
    assert "\x1b[33mA repaired\x1b[0m" in list_diagnostics(items, Palette(True))


@pytest.mark.parametrize(
    "character", ["\x1b", "\x9b", "\r", "\u202e", "\u2028", "\x7f"]
)
def test_control_characters_are_escaped(character: str) -> None:
    place = Location(f"a{character}", 1, 1, "")
    edit = Edit(f"/{character}", character, {character: character})
    item = Diagnostic("A", Effect.REPAIRED, f"m{character}", place, (edit,))
    assert character not in list_diagnostics([item], PLAIN)


@given(st.text())
def test_only_invisible_characters_are_escaped(text: str) -> None:
    visible = make_visible(text)
    unseen = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not {unicodedata.category(character) for character in visible} & unseen
    if not {unicodedata.category(character) for character in text} & unseen:
        assert visible == text


def test_json_omits_absent_values() -> None:
    edits = (Edit("/a", ABSENT, None), Edit("/b", None, ABSENT))
    (item,) = diagnostics_to_json([make("A", Effect.REPAIRED, 1, *edits)])
    assert isinstance(item, dict)
    assert item["edits"] == [
        {"pointer": "/a", "after": None},
        {"pointer": "/b", "before": None},
    ]
    assert json.loads(json.dumps(item)) == item
