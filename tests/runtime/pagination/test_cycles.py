"""Cycle detection in paginated lists."""

from __future__ import annotations

from typing import Any

import pytest
from runtime import ByOffset, PagedOperation

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


def test_a_long_list_is_not_a_cycle() -> None:
    server = MockServer(
        *(make_page([i], meta={"next": str(i)}) for i in range(3000)), make_page([])
    )
    result = read_list(server, "sync", BY_CURSOR)
    assert result.items == list(range(3000))
    assert result.error is None
