"""Parameters and body properties that select a page."""

from __future__ import annotations

from tests.plan.paging.lists import FLAG, ITEM, NUMBER, TEXT, Shape, detect, envelope


def test_cursor_in_the_body_takes_precedence() -> None:
    response = envelope(nextToken=TEXT)
    body = {"query": TEXT, "nextToken": TEXT}
    found = detect(response, "nextToken", body=body, method="POST")
    assert found["in_body"] is True
    assert detect(response, "nextToken", method="PUT") == {}


def test_page_number_in_the_body_requires_a_search() -> None:
    body = {"page": NUMBER, "limit": NUMBER}
    found = detect([ITEM], body=body, method="POST", path="/things/search")
    assert (found["kind"], found["in_body"]) == ("number", True)
    assert detect([ITEM], body=body, method="POST") == {}


def test_page_number_in_an_object() -> None:
    page: Shape = {"content": [ITEM], "last": FLAG, "totalElements": NUMBER}
    body: Shape = {"query": TEXT, "pagination": {"page": NUMBER, "size": NUMBER}}
    found = detect(page, body=body, method="POST", path="/things/search")
    assert (found["parameter"], found["holder"]) == ("page", "pagination")
    assert (found["first"], found["last"]) == (0, "/last")
    other: Shape = {"query": TEXT, "book": {"page": NUMBER, "size": NUMBER}}
    assert detect(page, body=other, method="POST", path="/things/search") == {}
