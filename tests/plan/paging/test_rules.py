"""Detection of each kind of pagination."""

from __future__ import annotations

import pytest
from sdksmith.model.types import ScalarKind

from tests.plan.paging.lists import (
    FLAG,
    ITEM,
    LIMIT,
    NUMBER,
    TEXT,
    Query,
    Shape,
    detect,
    envelope,
)


# Names of real APIs: Slack, Google, Kubernetes, Stripe, Asana and others.
@pytest.mark.parametrize(
    ("parameter", "response", "pointer"),
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
def test_cursor_pagination(parameter: str, response: Shape, pointer: str) -> None:
    assert detect(response, LIMIT, parameter) == {
        "kind": "cursor",
        "items": "/data",
        "parameter": parameter,
        "next": pointer,
    }


@pytest.mark.parametrize(
    ("parameter", "response"),
    [
        ("cursor", envelope()),
        ("cursor", envelope(previous_cursor=TEXT)),
        ("query", envelope(next_cursor=TEXT)),
        # An access token.
        ("token", envelope(next_cursor=TEXT)),
        # No list, or several lists.
        ("cursor", {"id": TEXT, "next_cursor": TEXT}),
        ("cursor", {"cats": [ITEM], "dogs": [ITEM], "next_cursor": TEXT}),
        ("cursor", {"errors": [ITEM], "next_cursor": TEXT}),
        # An object with an ID that contains a list.
        ("cursor", {"id": TEXT, "tags": [TEXT], "next_cursor": TEXT}),
        ("cursor", None),
    ],
)
def test_cursor_needs_a_parameter_and_a_property_of_the_response(
    parameter: str, response: Shape | None
) -> None:
    assert detect(response, parameter) == {}


def test_date_time_is_not_a_cursor() -> None:
    response = envelope(after=TEXT)
    assert detect(response, ("after", ScalarKind.DATETIME)) == {}
    assert detect(response, "after")["next"] == "/after"


def test_parameter_token_is_a_cursor_if_its_description_mentions_pages() -> None:
    properties = {"description": "The next page."}
    assert detect(envelope(nextPageToken=TEXT), ("token", TEXT, properties))


def test_flags_of_the_last_page_beside_cursors() -> None:
    found = detect(envelope(next_cursor=TEXT, has_more=FLAG), "cursor")
    assert found["more"] == "/has_more"
    found = detect(envelope(iterator=TEXT, done=FLAG), "iterator")
    assert (found["next"], found["last"]) == ("/iterator", "/done")


def test_pagination_by_the_last_item() -> None:
    response = envelope(has_more=FLAG)
    assert detect(response, "starting_after", "ending_before", LIMIT) == {
        "kind": "lastItem",
        "items": "/data",
        "parameter": "starting_after",
        "next": "/id",
        "reverse": "ending_before",
        "more": "/has_more",
    }
    assert detect(envelope(), "starting_after") == {}
    assert detect({"data": [{"name": TEXT}], "has_more": FLAG}, "starting_after") == {}


@pytest.mark.parametrize(
    ("parameter", "response", "first"),
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
def test_number_of_the_first_page(
    parameter: Query, response: Shape, first: int
) -> None:
    found = detect(response, parameter, LIMIT)
    assert (found["kind"], found["first"]) == ("number", first)


def test_page_number_without_a_page_size() -> None:
    assert detect({"Invoices": [ITEM]}, ("page", NUMBER))["first"] is None
    assert detect({"Invoices": [ITEM], "Status": TEXT}, ("page", NUMBER)) == {}
    assert detect([ITEM], ("page", NUMBER, {"default": 1}))["first"] == 1
    assert detect([ITEM], ("pageIndex", NUMBER)) == {}
    assert detect([ITEM], ("pageIndex", NUMBER, {"default": 0}))["first"] == 0
    assert detect([ITEM], ("page", TEXT), LIMIT) == {}


def test_page_number_in_the_response() -> None:
    found = detect(envelope(page=NUMBER), ("page", NUMBER))
    assert found["number"] == "/page"
    assert "number" not in detect(
        envelope(page=NUMBER), ("page", NUMBER, {"default": 1})
    )


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
        ({"count": NUMBER}, {"count": "/count"}),
    ],
)
def test_most_reliable_sign_of_the_last_page_is_used(
    more: dict[str, Shape], sign: dict[str, str]
) -> None:
    found = detect(envelope(**more), ("page", NUMBER, {"default": 1}), LIMIT)
    signs = {"more", "last", "following", "pages", "total", "count"}
    assert {key: found[key] for key in signs & found.keys()} == sign


def test_pagination_by_offset() -> None:
    assert detect([ITEM], ("offset", NUMBER), LIMIT)["first"] == 0
    assert detect([ITEM], ("$skip", NUMBER), ("$top", NUMBER))["parameter"] == "$skip"
    assert detect([ITEM], ("offset", NUMBER)) == {}
    assert detect(envelope(total=NUMBER), ("offset", NUMBER))["total"] == "/total"
    scim = ("startIndex", NUMBER, {"description": "The 1-based index."})
    assert detect(envelope(), scim, ("count", NUMBER))["first"] == 1
    assert detect(envelope(), ("startIndex", NUMBER), LIMIT)["first"] is None


