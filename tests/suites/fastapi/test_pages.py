"""Lists in pages: each row is returned once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.suites.calls import Calls

ALL = list(range(7))


def test_limit_and_offset(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.offset.list())
    assert [row.row_id for row in rows] == ALL


def test_limit_and_offset_from_the_middle(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.offset.list(limit=2, offset=3))
    assert [row.row_id for row in rows] == [3, 4, 5, 6]


def test_numbered_pages(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.numbered.list())
    assert [row.row_id for row in rows] == ALL


def test_numbered_pages_of_another_size(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.numbered.list(page=2, size=2))
    assert [row.row_id for row in rows] == [2, 3, 4, 5, 6]


def test_a_cursor(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.cursor.list())
    assert [row.row_id for row in rows] == ALL


def test_a_cursor_that_is_none_is_the_first_page(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.cursor.list(cursor=None, size=5))
    assert [row.row_id for row in rows] == ALL


def test_absolute_links(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.linked())
    assert [row.row_id for row in rows] == ALL


def test_a_bare_list_with_skip_and_limit(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.skip())
    assert [row.row_id for row in rows] == ALL


def test_a_bare_list_with_a_link_header(call: Calls) -> None:
    rows = call.items(lambda client: client.pages.header.list())
    assert [row.row_id for row in rows] == ALL


def test_the_model_of_a_page(call: Calls) -> None:
    page = call(lambda client: client.pages.offset.list(limit=5))
    assert (page.data.total, page.data.limit, len(page.items)) == (7, 5, 5)


def test_an_echo_of_a_filter_is_not_a_page(call: Calls) -> None:
    found = call(
        lambda client: client.pages.not_a_page.search(tags=["a", "b"], limit=2)
    )
    assert type(found).__name__ == "Search"
    assert (found.tags, found.limit) == (["a", "b"], 2)


def test_next_of_a_single_object_is_not_a_page(call: Calls) -> None:
    step = call(lambda client: client.pages.steps.retrieve(1))
    assert (step.next, step.parts) == ("/steps/2", ["a", "b"])


def test_a_list_that_is_not_in_pages(call: Calls) -> None:
    rows = call(lambda client: client.pages.search(body={"limit": 2}))
    assert [row.row_id for row in rows] == [0, 1]
