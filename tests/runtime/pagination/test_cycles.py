"""Cycle detection in paginated lists."""

from __future__ import annotations

from typing import Any

import pytest
from runtime import ByOffset, ByPageNumber, PagedOperation
from runtime.pagination.schemes import Paging

from ..mock_server import Kind, MockServer, make_response
from ..paginated_lists import (
    BY_CURSOR,
    BY_LINK,
    BY_PAGE_NUMBER,
    both_kinds,
    make_operation,
    make_page,
    read_list,
)


@both_kinds
def test_a_repeated_cursor_is_an_error(kind: Kind) -> None:
    server = MockServer(
        make_page([1], meta={"next": "a"}), make_page([2], meta={"next": "a"})
    )
    result = read_list(server, kind, BY_CURSOR)
    assert result.items == [1, 2]
    assert "would never end" in str(result.error)
    assert "/v1/things" in str(result.error)
    assert len(server.requests) == 2


def test_a_repetition_of_the_first_cursor_is_an_error() -> None:
    server = MockServer(make_page([1], meta={"next": "mine"}))
    result = read_list(server, "sync", BY_CURSOR, query={"cursor": "mine"})
    assert result.items == [1]
    assert result.error


@pytest.mark.parametrize("length", [2, 3, 5, 17])
def test_cycles_of_several_pages_are_detected(length: int) -> None:
    pages = [
        make_page([i], meta={"next": f"c{i % length}"}) for i in range(10 * length)
    ]
    server = MockServer(*pages)
    assert read_list(server, "sync", BY_CURSOR).error
    assert len(server.requests) <= 4 * length + 2


def test_a_link_to_the_same_page_is_an_error() -> None:
    server = MockServer(make_page([1], links={"next": "/v1/things?p=1"}))
    result = read_list(server, "sync", BY_LINK)
    assert result.items == [1, 1]
    assert result.error


def test_an_empty_page_that_links_to_itself_is_the_last() -> None:
    server = MockServer(
        make_page([1], meta={"next": "a"}), make_page([], meta={"next": "a"})
    )
    result = read_list(server, "sync", BY_CURSOR)
    assert (result.items, result.error) == ([1], None)
    server = MockServer(
        make_page([1], links={"next": "?p=1"}),
        make_page([], links={"next": "/v1/things?p=1"}),
    )
    result = read_list(server, "sync", BY_LINK)
    assert (result.items, result.error) == ([1], None)


@both_kinds
@pytest.mark.parametrize(
    "operation", [BY_PAGE_NUMBER, make_operation(ByOffset("offset"))]
)
def test_a_repeated_page_is_an_error(
    kind: Kind, operation: PagedOperation[Any, Any]
) -> None:
    server = MockServer(make_response(value=[{"id": 1}, {"id": 2}]))
    result = read_list(server, kind, operation)
    assert result.items == [{"id": 1}, {"id": 2}]
    assert "the same page again" in str(result.error)
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("paging", "fields"),
    [
        (ByOffset("offset", items="/data", total="/t"), [{"t": 6}] * 3),
        (ByOffset("offset", items="/data", count="/c"), [{"c": 6}] * 3),
        (ByOffset("offset", items="/data", position="/o", more="/m"),
         [{"o": 0, "m": True}, {"o": 2, "m": True}, {"o": 4, "m": False}]),
        (ByPageNumber("page", items="/data", number="/n", more="/m"),
         [{"n": 1, "m": True}, {"n": 2, "m": True}, {"n": 3, "m": False}]),
    ],
)  # fmt: skip
def test_equal_pages_at_other_positions_are_not_a_cycle(
    paging: Paging, fields: list[dict[str, object]]
) -> None:
    server = MockServer(*(make_page([0.0, 0.0], **more) for more in fields))
    result = read_list(server, "sync", make_operation(paging))
    assert (result.items, result.error) == ([0.0] * 6, None)
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("paging", "items", "fields"),
    [
        (ByOffset("offset", items="/data", total="/t"), [0.0, 0.0], {"t": 3}),
        (ByOffset("offset", items="/data", count="/c"), [0.0, 0.0], {"c": 2}),
        (ByPageNumber("page", items="/data", number="/n"), [0.0], {"n": 1}),
        # Equal keys show that the items are the same ones.
        (ByOffset("offset", items="/data", total="/t"), [{"id": 1}], {"t": 9}),
    ],
)
def test_equal_pages_at_the_same_position_are_a_cycle(
    paging: Paging, items: list[object], fields: dict[str, object]
) -> None:
    server = MockServer(make_page(items, **fields))
    result = read_list(server, "sync", make_operation(paging))
    assert result.items == items
    assert "the same page again" in str(result.error)


def test_a_long_list_is_not_a_cycle() -> None:
    server = MockServer(
        *(make_page([i], meta={"next": str(i)}) for i in range(3000)), make_page([])
    )
    result = read_list(server, "sync", BY_CURSOR)
    assert result.items == list(range(3000))
    assert result.error is None
