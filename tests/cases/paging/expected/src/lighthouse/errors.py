"""The errors that the client raises."""

from __future__ import annotations

from ._runtime import (
    APIConnectionError,
    APIDecodeError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ClientClosedError,
    ConflictError,
    InsecureTransportError,
    MissingCredentialError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseValidationWarning,
    SDKError,
    ServerError,
    TokenRequestError,
    UnprocessableEntityError,
    WebhookPayloadError,
)

__all__ = [
    "APIConnectionError",
    "APIDecodeError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ClientClosedError",
    "ConflictError",
    "InsecureTransportError",
    "MissingCredentialError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseValidationWarning",
    "SDKError",
    "ServerError",
    "TokenRequestError",
    "UnprocessableEntityError",
    "WebhookPayloadError",
]
