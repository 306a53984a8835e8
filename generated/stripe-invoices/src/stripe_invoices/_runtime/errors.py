"""Exceptions that a client raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .text import MAX_MESSAGE, MAX_NAME, clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from .response.error_body import Problem

CLIENT_PACKAGE: Final = (__package__ or "").removesuffix("._runtime")
"""Import name of the client package, which contains the runtime."""


class SDKError(Exception):
    """Base class of all exceptions of this client.

    The exceptions can be copied, pickled and logged. They do not hold the request, and
    therefore no credentials.

    Attributes:
        message: Description of the error, of limited length and without control
            characters.
    """

    def __init__(self, message: str) -> None:
        message = clean(message, MAX_MESSAGE)
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[object, ...]:
        # The default does not support constructors with keyword-only arguments.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(
    kind: type[SDKError], args: tuple[object, ...], state: dict[str, object]
) -> SDKError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class MissingCredentialError(SDKError):
    """Raised when an operation requires a credential that the client does not have."""


class InsecureTransportError(SDKError):
    """Raised when a credential would be sent over unencrypted HTTP.

    Pass `allow_insecure_http=True` to the client to send it anyway.
    """


class ClientClosedError(SDKError):
    """Raised when a client is used after `close()`."""


class APIConnectionError(SDKError):
    """Raised when the API cannot be reached or the connection is lost.

    `__cause__` is the exception of the HTTP library, if there was one.
    """


class APITimeoutError(APIConnectionError):
    """Raised when the API does not respond within the timeout or the deadline."""


class APIResponseError(SDKError):
    """Base class of exceptions about a response.

    Attributes:
        status_code: HTTP status code of the response.
        headers: Headers of the response.
        request_id: Request ID from a response header such as `x-request-id`; None if
            missing. Quote it when contacting the operators of the API.
    """

    def __init__(
        self, message: str, *, status_code: int, headers: httpx2.Headers
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.headers = headers
        self.request_id = find_request_id(headers)

    def __repr__(self) -> str:
        shown = None if self.request_id is None else clean(self.request_id, MAX_NAME)
        return (
            f"{type(self).__name__}({self.message!r}, status_code={self.status_code}, "
            f"request_id={shown!r})"
        )


class APIDecodeError(APIResponseError):
    """Raised when a response cannot be decoded as its documented type.

    With `response_validation="strict"`, it is also raised when a response does not
    match its schema.

    Attributes:
        excerpt: Start of the response body, at most about 500 characters.
    """

    def __init__(
        self, message: str, *, status_code: int, headers: httpx2.Headers, excerpt: str
    ) -> None:
        super().__init__(message, status_code=status_code, headers=headers)
        self.excerpt = excerpt


class ResponseTooLargeError(APIResponseError):
    """Raised when the body of a successful response exceeds `max_response_bytes`.

    The API has processed the request. The limit applies to the decompressed body, but
    not to streams and downloads.

    Attributes:
        limit: Maximum number of bytes.
    """

    def __init__(
        self, message: str, *, status_code: int, headers: httpx2.Headers, limit: int
    ) -> None:
        super().__init__(message, status_code=status_code, headers=headers)
        self.limit = limit


class TokenRequestError(APIResponseError):
    """Raised when the token endpoint does not return an access token.

    Attributes:
        error: Error code of RFC 6749, section 5.2, such as `invalid_client`; None if
            missing.
        error_description: Description of the error from the server; None if missing.
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: httpx2.Headers,
        error: str | None = None,
        error_description: str | None = None,
    ) -> None:
        super().__init__(message, status_code=status_code, headers=headers)
        self.error = error
        self.error_description = error_description


class APIStreamError(APIResponseError):
    """Raised when the API reports an error within a stream.

    Attributes:
        body: Decoded JSON of the error; a string if it is not JSON.
        code: The API's own code of the error; None if missing.
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: httpx2.Headers,
        body: object,
        code: str | int | None,
    ) -> None:
        super().__init__(message, status_code=status_code, headers=headers)
        self.body = body
        self.code = code


class WebhookPayloadError(SDKError, ValueError):
    """Raised when the payload of a webhook is invalid or of an unknown kind."""


class APIStatusError(APIResponseError):
    """Raised when the API returns an error status.

    Base class of the exceptions for single status codes. It is also raised when a
    redirect is not followed.

        try:
            client.invoices.retrieve("in_1")
        except NotFoundError:
            ...
        except APIStatusError as error:
            print(error.status_code, error.code, error.request_id)

    Attributes:
        body: Decoded JSON of the response; a string if it is not JSON, None if it is
            empty.
        error: The body as the error model that is documented for the status code; None
            without a documented model, or if the body is not JSON.
        code: The API's own code of the error; None if missing.
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: httpx2.Headers,
        body: object = None,
        error: object = None,
        code: str | int | None = None,
    ) -> None:
        super().__init__(message, status_code=status_code, headers=headers)
        self.body = body
        self.error = error
        self.code = code

    @property
    def problem(self) -> Problem | None:
        """Problem details in the body (RFC 9457); None if missing."""
        from .response.error_body import find_problem  # rarely needed

        content_type = self.headers.get("content-type", "")
        return find_problem(self.body, content_type, self.status_code)


class BadRequestError(APIStatusError):
    """Raised for status 400: the request is invalid."""


class AuthenticationError(APIStatusError):
    """Raised for status 401: the credential is missing or invalid."""


class PermissionDeniedError(APIStatusError):
    """Raised for status 403: the credential does not permit the request."""


class NotFoundError(APIStatusError):
    """Raised for status 404: the resource does not exist."""


class ConflictError(APIStatusError):
    """Raised for status 409: the request conflicts with the state of the resource."""


class UnprocessableEntityError(APIStatusError):
    """Raised for status 422: values in the request are invalid."""


class RateLimitError(APIStatusError):
    """Raised for status 429: too many requests were sent."""


class ServerError(APIStatusError):
    """Raised for status 5xx: the API failed to handle the request."""


class ResponseValidationWarning(UserWarning):
    """Issued when a response or webhook payload does not match its schema.

    With `response_validation="warn"`, for every such response or payload. With
    `"lenient"`, only if the result of a call is not of the documented type, and once
    per operation. A filter disables it:

        warnings.simplefilter("ignore", ResponseValidationWarning)
    """


_BY_STATUS: Final[Mapping[int, type[APIStatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error_class(status_code: int) -> type[APIStatusError]:
    """Return the exception class for an HTTP status code."""
    if status_code >= 500:
        return ServerError
    return _BY_STATUS.get(status_code, APIStatusError)


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


# Tracebacks show the names that callers import: `acme.NotFoundError`.
for _exported in list(globals().values()):
    if isinstance(_exported, type) and issubclass(_exported, Exception):
        _exported.__module__ = CLIENT_PACKAGE
