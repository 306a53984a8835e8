"""Values of a response that a parameter takes for the next page."""

from __future__ import annotations

import pytest
from sdksmith.model.types import ScalarKind

from tests.plan.paging.lists import FLAG, LIMIT, NUMBER, TEXT, Shape, detect, envelope


@pytest.mark.parametrize(
    ("parameter", "response", "pointer"),
    [
        ("token", envelope(nextToken=TEXT), "/nextToken"),
        ("max_id", envelope(pagination={"next_max_id": TEXT}), "/pagination/next_max_id"),
        ("after", envelope(last_id=TEXT, has_more=FLAG), "/last_id"),
        ("offset", envelope(offset=TEXT), "/offset"),
        ("next", envelope(next=TEXT), "/next"),
        ("page", envelope(nextPage=TEXT), "/nextPage"),
        ("after", envelope(pagination={"cursor": TEXT}), "/pagination/cursor"),
        ("page[cursor]", envelope(meta={"page": {"after": TEXT}}), "/meta/page/after"),
        ("cursor", envelope(meta={"links": {"next": TEXT}}), "/meta/links/next"),
        ("pagination[cursor]", envelope(pagination={"next": TEXT}), "/pagination/next"),
    ],
)  # fmt: skip
def test_values_are_matched_by_their_role(
    parameter: str, response: Shape, pointer: str
) -> None:
    found = detect(response, parameter, LIMIT)
    assert (found["kind"], found["next"]) == ("cursor", pointer)


@pytest.mark.parametrize(
    ("parameter", "response"),
    [
        # `last_id` alone does not show whether there is another page.
        ("after", envelope(last_id=TEXT)),
        # The offset of the page is repeated next to counters.
        ("offset", envelope(offset=TEXT, limit=NUMBER)),
        ("date", envelope(nextDate=TEXT)),
        # The sender of a message is repeated.
        ("from", envelope(**{"from": TEXT})),
        ("token", envelope(token=TEXT)),
    ],
)
def test_values_with_other_roles_are_not_cursors(
    parameter: str, response: Shape
) -> None:
    assert detect(response, parameter).get("kind") != "cursor"


def test_required_parameter_is_not_a_cursor() -> None:
    token = ("token", TEXT, {"required": True})
    assert detect(envelope(nextToken=TEXT), token) == {}
    assert detect(envelope(nextSince=TEXT), ("since", ScalarKind.DATETIME)) == {}


def test_cursor_in_a_header() -> None:
    found = detect([{"id": TEXT}], ("page", NUMBER), headers=("X-Next-Page", "X-Page"))
    assert (found["kind"], found["next"]) == ("cursor", "X-Next-Page")


def test_description_shows_that_a_parameter_takes_a_cursor() -> None:
    start = ("start", TEXT, {"description": "An opaque token of the server."})
    found = detect(envelope(next=TEXT), start)
    assert (found["parameter"], found["next"]) == ("start", "/next")
    before = ("before", TEXT, {"description": "A page token."})
    assert detect(envelope(next=TEXT), before).get("parameter") != "before"
