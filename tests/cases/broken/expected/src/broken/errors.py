"""Exceptions raised by the client, and error codes of the API."""

from __future__ import annotations

from enum import IntEnum

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
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseTooLargeError,
    ResponseValidationWarning,
    SDKError,
    ServerError,
    UnprocessableEntityError,
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
    "ErrorCode",
    "InsecureTransportError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseTooLargeError",
    "ResponseValidationWarning",
    "SDKError",
    "ServerError",
    "UnprocessableEntityError",
]


class ErrorCode(IntEnum):
    """Error codes of the API, as in `APIStatusError.code`."""

    QUOTA_EXCEEDED = 1001
    """Quota exceeded"""
