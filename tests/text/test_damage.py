"""Repair of damaged text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.text.damage import Change, repair_text


@pytest.mark.parametrize(
    ("damaged", "intended"),
    [
        (
            "The customer???s invoice, if you???d like.",
            "The customer's invoice, if you'd like.",
        ),
        ("SMITH???S MOTION", "SMITH'S MOTION"),
        (
            "The user\ufffds name, it\ufffd\ufffd\ufffdll do.",
            "The user's name, it'll do.",
        ),
        ("a preview ??? the invoice", "a preview \u2014 the invoice"),
        (
            "The job is affected.Once you stop it",
            "The job is affected. Once you stop it",
        ),
        (
            "It is optional.If not set, (default).The",
            "It is optional. If not set, (default).The",
        ),
        ("the (old) value (in cents).This is", "the (old) value (in cents). This is"),
        ("Is it well-known?You decide.", "Is it well-known? You decide."),
    ],
)
def test_damage_is_repaired(damaged: str, intended: str) -> None:
    assert repair_text(damaged)[0] == intended
    assert repair_text(intended) == (intended, [])


@pytest.mark.parametrize(
    "text",
    [
        "What??? That's it.",
        "Really???",
        "??? Unknown ???",
        "Use `customer???s` and `affected.Once you`.",
        "Use <code>affected.Once you</code>.",
        "Code:\n\n    affected.Once you\n",
        "```\naffected.Once you\n```",
        "See https://example.com/affected.Once you",
        "See www.example.This is",
        "Import system.threading.If you can.",
        "Version v2.This is",
        "Set my_value.This is",
        "Call list.Format or list.ForEach item.",
        "The records.This field",
    ],
)
def test_other_text_is_not_changed(text: str) -> None:
    assert repair_text(text, {"records.This"}) == (text, [])


ACCENTED = "caf\xe9, \u20ac 5, \u201cquoted\u201d, \u2019, \u2026, na\xefve, \U0001f600 \xa7\xa0\u2192"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_text_in_another_encoding_is_decoded_again(encoding: str, times: int) -> None:
    damaged = ACCENTED
    for _ in range(times):
        damaged = "".join(
            bytes([byte]).decode(encoding, "ignore") or chr(byte)
            for byte in damaged.encode()
        )
    assert repair_text(damaged)[0] == ACCENTED


def test_a_closing_quote_can_have_lost_its_last_byte() -> None:
    assert repair_text("\xe2\u20ac\u0153text\xe2\u20ac is")[0] == "\u201ctext\u201d is"


@pytest.mark.parametrize(
    "text",
    [
        "20 \xb0C, \xa9 2024, \xab\xc9t\xe9\xbb",
        "AV\xd4\u2026",
        "\xc3 la carte",
        "\u0416\u0443\u043a \u65e5\u672c",
        "CAF\xc9\xbb",
    ],
)
def test_text_in_the_right_encoding_is_not_changed(text: str) -> None:
    assert repair_text(text) == (text, [])


def test_changes_are_reported_by_word() -> None:
    _, changes = repair_text("The (customer???s) job is affected.Once you stop it.")
    assert changes == [
        Change("customer???s", "customer's"),
        Change("affected.Once", "affected. Once"),
    ]


@given(
    st.text(st.sampled_from("aT.?`~<>/ \n\xc3\xa9\xe2\u20ac\u2122IfYou"), max_size=60)
)
def test_repaired_text_is_not_repaired_again(text: str) -> None:
    repaired, _ = repair_text(text)
    assert repair_text(repaired)[0] == repaired


def test_the_time_is_linear() -> None:
    # With quadratic time, this would take minutes.
    for part in (
        "```",
        "<code>",
        "a.If ",
        "a" * 50 + ".If ",
        "x???s ",
        "x???s,",
        "\xe2\u20ac",
    ):
        repair_text(part * 5_000)
