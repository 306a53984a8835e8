"""Lists in the framework's three styles of pagination: each row is reached once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.suites.calls import Calls

ALL: Final = list(range(7))


def test_numbered_pages(call: Calls) -> None:
    rows = call.items(lambda client: client.numbered.list())
    assert [row.row_id for row in rows] == ALL


def test_numbered_pages_of_another_size(call: Calls) -> None:
    rows = call.items(lambda client: client.numbered.list(page=2, page_size=2))
    assert [row.row_id for row in rows] == [2, 3, 4, 5, 6]


def test_limit_and_offset(call: Calls) -> None:
    rows = call.items(lambda client: client.offsets.list())
    assert [row.row_id for row in rows] == ALL


def test_limit_and_offset_from_the_middle(call: Calls) -> None:
    rows = call.items(lambda client: client.offsets.list(limit=2, offset=3))
    assert [row.row_id for row in rows] == [3, 4, 5, 6]


def test_cursors_in_absolute_links(call: Calls) -> None:
    rows = call.items(lambda client: client.cursors.list())
    assert [row.row_id for row in rows] == ALL


def test_the_model_of_a_page(call: Calls) -> None:
    page = call(lambda client: client.numbered.list())
    assert (page.data.count, len(page.items)) == (7, 3)
    assert (page.data.next or "").endswith("/numbered/?page=2")


def test_a_list_without_pages(call: Calls) -> None:
    rows = call(lambda client: client.bare.list())
    assert [row.row_id for row in rows] == ALL
