"""Pagination hints of the document."""

from __future__ import annotations

import pytest
from sdksmith.model.paging_hints import PagingHints, PagingKind

from tests.plan.paging.lists import LIMIT, TEXT, Shape, detect, envelope, find


def test_hints_take_precedence() -> None:
    looks = envelope(next_cursor=TEXT)
    assert detect(looks, "cursor", hints=PagingHints(None)) == {}
    hints = PagingHints(PagingKind.CURSOR, "resume", "/resume", items="/seen")
    response: Shape = {"seen": [TEXT], "heard": [TEXT], "resume": TEXT}
    assert detect(response, "resume", hints=hints) == {
        "kind": "cursor",
        "items": "/seen",
        "parameter": "resume",
        "next": "/resume",
    }
    whole = PagingHints(
        PagingKind.NUMBER, "p", first=0, total="/t", pages="", more="/m", items="/data"
    )
    assert detect(envelope(), "p", hints=whole) == {
        "kind": "number",
        "items": "/data",
        "parameter": "p",
        "first": 0,
        "total": "/t",
        "more": "/m",
    }


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        (PagingHints(PagingKind.CURSOR, "cursor"), {"next": "/next_cursor"}),
        (PagingHints(PagingKind.LINK), {"next": "/next_url"}),
        (PagingHints(PagingKind.LINK_HEADER), {"kind": "linkHeader"}),
        (PagingHints(PagingKind.OFFSET, "cursor"), {"kind": "offset", "first": 0}),
        (PagingHints(PagingKind.LAST_ITEM, "cursor"), {"next": "/id"}),
        (PagingHints(PagingKind.LAST_ITEM, "cursor", "/key"), {"next": "/key"}),
    ],
)
def test_values_missing_in_hints_are_detected(
    hints: PagingHints, expected: dict[str, object]
) -> None:
    response = envelope(next_cursor=TEXT, next_url=TEXT)
    found = detect(response, "cursor", hints=hints)
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    "hints",
    [
        PagingHints(PagingKind.CURSOR, "curser", "/next_cursor"),
        PagingHints(PagingKind.CURSOR, "limit"),
        PagingHints(PagingKind.LINK),
        PagingHints(PagingKind.LINK, next="/next_cursor", items="/nothing"),
        PagingHints(PagingKind.LINK, next="/next_cursor", items="/next_cursor"),
        PagingHints(None, problem="expected an object"),
    ],
)
def test_invalid_hints_are_ignored(hints: PagingHints) -> None:
    found = detect(envelope(next_cursor=TEXT), "cursor", LIMIT, hints=hints)
    assert (found["kind"], found["parameter"]) == ("cursor", "cursor")


def test_hints_apply_to_responses_without_a_schema() -> None:
    hints = PagingHints(PagingKind.LAST_ITEM, "starting_after", items="/data")
    paging = find(None, "starting_after", hints=hints)
    assert paging is not None
    assert paging.items.item is None
