"""Lists in pages, as servers give them and as callers read them."""

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

from .mock_server import KINDS, SERVICE, Kind, Server, answer, query_of


def paged(
    paging: Paging, method: str = "GET", returns: TypeRef = ANY
) -> PagedOperation[Any, Any]:
    """An operation that returns a list in pages."""
    body = "application/json" if method == "POST" else ""
    return PagedOperation(method, "/things", returns=returns, body=body, paging=paging)


@dataclass
class Read:
    """What came of reading a list to its end.

    Attributes:
        items: The items that came.
        error: What ended it, if that was an error.
    """

    items: list[Any] = field(default_factory=list[Any])
    error: SDKError | None = None


def read_all(
    server: Server,
    kind: Kind,
    operation: PagedOperation[Any, Any],
    client: Mapping[str, Any] | None = None,
    **arguments: Any,
) -> Read:
    """Iterate over a list to its end, with a client of either kind."""
    read = Read()
    options = {"service": SERVICE, **(client or {})}
    try:
        if kind == "sync":
            with server.client(**options) as made:
                for item in made.paginate(operation, **arguments):
                    read.items.append(item)
        else:
            asyncio.run(_read_async(read, server, options, operation, arguments))
    except SDKError as error:
        read.error = error
    return read


async def _read_async(
    read: Read,
    server: Server,
    options: Mapping[str, Any],
    operation: PagedOperation[Any, Any],
    arguments: Mapping[str, Any],
) -> None:
    async with server.async_client(**options) as made:
        async for item in made.paginate(operation, **arguments):
            read.items.append(item)


def queries(server: Server) -> list[dict[str, str]]:
    """The query parameters of each request."""
    return [dict(query_of(request)) for request in server.requests]


def urls(server: Server) -> list[str]:
    return [str(request.url) for request in server.requests]


def bodies(server: Server) -> list[bytes]:
    return [request.content for request in server.requests]


def link(url: str, relation: str = "next") -> httpx2.Headers:
    """The headers of an answer with a link."""
    return httpx2.Headers({"link": f'<{url}>; rel="{relation}"'})


CURSOR = paged(ByCursor("cursor", "/meta/next", items="/data"))
NUMBER = paged(ByPageNumber("page"))
OFFSET = paged(ByOffset("offset", items="/data", total="/total"))
LINK = paged(ByLink("/links/next", items="/data"))
HEADER = paged(ByLink())
LAST = paged(
    ByLastItem("starting_after", "ending_before", items="/data", more="/has_more")
)


both = pytest.mark.parametrize("kind", KINDS)


def page(items: list[Any], **more: Any) -> httpx2.Response:
    return answer(value={"data": items, **more})


def things(*ids: str) -> list[dict[str, str]]:
    return [{"id": name} for name in ids]
