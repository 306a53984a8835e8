"""Parameters and body properties that select a page."""

from __future__ import annotations

from tests.plan.paging.lists import (
    ITEM,
    NUMBER,
    TEXT,
    envelope,
    said,
)


def test_cursor_in_the_body_takes_precedence() -> None:
    answer = envelope(nextToken=TEXT)
    body = {"query": TEXT, "nextToken": TEXT}
    found = said(answer, "nextToken", body=body, method="POST")
    assert found["in_body"] is True
    assert said(answer, "nextToken", method="PUT") == {}


def test_page_number_in_the_body_requires_a_search() -> None:
    body = {"page": NUMBER, "limit": NUMBER}
    found = said([ITEM], body=body, method="POST", path="/things/search")
    assert (found["kind"], found["in_body"]) == ("number", True)
    assert said([ITEM], body=body, method="POST") == {}
