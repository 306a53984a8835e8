"""The errors that a client raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .requestid import find_request_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from .problem import Problem


class SDKError(Exception):
    """The base of all errors of this client.

    Errors can be copied, pickled and logged: they hold no request, and so no secret.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[object, ...]:
        # Constructors take keywords, which the default way does not know.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(
    kind: type[SDKError], args: tuple[object, ...], state: dict[str, object]
) -> SDKError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class MissingCredentialError(SDKError):
    """An operation needs a credential that the client does not have."""


class InsecureTransportError(SDKError):
    """A credential would have travelled over plain http."""


class ClientClosedError(SDKError):
    """A client was used after `close()`."""


class APIConnectionError(SDKError):
    """The API could not be reached, or broke off before it had answered."""


class APITimeoutError(APIConnectionError):
    """The API did not answer in time."""


class APIResponseError(SDKError):
    """The base of errors about an answer.

    Attributes:
        status_code: The HTTP status.
        headers: The headers of the answer.
        request_id: What the server calls the request, if it says so.
    """

    def __init__(
        self, message: str, *, status_code: int, headers: httpx2.Headers
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.headers = headers
        self.request_id = find_request_id(headers)

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({self.message!r}, status_code={self.status_code}, "
            f"request_id={self.request_id!r})"
        )


class APIDecodeError(APIResponseError):
    """The API answered with something else than it should.

    Attributes:
        excerpt: The beginning of what it sent.
    """

    def __init__(
        self, message: str, *, status_code: int, headers: httpx2.Headers, excerpt: str
    ) -> None:
        super().__init__(message, status_code=status_code, headers=headers)
        self.excerpt = excerpt


class TokenRequestError(APIResponseError):
    """The token endpoint gave no access token.

    Attributes:
        error: The code of RFC 6749, section 5.2, such as `invalid_client`, if it says.
        error_description: What it says for people.
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
    """The API reports an error in the middle of a stream.

    Attributes:
        body: What it says: decoded JSON, or text.
        code: The API's own number or name for the error, if it has one.
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
    """A webhook that the API sent cannot be read, or nobody described it."""


class APIStatusError(APIResponseError):
    """The API answered with an error.

    Attributes:
        body: The decoded JSON of the answer, or its text, or None when it is empty.
        error: The body as the error model that the API's description names for it.
        code: The API's own number or name for the error, if the body has one.
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
        """The problem details that the body holds (RFC 9457), if it does."""
        from .problem import find_problem

        content_type = self.headers.get("content-type", "")
        return find_problem(self.body, content_type, self.status_code)


class BadRequestError(APIStatusError):
    """400: the request is wrong."""


class AuthenticationError(APIStatusError):
    """401: the credential is missing or not accepted."""


class PermissionDeniedError(APIStatusError):
    """403: the credential does not allow this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class ConflictError(APIStatusError):
    """409: the request does not fit the state of the thing."""


class UnprocessableEntityError(APIStatusError):
    """422: the values of the request are not accepted."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class ServerError(APIStatusError):
    """5xx: the API failed."""


class ResponseValidationWarning(UserWarning):
    """An answer did not match its description (`response_validation="warn"`)."""


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
    """Return the class of the error for an HTTP status."""
    if status_code >= 500:
        return ServerError
    return _BY_STATUS.get(status_code, APIStatusError)
