"""Pagination schemes: parameters of the next page, and the last page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from runtime import ByCursor, ByOffset, ByPageNumber

from ..mock_server import Kind, Server, answer
from ..paginated_lists import (
    CURSOR,
    LAST,
    NUMBER,
    OFFSET,
    bodies,
    both,
    page,
    paged,
    queries,
    read_all,
    things,
    urls,
)


@both
def test_a_cursor_is_sent_back(kind: Kind) -> None:
    server = Server(
        page([1, 2], meta={"next": "b c"}), page([3], meta={"next": 7}), page([4])
    )
    assert read_all(server, kind, CURSOR, query={"limit": 2}).items == [1, 2, 3, 4]
    assert queries(server) == [
        {"limit": "2"},
        {"limit": "2", "cursor": "b c"},
        {"limit": "2", "cursor": "7"},
    ]


@pytest.mark.parametrize("end", [None, "", 0, -1, False, {}])
def test_the_end_of_cursors(end: object) -> None:
    server = Server(page([1], meta={"next": end}))
    assert read_all(server, "sync", CURSOR).items == [1]
    assert len(server.requests) == 1


def test_a_cursor_that_is_a_url_is_followed() -> None:
    server = Server(
        page([1], meta={"next": "https://api.example.com/v1/things?c=2"}), page([2])
    )
    assert read_all(server, "sync", CURSOR, query={"limit": 9}).items == [1, 2]
    assert urls(server)[1] == "https://api.example.com/v1/things?c=2"


def test_a_flag_ends_a_list_that_always_has_a_cursor() -> None:
    operation = paged(ByCursor("cursor", "/next", items="/data", more="/has_more"))
    server = Server(
        page([1], next="a", has_more=True),
        page([2], next="b"),
        page([3], next="c", has_more=False),
    )
    assert read_all(server, "sync", operation).items == [1, 2, 3]


def test_empty_pages_may_stand_before_others() -> None:
    server = Server(page([], meta={"next": "a"}), page([1], meta={"next": ""}))
    assert read_all(server, "sync", CURSOR).items == [1]


@both
def test_a_cursor_travels_in_the_body(kind: Kind) -> None:
    operation = paged(ByCursor("token", "/next", items="/data", in_body=True), "POST")
    server = Server(page([1], next="a"), page([2]))
    read = read_all(
        server,
        kind,
        operation,
        body={"query": "x"},
        options={"body": {"extra": 1, "token": "mine"}},
    )
    assert read.items == [1, 2]
    assert [json.loads(body) for body in bodies(server)] == [
        {"query": "x", "extra": 1, "token": "mine"},
        {"query": "x", "extra": 1, "token": "a"},
    ]


@both
def test_the_next_page_starts_after_the_last_item(kind: Kind) -> None:
    server = Server(
        page(things("a", "b"), has_more=True), page(things("c"), has_more=False)
    )
    assert read_all(server, kind, LAST).items == things("a", "b", "c")
    assert queries(server) == [{}, {"starting_after": "b"}]


def test_the_caller_decides_about_the_direction() -> None:
    server = Server(
        page(things("c", "d"), has_more=True), page(things("b"), has_more=False)
    )
    read_all(server, "sync", LAST, query={"ending_before": "e"})
    assert queries(server) == [{"ending_before": "e"}, {"ending_before": "c"}]


def test_without_a_flag_the_last_page_is_an_empty_one() -> None:
    server = Server(page(things("a")), page([]))
    assert read_all(server, "sync", LAST).items == things("a")
    assert len(server.requests) == 2


def test_a_last_item_without_a_key_is_an_error() -> None:
    server = Server(page([{"name": "x"}], has_more=True))
    read = read_all(server, "sync", LAST)
    assert read.items == [{"name": "x"}]
    assert "no id" in str(read.error)


@both
def test_pages_are_counted_to_an_empty_one(kind: Kind) -> None:
    server = Server(answer(value=[1, 2]), answer(value=[3]), answer(value=[]))
    assert read_all(server, kind, NUMBER, query={"per_page": 2}).items == [1, 2, 3]
    assert queries(server) == [
        {"per_page": "2"},
        {"per_page": "2", "page": "2"},
        {"per_page": "2", "page": "3"},
    ]


_COUNTED: list[tuple[ByPageNumber, dict[str, Any], list[dict[str, Any]], list[str]]] = [
    (ByPageNumber("page", first=0), {}, [{}, {}], ["1", "2"]),
    (ByPageNumber("page"), {"page": 4}, [{}], ["4", "5"]),
    (ByPageNumber("page"), {"page": "4"}, [{}], ["4", "5"]),
    (ByPageNumber("page", first=None), {}, [{}], []),
    (ByPageNumber("page", first=None), {"page": 1}, [{}], ["1", "2"]),
    (ByPageNumber("page", number="/n"), {}, [{"n": 0}], ["1"]),
    (ByPageNumber("page", pages="/p"), {}, [{"p": 2}, {"p": 2}], ["2"]),
    (ByPageNumber("page", first=0, pages="/p"), {}, [{"p": 2}] * 2, ["1"]),
    (ByPageNumber("page", pages="/p"), {}, [{"p": 0}], ["2"]),
    (ByPageNumber("page", total="/t"), {}, [{"t": 4}, {"t": 4}], ["2"]),
    (ByPageNumber("page", total="/t"), {"page": 2}, [{"t": 4}], ["2"]),
    (ByPageNumber("page", more="/m"), {}, [{"m": False}], []),
    (ByPageNumber("page", last="/l"), {}, [{"l": False}, {"l": True}], ["2"]),
    (ByPageNumber("page", following="/f"), {}, [{"f": "x"}, {}], ["2"]),
]


@pytest.mark.parametrize(("paging", "given", "answers", "asked"), _COUNTED)
def test_where_counted_pages_begin_and_end(
    paging: ByPageNumber,
    given: dict[str, object],
    answers: list[dict[str, object]],
    asked: list[str],
) -> None:
    full = ByPageNumber(
        paging.parameter, paging.first, paging.number, paging.pages,
        items="/data", more=paging.more, last=paging.last,
        following=paging.following, total=paging.total,
    )  # fmt: skip
    pages = [page([i, i + 100], **more) for i, more in enumerate(answers)]
    server = Server(*pages, page([]))
    read_all(server, "sync", paged(full), query=given)
    assert [query["page"] for query in queries(server) if "page" in query] == asked


def test_what_is_no_number_of_a_page_cannot_be_counted_on() -> None:
    server = Server(answer(value=[1]))
    read = read_all(server, "sync", NUMBER, query={"page": "first"})
    assert "not an integer" in str(read.error)


@both
def test_items_are_counted_as_they_come(kind: Kind) -> None:
    # The server gives fewer than were asked for.
    server = Server(page([1, 2], total=5), page([3, 4], total=5), page([5], total=5))
    read = read_all(server, kind, OFFSET, query={"limit": 100})
    assert read.items == [1, 2, 3, 4, 5]
    assert [query.get("offset") for query in queries(server)] == [None, "2", "4"]


@pytest.mark.parametrize(
    ("first", "given", "asked"),
    [(0, {}, [None, "2"]), (1, {}, [None, "3"]), (0, {"offset": 7}, ["7", "9"])],
)
def test_where_offsets_begin(
    first: int, given: dict[str, object], asked: list[str | None]
) -> None:
    server = Server(page([1, 2]), page([]))
    operation = paged(ByOffset("offset", first=first, items="/data"))
    read_all(server, "sync", operation, query=given)
    assert [query.get("offset") for query in queries(server)] == asked


def test_an_offset_without_a_beginning_is_the_callers() -> None:
    operation = paged(ByOffset("offset", first=None))
    server = Server(answer(value=[1]))
    assert read_all(server, "sync", operation).items == [1]
