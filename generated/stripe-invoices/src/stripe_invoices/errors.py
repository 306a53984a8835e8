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
    MissingCredentialError,
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
    "MissingCredentialError",
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

    PHOTOSET_NOT_FOUND = 1
    """Photoset not found - The photoset id passed was not the id of avalid photoset
    owned by the calling user
    """

    PHOTO_NOT_FOUND = 2
    """Photo not found - The photo id passed was not the id of a valid photo owned by
    the calling user
    """

    SSL_IS_REQUIRED = 95
    """SSL is required - SSL is required to access the Flickr API"""

    INVALID_SIGNATURE = 96
    """Invalid signature - The passed signature was invalid"""

    MISSING_SIGNATURE = 97
    """Missing signature - The call required signing but no signature was sent"""

    LOGIN_FAILED = 98
    """Login failed / Invalid auth token - The login details or auth token passed were
    invalid
    """

    USER_NOT_LOGGED_IN = 99
    """User not logged in / Insufficient permissions - The method requires user
    authentication but the user was not logged in, or the authenticated method call did
    not have the required permissions
    """

    INVALID_API_KEY = 100
    """Invalid API Key - The API key passed was not valid or has expired"""

    SERVICE_CURRENTLY_UNAVAILABLE = 105
    """Service currently unavailable - The requested service is temporarily
    unavailable
    """

    WRITE_OPERATION_FAILED = 106
    """Write operation failed - The requested operation failed due to a temporary
    issue
    """

    FORMAT_NOT_FOUND = 111
    """Format "xxx" not found - The requested response format was not found"""

    METHOD_NOT_FOUND = 112
    """Method "xxx" not found - The requested method was not found"""

    INVALID_SOAP_ENVELOPE = 114
    """Invalid SOAP envelope - The SOAP envelope send in the request could not be
    parsed
    """

    INVALID_XML_RPC_METHOD_CALL = 115
    """Invalid XML-RPC Method Call - The XML-RPC request document could not be
    parsed
    """

    BAD_URL_FOUND = 116
    """Bad URL found - One or more arguments contained a URL that has been used for
    abuse on Flickr
    """
