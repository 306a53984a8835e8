"""An answer with what came beside its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    import httpx2

T = TypeVar("T")

# The headers that name a request, the usual ones first: most APIs and gateways, AWS,
# Azure, Google Cloud, Cloudflare.
_REQUEST_ID_HEADERS: Final = (
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-correlation-id",
    "x-cloud-trace-context",
    "cf-ray",
)


def find_request_id(headers: httpx2.Headers) -> str | None:
    """Return what the server calls the request, if it says so."""
    for name in _REQUEST_ID_HEADERS:
        if value := headers.get(name):
            return value
    return None


@dataclass(frozen=True, slots=True)
class Reply(Generic[T]):
    """What `with_response` returns.

    Attributes:
        data: What the method itself returns.
        http: The answer as the HTTP library has it.
        retries: How often the call was tried again.
    """

    data: T
    http: httpx2.Response
    retries: int

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.http.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The headers of the answer."""
        return self.http.headers

    @property
    def request_id(self) -> str | None:
        """What the server calls the request, from one of the usual headers."""
        return find_request_id(self.http.headers)
