"""The errors that the client raises, and the codes that the API gives them."""

from __future__ import annotations

from enum import IntEnum

from ._runtime import (
    APIConnectionError,
    APIDecodeError,
    APIResponseError,
    APIStatusError,
    APIStreamError,
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
    "APIStreamError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ClientClosedError",
    "ConflictError",
    "ErrorCode",
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


class ErrorCode(IntEnum):
    """The API's own codes for errors: `APIStatusError.code` holds one of them."""

    QUOTA_EXCEEDED = 1001
    """Quota exceeded"""
