"""Cache of the parts that the requests of a client have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx2


class RequestCache:
    """Parts of the requests of a client that further requests have in common.

    Attributes:
        headers: Headers by what they were made of.
        urls: Parsed URLs by their text.
    """

    __slots__ = ("headers", "urls")

    def __init__(self) -> None:
        """Initialize an empty cache."""
        self.headers: dict[tuple[object, ...], httpx2.Headers] = {}
        self.urls: dict[str, httpx2.URL] = {}
