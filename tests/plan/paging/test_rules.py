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
    envelope,
    said,
)


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
def test_cursor_pagination(parameter: str, answer: Shape, pointer: str) -> None:
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
def test_cursor_needs_a_parameter_and_a_property_of_the_response(
    parameter: str, answer: Shape | None
) -> None:
    assert said(answer, parameter) == {}


def test_date_time_is_not_a_cursor() -> None:
    answer = envelope(after=TEXT)
    assert said(answer, ("after", ScalarKind.DATETIME)) == {}
    assert said(answer, "after")["next"] == "/after"


def test_parameter_token_is_a_cursor_if_its_description_mentions_pages() -> None:
    says = {"description": "The next page."}
    assert said(envelope(nextPageToken=TEXT), ("token", TEXT, says))


def test_flags_of_the_last_page_beside_cursors() -> None:
    found = said(envelope(next_cursor=TEXT, has_more=FLAG), "cursor")
    assert found["more"] == "/has_more"
    found = said(envelope(iterator=TEXT, done=FLAG), "iterator")
    assert (found["next"], found["last"]) == ("/iterator", "/done")


def test_pagination_by_the_last_item() -> None:
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
def test_number_of_the_first_page(parameter: Query, answer: Shape, first: int) -> None:
    found = said(answer, parameter, LIMIT)
    assert (found["kind"], found["first"]) == ("number", first)


def test_page_number_without_a_page_size() -> None:
    assert said({"Invoices": [ITEM]}, ("page", NUMBER))["first"] is None
    assert said({"Invoices": [ITEM], "Status": TEXT}, ("page", NUMBER)) == {}
    assert said([ITEM], ("page", NUMBER, {"default": 1}))["first"] == 1
    assert said([ITEM], ("pageIndex", NUMBER)) == {}
    assert said([ITEM], ("pageIndex", NUMBER, {"default": 0}))["first"] == 0
    assert said([ITEM], ("page", TEXT), LIMIT) == {}


def test_page_number_in_the_response() -> None:
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
def test_most_reliable_sign_of_the_last_page_is_used(
    more: dict[str, Shape], sign: dict[str, str]
) -> None:
    found = said(envelope(**more), ("page", NUMBER, {"default": 1}), LIMIT)
    signs = {"more", "last", "following", "pages", "total"}
    assert {key: found[key] for key in signs & found.keys()} == sign


def test_pagination_by_offset() -> None:
    assert said([ITEM], ("offset", NUMBER), LIMIT)["first"] == 0
    assert said([ITEM], ("$skip", NUMBER), ("$top", NUMBER))["parameter"] == "$skip"
    assert said([ITEM], ("offset", NUMBER)) == {}
    assert said(envelope(total=NUMBER), ("offset", NUMBER))["total"] == "/total"
    scim = ("startIndex", NUMBER, {"description": "The 1-based index."})
    assert said(envelope(), scim, ("count", NUMBER))["first"] == 1
    assert said(envelope(), ("startIndex", NUMBER), LIMIT)["first"] is None


def test_parameters_that_only_resemble_an_offset() -> None:
    number = {"description": "The page number."}
    assert said([ITEM], ("offset", NUMBER, number), LIMIT) == {}
    assert said([ITEM], ("start", NUMBER), ("end", NUMBER), LIMIT) == {}
    time = {"description": "A Unix timestamp."}
    assert said([ITEM], ("start", NUMBER, time), LIMIT) == {}


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
def test_pagination_by_link(more: dict[str, Shape], pointer: str | None) -> None:
    assert said(envelope(**more)).get("next") == pointer


def test_link_takes_precedence_over_a_token() -> None:
    answer = envelope(meta={"next_page_url": TEXT, "page": NUMBER})
    found = said(answer, ("Page", NUMBER), "PageToken", ("PageSize", NUMBER))
    assert (found["kind"], found["next"]) == ("link", "/meta/next_page_url")


def test_pagination_by_link_header() -> None:
    found = said([ITEM], ("page", NUMBER), headers=("Link",))
    assert found == {"kind": "linkHeader", "items": ""}
    assert said([ITEM], headers=("Link",)) == {}
    assert said([ITEM], "after") == {}
    mentioned = {"description": "A cursor, as given in the [Link header](x)."}
    assert said([ITEM], ("after", TEXT, mentioned))["kind"] == "linkHeader"
