"""What can be asked of everything that came with an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from .requestid import find_request_id

if TYPE_CHECKING:
    import httpx2


class HasAnswer(Protocol):
    """Something that came with an answer."""

    @property
    def http(self) -> httpx2.Response:
        """The answer as the HTTP library has it."""
        ...


class Answered:
    """The usual questions about an answer, for classes that have it as `http`."""

    __slots__ = ()

    @property
    def status_code(self: HasAnswer) -> int:
        """The HTTP status."""
        return self.http.status_code

    @property
    def headers(self: HasAnswer) -> httpx2.Headers:
        """The headers of the answer."""
        return self.http.headers

    @property
    def request_id(self: HasAnswer) -> str | None:
        """What the server calls the request, from one of the usual headers."""
        return find_request_id(self.http.headers)
