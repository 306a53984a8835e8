"""Paginated lists: operations, pages, and their iteration."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    ByCursor,
    ByLastItem,
    ByLink,
    ByOffset,
    ByPageNumber,
    PagedOperation,
    SDKError,
)
from runtime.pagination.schemes import Paging
from runtime.response.references import TypeRef

from .mock_server import KINDS, SERVICE, Kind, MockServer, make_response, query_of


def make_operation(
    paging: Paging, method: str = "GET", returns: TypeRef = ANY
) -> PagedOperation[Any, Any]:
    """Return an operation that returns a paginated list."""
    body = "application/json" if method == "POST" else ""
    return PagedOperation(method, "/things", returns=returns, body=body, paging=paging)


@dataclass
class ListResult:
    """Result of the iteration over a list.

    Attributes:
        items: The items that were returned.
        error: The exception that ended the iteration, or None.
    """

    items: list[Any] = field(default_factory=list[Any])
    error: SDKError | None = None


def read_list(
    server: MockServer,
    kind: Kind,
    operation: PagedOperation[Any, Any],
    client: Mapping[str, Any] | None = None,
    **arguments: Any,
) -> ListResult:
    """Iterate over a list with a new client."""
    result = ListResult()
    options = {"service": SERVICE, **(client or {})}
    try:
        if kind == "sync":
            with server.client(**options) as opened:
                for item in opened.paginate(operation, **arguments):
                    result.items.append(item)
        else:
            asyncio.run(_read_async(result, server, options, operation, arguments))
    except SDKError as error:
        result.error = error
    return result


async def _read_async(
    result: ListResult,
    server: MockServer,
    options: Mapping[str, Any],
    operation: PagedOperation[Any, Any],
    arguments: Mapping[str, Any],
) -> None:
    async with server.async_client(**options) as opened:
        async for item in opened.paginate(operation, **arguments):
            result.items.append(item)


def sent_queries(server: MockServer) -> list[dict[str, str]]:
    """Return the query parameters of each request."""
    return [dict(query_of(request)) for request in server.requests]


def sent_urls(server: MockServer) -> list[str]:
    return [str(request.url) for request in server.requests]


def sent_bodies(server: MockServer) -> list[bytes]:
    return [request.content for request in server.requests]


def link_header(url: str, relation: str = "next") -> httpx2.Headers:
    """Return headers with a Link header."""
    return httpx2.Headers({"link": f'<{url}>; rel="{relation}"'})


BY_CURSOR = make_operation(ByCursor("cursor", "/meta/next", items="/data"))
BY_PAGE_NUMBER = make_operation(ByPageNumber("page"))
BY_OFFSET = make_operation(ByOffset("offset", items="/data", total="/total"))
BY_LINK = make_operation(ByLink("/links/next", items="/data"))
BY_LINK_HEADER = make_operation(ByLink())
BY_LAST_ITEM = make_operation(
    ByLastItem("starting_after", "ending_before", items="/data", more="/has_more")
)


both_kinds = pytest.mark.parametrize("kind", KINDS)


def make_page(items: list[Any], **fields: Any) -> httpx2.Response:
    """Return a response with a page of a list."""
    return make_response(value={"data": items, **fields})


def make_items(*ids: str) -> list[dict[str, str]]:
    """Return items with these IDs."""
    return [{"id": item_id} for item_id in ids]
