"""Pagination hints of the document."""

from __future__ import annotations

import pytest
from sdksmith.model.paging_hints import PagingHints, PagingKind

from tests.plan.paging.lists import (
    FLAG,
    LIMIT,
    NUMBER,
    TEXT,
    Shape,
    detect,
    envelope,
    find,
    read,
)

OWN = "x-sdksmith-paging"


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
    assert detect(envelope(t=NUMBER, m=FLAG), "p", hints=whole) == {
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
        (PagingHints(PagingKind.LAST_ITEM, "cursor", "/name"), {"next": "/name"}),
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


@pytest.mark.parametrize(
    ("hints", "reason"),
    [
        (PagingHints(PagingKind.LINK, next="/nxt"), "no property at `/nxt`"),
        (PagingHints(PagingKind.LINK, next="/next", more="/m"), "no property at `/m`"),
        (PagingHints(PagingKind.NUMBER, "p", total="/t"), "no property at `/t`"),
        (PagingHints(PagingKind.LAST_ITEM, "p", "/key"), "items have no property"),
        (PagingHints(PagingKind.LINK, next="/a/b", source=OWN), "no property at `/a/b`"),
    ],
)  # fmt: skip
def test_locations_are_checked_against_the_response(
    hints: PagingHints, reason: str
) -> None:
    assert reason in read(envelope(next=TEXT, **{"a.b": TEXT}), "p", hints=hints)


def test_dots_in_extensions_may_be_part_of_names() -> None:
    more: dict[str, Shape] = {"odata.nextLink": TEXT, "a": {"b": TEXT}}
    response = envelope(**more)
    for path, pointer in (("/odata/nextLink", "/odata.nextLink"), ("/a/b", "/a/b")):
        hints = PagingHints(PagingKind.LINK, next=path, source="x-ms-pageable")
        assert detect(response, hints=hints)["next"] == pointer


def test_location_can_be_a_header() -> None:
    hints = PagingHints(PagingKind.CURSOR, "page", "x-next", total="X-Total")
    found = detect(envelope(), "page", hints=hints, headers=("X-Next",))
    assert (found["next"], found["total"]) == ("X-Next", "X-Total")


def test_hints_for_the_last_item_find_the_opposite_direction() -> None:
    hints = PagingHints(PagingKind.LAST_ITEM, "starting_after", items="/data")
    found = detect(None, "ending_before", "starting_after", hints=hints)
    assert found["reverse"] == "ending_before"
