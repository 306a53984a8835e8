"""Which lists come in pages, and what is left alone."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import asdict
from sdksmith.model.paging_hints import PagingHints, PagingKind
from sdksmith.model.types import ScalarKind

from .pagedapi import FLAG, ITEM, NUMBER, TEXT, Query, Shape, find

LIMIT = ("limit", NUMBER)


def said(answer: Shape | None, *query: Query, **more: Any) -> dict[str, object]:
    """Return what was found, without what is as usual."""
    paging = find(answer, *query, **more)
    if paging is None:
        return {}
    found = {key: value for key, value in asdict(paging).items() if value}
    found["kind"], found["items"] = str(paging.kind), paging.items.pointer
    if paging.kind in {PagingKind.NUMBER, PagingKind.OFFSET}:
        found["first"] = paging.first
    return found


def envelope(**more: Shape) -> dict[str, Shape]:
    return {"data": [ITEM], **more}


# The names are those of real APIs: Slack, Google, Kubernetes, Stripe, Asana...
@pytest.mark.parametrize(
    ("parameter", "answer", "pointer"),
    [
        ("cursor", envelope(next_cursor=TEXT), "/next_cursor"),
        (
            "cursor",
            envelope(response_metadata={"next_cursor": TEXT}),
            "/response_metadata/next_cursor",
        ),
        ("pageToken", envelope(nextPageToken=TEXT), "/nextPageToken"),
        ("page_token", envelope(next_page=TEXT), "/next_page"),
        ("continue", envelope(metadata={"continue": TEXT}), "/metadata/continue"),
        ("cursor", envelope(cursor=TEXT), "/cursor"),
        ("marker", envelope(next_marker=TEXT, prev_marker=TEXT), "/next_marker"),
        ("after", envelope(paging={"next": {"after": TEXT}}), "/paging/next/after"),
        ("after", envelope(paging={"cursors": {"after": TEXT, "before": TEXT}}),
         "/paging/cursors/after"),
        ("offset", envelope(next_page={"offset": TEXT}), "/next_page/offset"),
        ("page", envelope(next_page=NUMBER), "/next_page"),
        ("offset", envelope(nextOffset=NUMBER), "/nextOffset"),
        ("after_id", envelope(last_id=TEXT), "/last_id"),
        ("page[cursor]", envelope(meta={"next": TEXT}), "/meta/next"),
        ("pagination_token", envelope(meta={"next_token": TEXT}), "/meta/next_token"),
    ],
)  # fmt: skip
def test_cursors(parameter: str, answer: Shape, pointer: str) -> None:
    assert said(answer, LIMIT, parameter) == {
        "kind": "cursor",
        "items": "/data",
        "parameter": parameter,
        "next": pointer,
    }


@pytest.mark.parametrize(
    ("parameter", "answer"),
    [
        ("cursor", envelope()),
        ("cursor", envelope(previous_cursor=TEXT)),
        ("query", envelope(next_cursor=TEXT)),
        # That of access, whatever the answer holds.
        ("token", envelope(next_cursor=TEXT)),
        # No list, or nobody knows which.
        ("cursor", {"id": TEXT, "next_cursor": TEXT}),
        ("cursor", {"cats": [ITEM], "dogs": [ITEM], "next_cursor": TEXT}),
        ("cursor", {"errors": [ITEM], "next_cursor": TEXT}),
        # A thing that has a list is no list.
        ("cursor", {"id": TEXT, "tags": [TEXT], "next_cursor": TEXT}),
        ("cursor", None),
    ],
)
def test_a_cursor_needs_both_sides(parameter: str, answer: Shape | None) -> None:
    assert said(answer, parameter) == {}


def test_a_point_in_time_is_no_cursor() -> None:
    answer = envelope(after=TEXT)
    assert said(answer, ("after", ScalarKind.DATETIME)) == {}
    assert said(answer, "after")["next"] == "/after"


def test_a_token_may_be_one_for_pages() -> None:
    says = {"description": "The next page."}
    assert said(envelope(nextPageToken=TEXT), ("token", TEXT, says))


def test_flags_stand_beside_cursors() -> None:
    found = said(envelope(next_cursor=TEXT, has_more=FLAG), "cursor")
    assert found["more"] == "/has_more"
    found = said(envelope(iterator=TEXT, done=FLAG), "iterator")
    assert (found["next"], found["last"]) == ("/iterator", "/done")


def test_a_cursor_in_the_body_wins() -> None:
    answer = envelope(nextToken=TEXT)
    body = {"query": TEXT, "nextToken": TEXT}
    found = said(answer, "nextToken", body=body, method="POST")
    assert found["in_body"] is True
    assert said(answer, "nextToken", method="PUT") == {}


@pytest.mark.parametrize(
    ("answer", "pointer"),
    [
        ([ITEM], ""),
        ({"things": [ITEM]}, "/things"),
        ({"results": [ITEM], "filters": [TEXT], "cats": [ITEM]}, "/results"),
        ({"data": {"things": [ITEM]}, "meta": {}}, "/data/things"),
        ({"_embedded": {"things": [ITEM]}}, "/_embedded/things"),
        ({"a/b~c": [ITEM]}, "/a~1b~0c"),
    ],
)
def test_where_the_list_stands(answer: Shape, pointer: str) -> None:
    assert said(answer, ("page", NUMBER), LIMIT)["items"] == pointer


def test_the_last_item() -> None:
    answer = envelope(has_more=FLAG)
    assert said(answer, "starting_after", "ending_before", LIMIT) == {
        "kind": "lastItem",
        "items": "/data",
        "parameter": "starting_after",
        "next": "/id",
        "reverse": "ending_before",
        "more": "/has_more",
    }
    assert said(envelope(), "starting_after") == {}
    assert said({"data": [{"name": TEXT}], "has_more": FLAG}, "starting_after") == {}


@pytest.mark.parametrize(
    ("parameter", "answer", "first"),
    [
        (("page", NUMBER), [ITEM], 1),
        (("page", NUMBER, {"default": 0}), [ITEM], 0),
        (("page", NUMBER, {"default": 1}), [ITEM], 1),
        (("page", TEXT, {"default": "0"}), [ITEM], 0),
        (("page", NUMBER, {"minimum": 0}), [ITEM], 0),
        (("page", NUMBER, {"description": "Zero-based."}), [ITEM], 0),
        (("page", NUMBER, {"description": "Starts at 1."}), [ITEM], 1),
        (("page", NUMBER), {"content": [ITEM], "totalElements": NUMBER}, 0),
        (("page[number]", NUMBER), {"data": [ITEM]}, 1),
    ],
)
def test_where_pages_begin(parameter: Query, answer: Shape, first: int) -> None:
    found = said(answer, parameter, LIMIT)
    assert (found["kind"], found["first"]) == ("number", first)


def test_a_lone_page_is_the_callers_to_count() -> None:
    assert said({"Invoices": [ITEM]}, ("page", NUMBER))["first"] is None
    assert said({"Invoices": [ITEM], "Status": TEXT}, ("page", NUMBER)) == {}
    assert said([ITEM], ("page", NUMBER, {"default": 1}))["first"] == 1
    assert said([ITEM], ("pageIndex", NUMBER)) == {}
    assert said([ITEM], ("pageIndex", NUMBER, {"default": 0}))["first"] == 0
    assert said([ITEM], ("page", TEXT), LIMIT) == {}


def test_an_answer_may_say_which_page_it_is() -> None:
    found = said(envelope(page=NUMBER), ("page", NUMBER))
    assert found["number"] == "/page"
    assert "number" not in said(envelope(page=NUMBER), ("page", NUMBER, {"default": 1}))


@pytest.mark.parametrize(
    ("more", "sign"),
    [
        ({"hasMore": FLAG, "total": NUMBER}, {"more": "/hasMore"}),
        ({"isLast": FLAG, "total": NUMBER}, {"last": "/isLast"}),
        (
            {"links": {"next": TEXT}, "totalPages": NUMBER},
            {"following": "/links/next"},
        ),
        ({"meta": {"total": NUMBER, "pages": NUMBER}}, {"pages": "/meta/pages"}),
        ({"meta": {"total_count": NUMBER}}, {"total": "/meta/total_count"}),
        ({"count": NUMBER}, {}),
    ],
)
def test_the_surest_sign_of_the_last_page(
    more: dict[str, Shape], sign: dict[str, str]
) -> None:
    found = said(envelope(**more), ("page", NUMBER, {"default": 1}), LIMIT)
    signs = {"more", "last", "following", "pages", "total"}
    assert {key: found[key] for key in signs & found.keys()} == sign


def test_offsets() -> None:
    assert said([ITEM], ("offset", NUMBER), LIMIT)["first"] == 0
    assert said([ITEM], ("$skip", NUMBER), ("$top", NUMBER))["parameter"] == "$skip"
    assert said([ITEM], ("offset", NUMBER)) == {}
    assert said(envelope(total=NUMBER), ("offset", NUMBER))["total"] == "/total"
    scim = ("startIndex", NUMBER, {"description": "The 1-based index."})
    assert said(envelope(), scim, ("count", NUMBER))["first"] == 1
    assert said(envelope(), ("startIndex", NUMBER), LIMIT)["first"] is None


def test_what_only_looks_like_an_offset() -> None:
    number = {"description": "The page number."}
    assert said([ITEM], ("offset", NUMBER, number), LIMIT) == {}
    assert said([ITEM], ("start", NUMBER), ("end", NUMBER), LIMIT) == {}
    time = {"description": "A Unix timestamp."}
    assert said([ITEM], ("start", NUMBER, time), LIMIT) == {}


def test_numbers_in_a_body_count_where_it_reads() -> None:
    body = {"page": NUMBER, "limit": NUMBER}
    found = said([ITEM], body=body, method="POST", path="/things/search")
    assert (found["kind"], found["in_body"]) == ("number", True)
    assert said([ITEM], body=body, method="POST") == {}


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"nextLink": TEXT}, "/nextLink"),
        ({"@odata.nextLink": TEXT}, "/@odata.nextLink"),
        ({"next_page_url": TEXT}, "/next_page_url"),
        ({"links": {"next": TEXT}}, "/links/next"),
        ({"_links": {"next": {"href": TEXT}}}, "/_links/next"),
        ({"next": TEXT}, None),  # of which nobody says that it is a URL
    ],
)
def test_links(more: dict[str, Shape], pointer: str | None) -> None:
    assert said(envelope(**more)).get("next") == pointer


def test_a_thing_that_has_a_list_is_no_page_of_it() -> None:
    links: Shape = {"next": TEXT}
    assert said({"data": {"tags": [TEXT]}, "links": links})["next"] == "/links/next"
    thing: dict[str, Shape] = {"id": TEXT, "tags": [TEXT]}
    assert said({"data": thing, "links": links}) == {}
    assert said({**thing, "links": links}) == {}


def test_a_link_wins_beside_a_token() -> None:
    answer = envelope(meta={"next_page_url": TEXT, "page": NUMBER})
    found = said(answer, ("Page", NUMBER), "PageToken", ("PageSize", NUMBER))
    assert (found["kind"], found["next"]) == ("link", "/meta/next_page_url")


def test_the_link_header() -> None:
    found = said([ITEM], ("page", NUMBER), headers=("Link",))
    assert found == {"kind": "linkHeader", "items": ""}
    assert said([ITEM], headers=("Link",)) == {}
    assert said([ITEM], "after") == {}
    mentioned = {"description": "A cursor, as given in the [Link header](x)."}
    assert said([ITEM], ("after", TEXT, mentioned))["kind"] == "linkHeader"


def test_what_the_document_says_wins() -> None:
    looks = envelope(next_cursor=TEXT)
    assert said(looks, "cursor", hints=PagingHints(None)) == {}
    hints = PagingHints(PagingKind.CURSOR, "resume", "/resume", items="/seen")
    answer: Shape = {"seen": [TEXT], "heard": [TEXT], "resume": TEXT}
    assert said(answer, "resume", hints=hints) == {
        "kind": "cursor",
        "items": "/seen",
        "parameter": "resume",
        "next": "/resume",
    }
    whole = PagingHints(
        PagingKind.NUMBER, "p", first=0, total="/t", pages="", more="/m", items="/data"
    )
    assert said(envelope(), "p", hints=whole) == {
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
def test_what_hints_leave_open_is_found(
    hints: PagingHints, expected: dict[str, object]
) -> None:
    answer = envelope(next_cursor=TEXT, next_url=TEXT)
    found = said(answer, "cursor", hints=hints)
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    "hints",
    [
        PagingHints(PagingKind.CURSOR, "curser", "/next_cursor"),
        PagingHints(PagingKind.CURSOR, "limit"),
        PagingHints(PagingKind.LINK),
        PagingHints(PagingKind.LINK, next="/next_cursor", items="/nothing"),
        PagingHints(PagingKind.LINK, next="/next_cursor", items="/next_cursor"),
        PagingHints(None, problem="it is no object"),
    ],
)
def test_hints_that_do_not_fit_are_passed_over(hints: PagingHints) -> None:
    found = said(envelope(next_cursor=TEXT), "cursor", LIMIT, hints=hints)
    assert (found["kind"], found["parameter"]) == ("cursor", "cursor")


def test_hints_speak_of_answers_that_nobody_described() -> None:
    hints = PagingHints(PagingKind.LAST_ITEM, "starting_after", items="/data")
    paging = find(None, "starting_after", hints=hints)
    assert paging is not None
    assert paging.items.item is None
