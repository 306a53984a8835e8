"""Common properties of objects that hold an HTTP response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..errors import find_request_id

if TYPE_CHECKING:
    import httpx2


class HasResponse(Protocol):
    """An object that holds an HTTP response."""

    @property
    def http(self) -> httpx2.Response:
        """The underlying `httpx2.Response`."""
        ...


class ResponseProperties:
    """Mixin with common properties of a response that is available as `http`."""

    __slots__ = ()

    @property
    def status_code(self: HasResponse) -> int:
        """HTTP status code of the response."""
        return self.http.status_code

    @property
    def headers(self: HasResponse) -> httpx2.Headers:
        """Headers of the response."""
        return self.http.headers

    @property
    def request_id(self: HasResponse) -> str | None:
        """Request ID from a response header such as `x-request-id`; None if missing.

        Quote it when contacting the operators of the API.
        """
        return find_request_id(self.http.headers)
