"""Cycle detection in paginated lists."""

from __future__ import annotations

from typing import Any

import pytest
from runtime import ByOffset, PagedOperation

from ..mock_server import Kind, Server, answer
from ..paginated_lists import CURSOR, LINK, NUMBER, both, page, paged, read_all


@both
def test_a_cursor_that_stays_is_an_error(kind: Kind) -> None:
    server = Server(page([1], meta={"next": "a"}), page([2], meta={"next": "a"}))
    read = read_all(server, kind, CURSOR)
    assert read.items == [1, 2]
    assert "would never end" in str(read.error)
    assert "/v1/things" in str(read.error)
    assert len(server.requests) == 2


def test_the_first_cursor_is_one_of_those_that_may_not_come_again() -> None:
    server = Server(page([1], meta={"next": "mine"}))
    read = read_all(server, "sync", CURSOR, query={"cursor": "mine"})
    assert read.items == [1]
    assert read.error


@pytest.mark.parametrize("length", [2, 3, 5, 17])
def test_circles_are_seen(length: int) -> None:
    circle = [page([i], meta={"next": f"c{i % length}"}) for i in range(10 * length)]
    server = Server(*circle)
    assert read_all(server, "sync", CURSOR).error
    assert len(server.requests) <= 4 * length + 2


def test_a_link_to_itself_is_an_error() -> None:
    server = Server(page([1], links={"next": "/v1/things?p=1"}))
    read = read_all(server, "sync", LINK)
    assert read.items == [1, 1]
    assert read.error


def test_an_empty_page_that_leads_to_itself_is_the_end() -> None:
    server = Server(page([1], meta={"next": "a"}), page([], meta={"next": "a"}))
    read = read_all(server, "sync", CURSOR)
    assert (read.items, read.error) == ([1], None)
    server = Server(
        page([1], links={"next": "?p=1"}), page([], links={"next": "/v1/things?p=1"})
    )
    read = read_all(server, "sync", LINK)
    assert (read.items, read.error) == ([1], None)


@both
@pytest.mark.parametrize("operation", [NUMBER, paged(ByOffset("offset"))])
def test_a_server_that_ignores_the_parameter_is_an_error(
    kind: Kind, operation: PagedOperation[Any, Any]
) -> None:
    server = Server(answer(value=[{"id": 1}, {"id": 2}]))
    read = read_all(server, kind, operation)
    assert read.items == [{"id": 1}, {"id": 2}]
    assert "the same page again" in str(read.error)
    assert len(server.requests) == 2


def test_long_lists_keep_no_more_than_two_pages() -> None:
    server = Server(*(page([i], meta={"next": str(i)}) for i in range(3000)), page([]))
    read = read_all(server, "sync", CURSOR)
    assert read.items == list(range(3000))
    assert read.error is None
