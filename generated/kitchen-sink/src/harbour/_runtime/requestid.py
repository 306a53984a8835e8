"""What a server calls a request, for those who ask its operators about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import httpx2

# The headers that name a request, the usual ones first: most APIs and gateways, AWS,
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
    """Return what the server calls the request, if it says so."""
    for name in _REQUEST_ID_HEADERS:
        if value := headers.get(name):
            return value
    return None
