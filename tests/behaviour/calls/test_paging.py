"""Lists in pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from .harness import Harness, Kind

ALL = [f"t{number:02}" for number in range(25)]
SIZES = {
    "cursor": {"limit": 7},
    "token": {"page_size": 7},
    "number": {"per_page": 7},
    "offset": {"limit": 7},
    "next_url": {"limit": 7},
    "link": {"per_page": 7},
    "last_id": {"limit": 7},
}


def read_all(kind: Kind, client: Any, way: str, **arguments: Any) -> Any:
    """Return the IDs of a whole list, or an awaitable of them."""
    pager = getattr(client.pages, way).list(**arguments)
    if kind == "sync":
        return [thing.id for thing in pager]

    async def read() -> list[str]:
        return [thing.id async for thing in pager]

    return read()


@pytest.mark.parametrize("way", SIZES)
def test_lists_are_read_completely(harness: Harness, kind: Kind, way: str) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: read_all(kind, client, way)
    )
    assert outcome.returned() == ALL
    assert len(outcome.attempts) in {3, 4}


@pytest.mark.parametrize("way", SIZES)
def test_arguments_and_options_apply_to_each_page(
    harness: Harness, kind: Kind, way: str
) -> None:
    options = {"query": {"extra": "1"}, "headers": {"X-Extra": "2"}}

    def read(client: Any) -> Any:
        return read_all(kind, client, way, **SIZES[way], options=options)

    outcome = harness.call_with_faults(kind, "ok", read)
    assert outcome.returned() == ALL
    assert len(outcome.attempts) in {4, 5}
    (size,) = SIZES[way]
    for number, one in enumerate(outcome.attempts):
        query = parse_qs(urlsplit(str(one["target"])).query)
        assert query[size] == ["7"]
        # A URL from the server is requested unchanged.
        is_link = number > 0 and way in {"next_url", "link"}
        assert query.get("extra") == (None if is_link else ["1"])
        assert one["headers"]["x-extra"] == "2"


@pytest.mark.parametrize("way", SIZES)
def test_pages_can_be_read_one_by_one(harness: Harness, kind: Kind, way: str) -> None:
    def read(client: Any) -> list[int]:
        page = getattr(client.pages, way).list()
        sizes = [len(page.items)]
        while page.has_next:
            page = page.next_page()
            sizes.append(len(page.items))
        with pytest.raises(harness.package.SDKError, match="no next page"):
            page.next_page()
        return sizes

    async def read_async(client: Any) -> list[int]:
        page = await getattr(client.pages, way).list()
        sizes = [len(page.items)]
        while page.has_next:
            page = await page.next_page()
            sizes.append(len(page.items))
        with pytest.raises(harness.package.SDKError, match="no next page"):
            await page.next_page()
        return sizes

    sizes = harness.run(kind, read if kind == "sync" else read_async)
    assert [size for size in sizes if size] == [10, 10, 5]


@pytest.mark.parametrize("way", SIZES)
def test_failed_pages_are_retried(harness: Harness, kind: Kind, way: str) -> None:
    outcome = harness.call_with_faults(
        kind,
        "ok,503,reset-after,ok,truncated,ok",
        lambda client: read_all(kind, client, way),
    )
    assert outcome.returned() == ALL


def test_missing_page_raises(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind, "ok,404", lambda client: read_all(kind, client, "cursor")
    )
    outcome.raised(harness.package.NotFoundError)
    assert len(outcome.attempts) == 2


def test_repeated_cursor_raises(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: read_all(kind, client, "stuck")
    )
    outcome.raised(harness.package.SDKError)
    assert len(outcome.attempts) <= 3


def test_page_contains_data_beside_the_items(harness: Harness, kind: Kind) -> None:
    def read(client: Any) -> Any:
        return client.pages.offset.list(limit=2)

    async def read_async(client: Any) -> Any:
        return await client.pages.offset.list(limit=2)

    page = harness.run(kind, read if kind == "sync" else read_async)
    assert page.data.total == 25
    assert [thing.id for thing in page.items] == ["t00", "t01"]
