"""Cutting of long descriptions."""

from __future__ import annotations

import pytest
from sdksmith.plan.docs.cutting import LONGEST, cut_text, describe_place

END = "\n\nThe rest of this description is in `api.md`."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("One two. Three.\n\n" * 5000, "One two. Three."),
        ("One two. Three.\n" * 5000, "One two. Three."),
        ("One two. Three. " * 5000, "Three."),
        ("word " * 9000, "word"),
        ("x" * 50_000, "x"),
    ],
    ids=["paragraphs", "lines", "sentences", "words", "one word"],
)
def test_text_is_cut_at_an_end(text: str, last: str) -> None:
    cut = cut_text(text)
    assert cut.endswith(END)
    start = cut.removesuffix(END)
    assert text.startswith(start)
    assert start.endswith(last)
    assert LONGEST // 2 < len(start) <= LONGEST


def test_code_is_not_divided() -> None:
    before = "Some prose.\n\n" * 1200
    cut = cut_text(f"{before}```\n{'code ' * 9000}\n```\n")
    assert cut == before.rstrip() + END


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", "Orders"),
        ("/paths/~1orders~1{id}/get", "GET /orders/{id}"),
        ("/paths/~1orders/get/parameters/0", "GET /orders parameters.0"),
        ("/components/schemas/Order/properties/id", "Order.properties.id"),
        ("/tags", "tags"),
    ],
)
def test_places_have_names(pointer: str, place: str) -> None:
    assert describe_place(pointer, "Orders") == place