def test_parameters_that_only_resemble_an_offset() -> None:
    number = {"description": "The page number."}
    assert detect([ITEM], ("offset", NUMBER, number), LIMIT) == {}
    assert detect([ITEM], ("start", NUMBER), ("end", NUMBER), LIMIT) == {}
    time = {"description": "A Unix timestamp."}
    assert detect([ITEM], ("start", NUMBER, time), LIMIT) == {}


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"nextLink": TEXT}, "/nextLink"),
        ({"@odata.nextLink": TEXT}, "/@odata.nextLink"),
        ({"next_page_url": TEXT}, "/next_page_url"),
        ({"links": {"next": TEXT}}, "/links/next"),
        ({"_links": {"next": {"href": TEXT}}}, "/_links/next"),
        ({"next": TEXT}, "/next"),
    ],
)
def test_pagination_by_link(more: dict[str, Shape], pointer: str | None) -> None:
    assert detect(envelope(**more)).get("next") == pointer


def test_link_takes_precedence_over_a_token() -> None:
    response = envelope(meta={"next_page_url": TEXT, "page": NUMBER})
    found = detect(response, ("Page", NUMBER), "PageToken", ("PageSize", NUMBER))
    assert (found["kind"], found["next"]) == ("link", "/meta/next_page_url")


def test_pagination_by_link_header() -> None:
    found = detect([ITEM], ("page", NUMBER), headers=("Link",))
    assert found == {"kind": "linkHeader", "items": ""}
    assert detect([ITEM], headers=("Link",)) == {}
    assert detect([ITEM], "after") == {}
    mentioned = {"description": "A cursor, as given in the [Link header](x)."}
    assert detect([ITEM], ("after", TEXT, mentioned))["kind"] == "linkHeader"


def test_pagination_by_the_last_item_of_an_ordered_array() -> None:
    found = detect([ITEM], "before", "after", LIMIT)
    assert found == {
        "kind": "lastItem",
        "items": "",
        "parameter": "after",
        "next": "/id",
        "reverse": "before",
        "ordered": True,
    }
    assert "ordered" not in detect([ITEM], "starting_after", LIMIT)
    # Without a limit, with a date, or with an ID of another type.
    assert detect([ITEM], "after") == {}
    assert detect([ITEM], ("after", TEXT, {"description": "A date."}), LIMIT) == {}
    assert detect([{"id": NUMBER}], "after", LIMIT) == {}


def test_flag_of_the_last_page_beside_an_id() -> None:
    found = detect(envelope(has_more=FLAG), "after", "before", LIMIT)
    assert (found["kind"], found["more"], found["reverse"]) == (
        "lastItem",
        "/has_more",
        "before",
    )


def test_position_in_the_response() -> None:
    page = ("page", NUMBER, {"default": 1})
    assert detect(envelope(page=NUMBER), page)["position"] == "/page"
    assert "position" not in detect(envelope(page=NUMBER), ("page", NUMBER))
    found = detect(envelope(offset=NUMBER), ("offset", NUMBER), LIMIT)
    assert found["position"] == "/offset"
    found = detect(envelope(startIndex=NUMBER), ("startIndex", NUMBER), LIMIT)
    assert (found["first"], found["number"]) == (None, "/startIndex")


def test_count_is_used_if_there_is_no_total() -> None:
    offset = ("offset", NUMBER)
    assert detect(envelope(count=NUMBER), offset, LIMIT)["count"] == "/count"
    found = detect(envelope(count=NUMBER, total=NUMBER), offset, LIMIT)
    assert (found["total"], "count" in found) == ("/total", False)
    found = detect(envelope(count=NUMBER, next=TEXT), offset, LIMIT)
    assert (found["following"], "count" in found) == ("/next", False)


def test_offset_from_is_not_a_time() -> None:
    start = ("from", NUMBER)
    assert detect([ITEM], start, ("size", NUMBER))["parameter"] == "from"
    assert detect([ITEM], start, ("to", NUMBER), ("size", NUMBER)) == {}


def test_array_of_links_needs_a_limit() -> None:
    links: Shape = [{"rel": TEXT, "href": TEXT}]
    found = detect(envelope(links=links), LIMIT)
    assert (found["kind"], found["next"]) == ("link", "/links")
    assert detect(envelope(links=links)) == {}
    assert detect({"links": links}, LIMIT) == {}
    counted = detect(envelope(links=links), ("offset", NUMBER), LIMIT)
    assert (counted["kind"], "following" in counted) == ("offset", False)


def test_total_can_have_the_name_of_the_list() -> None:
    response: Shape = {"cats": [ITEM], "total_cats": NUMBER, "total_dogs": NUMBER}
    assert detect(response, ("offset", NUMBER), LIMIT)["total"] == "/total_cats"


@pytest.mark.parametrize(
    ("number", "size"),
    [
        ("pagination[page]", "pagination[pageSize]"),
        ("searchCriteria[currentPage]", "searchCriteria[pageSize]"),
        ("sysparm_offset", "sysparm_limit"),
    ],
)
def test_parameters_of_an_object(number: str, size: str) -> None:
    assert detect([ITEM], (number, NUMBER), (size, NUMBER))["parameter"] == number


def test_page_of_a_document_is_not_a_page_of_a_list() -> None:
    page = ("page", NUMBER, {"default": 1})
    response: dict[str, Shape] = {"page": NUMBER, "width": NUMBER, "lines": [TEXT]}
    assert detect(response, page, path="/text") == {}
    assert detect(response, page, path="/lines")["items"] == "/lines"
    assert detect({**response, "total": NUMBER}, page, path="/text") != {}
