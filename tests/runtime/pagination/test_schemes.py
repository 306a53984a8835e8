"""Pagination schemes: parameters of the next page, and the last page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from runtime import ByCursor, ByLastItem, ByOffset, ByPageNumber

from ..mock_server import Kind, MockServer, make_response
from ..paginated_lists import (
    BY_CURSOR,
    BY_LAST_ITEM,
    BY_OFFSET,
    BY_PAGE_NUMBER,
    both_kinds,
    make_items,
    make_operation,
    make_page,
    read_list,
    sent_bodies,
    sent_queries,
    sent_urls,
)


@both_kinds
def test_the_cursor_is_sent_with_the_next_request(kind: Kind) -> None:
    server = MockServer(
        make_page([1, 2], meta={"next": "b c"}),
        make_page([3], meta={"next": 7}),
        make_page([4]),
    )
    assert read_list(server, kind, BY_CURSOR, query={"limit": 2}).items == [1, 2, 3, 4]
    assert sent_queries(server) == [
        {"limit": "2"},
        {"limit": "2", "cursor": "b c"},
        {"limit": "2", "cursor": "7"},
    ]


@pytest.mark.parametrize("end", [None, "", 0, -1, False, {}])
def test_an_empty_cursor_ends_the_list(end: object) -> None:
    server = MockServer(make_page([1], meta={"next": end}))
    assert read_list(server, "sync", BY_CURSOR).items == [1]
    assert len(server.requests) == 1


def test_a_cursor_that_is_a_url_is_requested() -> None:
    server = MockServer(
        make_page([1], meta={"next": "https://api.example.com/v1/things?c=2"}),
        make_page([2]),
    )
    assert read_list(server, "sync", BY_CURSOR, query={"limit": 9}).items == [1, 2]
    assert sent_urls(server)[1] == "https://api.example.com/v1/things?c=2"


def test_a_flag_ends_a_list_that_always_has_a_cursor() -> None:
    operation = make_operation(
        ByCursor("cursor", "/next", items="/data", more="/has_more")
    )
    server = MockServer(
        make_page([1], next="a", has_more=True),
        make_page([2], next="b"),
        make_page([3], next="c", has_more=False),
    )
    assert read_list(server, "sync", operation).items == [1, 2, 3]


def test_an_empty_page_with_a_cursor_is_not_the_last() -> None:
    server = MockServer(
        make_page([], meta={"next": "a"}), make_page([1], meta={"next": ""})
    )
    assert read_list(server, "sync", BY_CURSOR).items == [1]


@both_kinds
def test_the_cursor_can_be_sent_in_the_body(kind: Kind) -> None:
    operation = make_operation(
        ByCursor("token", "/next", items="/data", in_body=True), "POST"
    )
    server = MockServer(make_page([1], next="a"), make_page([2]))
    result = read_list(
        server,
        kind,
        operation,
        body={"query": "x"},
        options={"body": {"extra": 1, "token": "mine"}},
    )
    assert result.items == [1, 2]
    assert [json.loads(body) for body in sent_bodies(server)] == [
        {"query": "x", "extra": 1, "token": "mine"},
        {"query": "x", "extra": 1, "token": "a"},
    ]


@both_kinds
def test_the_next_page_starts_after_the_last_item(kind: Kind) -> None:
    server = MockServer(
        make_page(make_items("a", "b"), has_more=True),
        make_page(make_items("c"), has_more=False),
    )
    assert read_list(server, kind, BY_LAST_ITEM).items == make_items("a", "b", "c")
    assert sent_queries(server) == [{}, {"starting_after": "b"}]


def test_a_list_can_be_read_backwards() -> None:
    server = MockServer(
        make_page(make_items("c", "d"), has_more=True),
        make_page(make_items("b"), has_more=False),
    )
    read_list(server, "sync", BY_LAST_ITEM, query={"ending_before": "e"})
    assert sent_queries(server) == [{"ending_before": "e"}, {"ending_before": "c"}]


def test_an_empty_page_ends_a_list_without_a_flag() -> None:
    server = MockServer(make_page(make_items("a")), make_page([]))
    assert read_list(server, "sync", BY_LAST_ITEM).items == make_items("a")
    assert len(server.requests) == 2


def test_a_last_item_without_an_id_is_an_error() -> None:
    server = MockServer(make_page([{"name": "x"}], has_more=True))
    result = read_list(server, "sync", BY_LAST_ITEM)
    assert result.items == [{"name": "x"}]
    assert "no id" in str(result.error)


@both_kinds
def test_page_numbers_increase_until_a_page_is_empty(kind: Kind) -> None:
    server = MockServer(
        make_response(value=[1, 2]), make_response(value=[3]), make_response(value=[])
    )
    assert read_list(server, kind, BY_PAGE_NUMBER, query={"per_page": 2}).items == [
        1,
        2,
        3,
    ]
    assert sent_queries(server) == [
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
    (ByPageNumber("page", total="/t"), {}, [{"t": 4.0}, {"t": "4"}], ["2"]),
    (ByPageNumber("page", pages="/p"), {}, [{"p": "2"}, {"p": 2.0}], ["2"]),
    (ByPageNumber("page", count="/c"), {}, [{"c": 4}, {"c": 4}], ["2"]),
    (ByPageNumber("page", count="/c"), {}, [{"c": 2}, {"c": 2}], ["2", "3"]),
    (ByPageNumber("page", number="/n"), {}, [{"n": "0"}], ["1"]),
    (ByPageNumber("page", more="/m"), {}, [{"m": False}], []),
    (ByPageNumber("page", last="/l"), {}, [{"l": False}, {"l": True}], ["2"]),
    (ByPageNumber("page", following="/f"), {}, [{"f": "x"}, {}], ["2"]),
]


@pytest.mark.parametrize(("paging", "query", "fields", "sent"), _COUNTED)
def test_numbered_pages_have_a_first_and_a_last_page(
    paging: ByPageNumber,
    query: dict[str, object],
    fields: list[dict[str, object]],
    sent: list[str],
) -> None:
    full = ByPageNumber(
        paging.parameter, paging.first, paging.number, paging.pages,
        items="/data", more=paging.more, last=paging.last,
        following=paging.following, total=paging.total, count=paging.count,
    )  # fmt: skip
    pages = [make_page([i, i + 100], **more) for i, more in enumerate(fields)]
    server = MockServer(*pages, make_page([]))
    read_list(server, "sync", make_operation(full), query=query)
    assert [query["page"] for query in sent_queries(server) if "page" in query] == sent


def test_a_page_number_that_is_not_an_integer_is_an_error() -> None:
    server = MockServer(make_response(value=[1]))
    result = read_list(server, "sync", BY_PAGE_NUMBER, query={"page": "first"})
    assert "not an integer" in str(result.error)


@both_kinds
def test_the_offset_increases_by_the_number_of_received_items(kind: Kind) -> None:
    # The pages are smaller than the requested limit.
    server = MockServer(
        make_page([1, 2], total=5), make_page([3, 4], total=5), make_page([5], total=5)
    )
    result = read_list(server, kind, BY_OFFSET, query={"limit": 100})
    assert result.items == [1, 2, 3, 4, 5]
    assert [query.get("offset") for query in sent_queries(server)] == [None, "2", "4"]


@pytest.mark.parametrize(
    ("first", "query", "sent"),
    [(0, {}, [None, "2"]), (1, {}, [None, "3"]), (0, {"offset": 7}, ["7", "9"])],
)
def test_the_first_offset_can_be_0_or_1_or_given(
    first: int, query: dict[str, object], sent: list[str | None]
) -> None:
    server = MockServer(make_page([1, 2]), make_page([]))
    operation = make_operation(ByOffset("offset", first=first, items="/data"))
    read_list(server, "sync", operation, query=query)
    assert [query.get("offset") for query in sent_queries(server)] == sent


def test_a_list_without_a_first_offset_has_one_page() -> None:
    operation = make_operation(ByOffset("offset", first=None))
    server = MockServer(make_response(value=[1]))
    assert read_list(server, "sync", operation).items == [1]


def test_the_first_offset_can_be_in_the_response() -> None:
    operation = make_operation(
        ByOffset("start", first=None, number="/start", items="/data", total="/total")
    )
    server = MockServer(
        make_page([1, 2], start=1, total=4), make_page([3, 4], start=3, total=4)
    )
    assert read_list(server, "sync", operation).items == [1, 2, 3, 4]
    assert [query.get("start") for query in sent_queries(server)] == [None, "3"]


@both_kinds
def test_values_can_be_in_headers(kind: Kind) -> None:
    operation = make_operation(ByCursor("page", "X-Next-Page"))
    server = MockServer(
        make_response(value=[1], headers={"x-next-page": "2"}),
        make_response(value=[2], headers={"x-next-page": ""}),
    )
    assert read_list(server, kind, operation).items == [1, 2]
    assert sent_queries(server) == [{}, {"page": "2"}]


@pytest.mark.parametrize(
    ("paging", "flags"),
    [
        (ByPageNumber("page", more="X-More"), ("true", "False")),
        (ByPageNumber("page", last="X-Last"), ("false", "true")),
    ],
)
def test_flags_in_headers_are_strings(
    paging: ByPageNumber, flags: tuple[str, str]
) -> None:
    name = paging.more or paging.last
    server = MockServer(
        *(make_response(value=[flag], headers={name: flag}) for flag in flags)
    )
    assert read_list(server, "sync", make_operation(paging)).items == [*flags]


def test_numeric_cursors_are_sent_as_integers() -> None:
    server = MockServer(make_page([1], meta={"next": 2.0}), make_page([2]))
    assert read_list(server, "sync", BY_CURSOR).items == [1, 2]
    assert sent_queries(server)[1] == {"cursor": "2"}


@pytest.mark.parametrize(
    ("ids", "query", "sent"),
    [
        (["1", "2"], {}, {"after": "2"}),
        (["9", "8"], {}, {"before": "8"}),
        (["10", "9"], {}, {"before": "9"}),
        (["9", "8"], {"after": "7"}, {"after": "9"}),
        (["8", "9"], {"before": "10"}, {"before": "8"}),
        (["b", "a"], {}, {"after": "a"}),
        (["1"], {}, {"after": "1"}),
    ],
)
def test_the_order_of_keys_decides_about_the_direction(
    ids: list[str], query: dict[str, str], sent: dict[str, str]
) -> None:
    operation = make_operation(ByLastItem("after", "before", ordered=True))
    server = MockServer(make_response(value=make_items(*ids)), make_response(value=[]))
    assert read_list(server, "sync", operation, query=query).error is None
    assert sent_queries(server) == [query, sent]


def test_keys_that_are_not_unique_are_an_error() -> None:
    operation = make_operation(ByLastItem("after", "before", ordered=True))
    server = MockServer(make_response(value=make_items("1", "1")))
    assert "no id of its own" in str(read_list(server, "sync", operation).error)


def test_a_list_with_one_direction_starts_after_its_last_item() -> None:
    operation = make_operation(ByLastItem("after", ordered=True))
    server = MockServer(
        make_response(value=make_items("9", "8")), make_response(value=[])
    )
    read_list(server, "sync", operation)
    assert sent_queries(server)[1] == {"after": "8"}
