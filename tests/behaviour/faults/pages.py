"""List of 25 things in pages, with different styles of pagination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .connection import Response, json_response
from .things import thing

if TYPE_CHECKING:
    from .call import Call, Handler

TOTAL = 25
DEFAULT_SIZE = 10

THINGS = [thing(f"t{number:02}") for number in range(TOTAL)]


async def by_cursor(call: Call) -> Response:
    """Respond with the cursor of the next page, null on the last."""
    query = call.request.query
    start = int(query.get("cursor", "c0").removeprefix("c"))
    end = start + int(query.get("limit", DEFAULT_SIZE))
    following = f"c{end}" if end < TOTAL else None
    return json_response({"items": THINGS[start:end], "next_cursor": following})


async def by_token(call: Call) -> Response:
    """Respond with the token of the next page, empty on the last."""
    query = call.request.query
    start = int(query.get("page_token") or 0)
    end = start + int(query.get("page_size", DEFAULT_SIZE))
    following = f"{end}" if end < TOTAL else ""
    return json_response({"things": THINGS[start:end], "next_page_token": following})


async def by_number(call: Call) -> Response:
    """Number pages from 1."""
    query = call.request.query
    number, size = int(query.get("page", 1)), int(query.get("per_page", DEFAULT_SIZE))
    start = (number - 1) * size
    pages = -(-TOTAL // size)
    items = THINGS[start : start + size]
    return json_response({"items": items, "page": number, "total_pages": pages})


async def by_offset(call: Call) -> Response:
    """Number items from 0."""
    query = call.request.query
    start, size = int(query.get("offset", 0)), int(query.get("limit", DEFAULT_SIZE))
    return json_response({"items": THINGS[start : start + size], "total": TOTAL})


async def by_next_url(call: Call) -> Response:
    """Respond with the URL of the next page in the body."""
    query = call.request.query
    start = int(query.get("from", 0))
    end = start + int(query.get("limit", DEFAULT_SIZE))
    address = f"{call.origin}/pages/next-url?from={end}&limit={end - start}"
    following = address if end < TOTAL else None
    return json_response({"items": THINGS[start:end], "next": following})


async def by_link(call: Call) -> Response:
    """Respond with the URL of the next page in a Link header (RFC 8288)."""
    query = call.request.query
    number, size = int(query.get("page", 1)), int(query.get("per_page", DEFAULT_SIZE))
    start = (number - 1) * size
    response = json_response(THINGS[start : start + size])
    if start + size < TOTAL:
        address = f"{call.origin}/pages/link?page={number + 1}&per_page={size}"
        response.headers["Link"] = f'<{address}>; rel="next"'
    return response


async def by_last_id(call: Call) -> Response:
    """Continue after the last ID, as Stripe does."""
    query = call.request.query
    after = query.get("starting_after")
    start = int(after.removeprefix("t")) + 1 if after else 0
    end = start + int(query.get("limit", DEFAULT_SIZE))
    return json_response({"data": THINGS[start:end], "has_more": end < TOTAL})


async def stuck(call: Call) -> Response:
    """Respond with the same cursor each time."""
    return json_response({"items": THINGS[:DEFAULT_SIZE], "next_cursor": "c10"})


ROUTES: dict[str, Handler] = {
    "GET /pages/cursor": by_cursor,
    "GET /pages/token": by_token,
    "GET /pages/number": by_number,
    "GET /pages/offset": by_offset,
    "GET /pages/next-url": by_next_url,
    "GET /pages/link": by_link,
    "GET /pages/last-id": by_last_id,
    "GET /pages/stuck": stuck,
}
