"""Interpretation of type names as authors write them."""

from __future__ import annotations

import pytest
from sdksmith.repair.readings.type_names import TypeReading, read_list, read_type


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("int", TypeReading("integer")),
        ("Integer", TypeReading("integer")),
        ("<td>integer</td>", TypeReading("integer")),
        ("number (optional)", TypeReading("number")),
        ("datetime", TypeReading("string", "date-time")),
        ("long", TypeReading("integer", "int64")),
        ("string[]", TypeReading("array", items="string")),
        ("array[int]", TypeReading("array", items="integer")),
        ("List of Parcel", TypeReading("array")),
    ],
)
def test_type_names_are_recognised(word: str, reading: TypeReading) -> None:
    assert read_type(word) == reading


@pytest.mark.parametrize("word", ["post", "None", "any", "", "<td></td>", "timestamp"])
def test_other_words_are_not_type_names(word: str) -> None:
    assert read_type(word) is None


def test_item_names_keep_their_spelling() -> None:
    assert read_list("array[Parcel]") == "Parcel"
    assert read_list("Parcel[]") == "Parcel"
    assert read_list("Parcel") is None
