"""Pages of lists."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from runtime import (
    APIStatusError,
    ByPageNumber,
    ListOf,
    PagedOperation,
    SDKError,
    Service,
)

from ..mock_server import Kind, MockServer, make_response
from ..paginated_lists import BY_CURSOR, both_kinds, make_page, read_list, sent_queries
from ..sample_models import Owner


def test_a_page_has_items_and_a_next_page() -> None:
    server = MockServer(make_page([1, 2], meta={"next": "a"}), make_page([3]))
    with server.client() as client:
        first = client.paginate(BY_CURSOR)
        assert first.items == [1, 2]
        assert first.data == {"data": [1, 2], "meta": {"next": "a"}}
        assert first.has_next
        assert repr(first) == "<Page of 2 items>"
        assert len(server.requests) == 1
        second = first.next_page()
        assert second.items == [3]
        assert not second.has_next
        with pytest.raises(SDKError, match="no next page"):
            second.next_page()
        assert [one_page.items for one_page in first.pages()] == [[1, 2], [3]]
        assert list(first) == [1, 2, 3]


def test_an_async_page_has_items_and_a_next_page() -> None:
    server = MockServer(make_page([1, 2], meta={"next": "a"}), make_page([3]))

    async def run() -> None:
        async with server.async_client() as client:
            pager = client.paginate(BY_CURSOR)
            assert server.requests == []
            first = await pager
            assert first.items == [1, 2]
            assert first.has_next
            assert repr(first) == "<AsyncPage of 2 items>"
            second = await first.next_page()
            assert second.data == {"data": [3]}
            with pytest.raises(SDKError, match="no next page"):
                await second.next_page()
            assert [one_page.items async for one_page in first.pages()] == [[1, 2], [3]]
            assert [item async for item in first] == [1, 2, 3]

    asyncio.run(run())


def test_an_async_pager_can_be_iterated_and_awaited() -> None:
    server = MockServer(make_page([1]))

    async def run() -> None:
        async with server.async_client() as client:
            pager = client.paginate(BY_CURSOR)
            assert [one_page.items async for one_page in pager.pages()] == [[1]]
            pages = await asyncio.gather(pager, pager)
            assert [one_page.items for one_page in pages] == [[1], [1]]

    asyncio.run(run())


def test_items_are_decoded_to_models() -> None:
    operation: PagedOperation[Owner, list[Owner]] = PagedOperation(
        "GET", "/owners", returns=ListOf("Owner"), paging=ByPageNumber("page")
    )
    service = Service(
        user_agent="x", base_url="https://api.example.com",
        models="tests.runtime.sample_models",
    )  # fmt: skip
    server = MockServer(
        make_response(value=[{"id": "a"}, {"id": 5}]), make_response(value=[])
    )
    with server.client(service) as client:
        owners = list(client.paginate(operation))
    assert owners[0] == Owner(id="a")
    assert vars(owners[1])["id"] == 5  # passed through
    assert server.requests[1].url.params["page"] == "2"


@pytest.mark.parametrize("value", [{}, {"data": None}, {"data": {"a": 1}}, [], "x"])
def test_a_response_without_the_list_is_an_empty_page(value: object) -> None:
    result = read_list(MockServer(make_response(value=value)), "sync", BY_CURSOR)
    assert (result.items, result.error) == ([], None)


def test_with_response_returns_the_reply_of_the_first_page() -> None:
    server = MockServer(
        make_page([1], meta={"next": "a"}), make_response(503), make_page([2])
    )
    with server.client() as client:
        reply = client.with_response(client.paginate)(BY_CURSOR)
        assert reply.status_code == 200
        assert reply.retries == 0
        assert list(reply.data) == [1, 2]
    assert len(server.requests) == 3  # the second page was retried

    async def run() -> None:
        async with server.async_client() as client:
            reply = await client.with_response(client.paginate)(BY_CURSOR)
            assert reply.data.items == [2]
            assert reply.headers["content-type"] == "application/json"

    asyncio.run(run())


@both_kinds
def test_options_apply_to_all_pages(kind: Kind) -> None:
    server = MockServer(make_page([1], meta={"next": "a"}), make_page([2]))
    result = read_list(
        server,
        kind,
        BY_CURSOR,
        {"headers": {"x-client": "1"}, "query": {"all": "1"}},
        headers={"X-Call": "2"},
        options={
            "headers": {"x-option": "3"},
            "query": {"cursor": "mine", "q": "4"},
            "idempotency_key": "only-one",
        },
    )
    assert result.items == [1, 2]
    for request in server.requests:
        sent = [request.headers[name] for name in ("x-client", "x-call", "x-option")]
        assert sent == ["1", "2", "3"]
    assert sent_queries(server) == [
        {"all": "1", "q": "4", "cursor": "mine"},
        {"all": "1", "q": "4", "cursor": "a"},
    ]
    keys = [request.headers.get("idempotency-key") for request in server.requests]
    assert keys == ["only-one", None]


@both_kinds
def test_an_error_status_of_a_later_page_is_raised(kind: Kind) -> None:
    server = MockServer(
        make_page([1], meta={"next": "a"}), make_response(404, {"error": "gone"})
    )
    result = read_list(server, kind, BY_CURSOR)
    assert result.items == [1]
    assert isinstance(result.error, APIStatusError)


@both_kinds
def test_max_pages_limits_an_iteration(kind: Kind) -> None:
    server = MockServer(*(make_page([i], meta={"next": f"{i}"}) for i in range(9)))
    result = read_list(server, kind, BY_CURSOR, options={"max_pages": 2})
    assert (result.items, len(server.requests)) == ([0, 1], 2)


def test_max_pages_counts_from_the_page_where_an_iteration_starts() -> None:
    server = MockServer(*(make_page([i], meta={"next": f"{i}"}) for i in range(9)))
    with server.client() as client:
        page = client.paginate(BY_CURSOR, options={"max_pages": 1})
        assert list(page) == [0]
        assert page.has_next
        assert list(page.next_page()) == [1]


@pytest.mark.parametrize("value", [0, -1, True, 1.5, "2", None])
def test_max_pages_must_be_a_positive_integer(value: Any) -> None:
    server = MockServer(make_page([1]))
    with server.client() as client, pytest.raises(ValueError, match="max_pages"):
        client.paginate(BY_CURSOR, options={"max_pages": value})
    assert server.requests == []
