"""Request IDs, which identify a request in support cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import httpx2

# Headers that contain a request ID, the common ones first: most APIs and gateways, AWS,
# Azure, GitHub, PayPal, Google Cloud, Cloudflare.
_REQUEST_ID_HEADERS: Final = (
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "apigw-requestid",
    "x-ms-request-id",
    "x-github-request-id",
    "paypal-debug-id",
    "x-correlation-id",
    "x-cloud-trace-context",
    "cf-ray",
)


def find_request_id(headers: httpx2.Headers) -> str | None:
    """Return the request ID from the headers of a response, or None if missing."""
    for name in _REQUEST_ID_HEADERS:
        if value := headers.get(name):
            return value
    return None
