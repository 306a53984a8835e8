"""The part of the client that does not depend on the API: how a call is made.

Generated code uses the names in `__all__`, and no others. They are imported when they
are first used, so that importing the package costs nothing.

Data that generated code writes:

- `Operation`, with `Part`, `ListOf`, `MapOf`, `Nullable`, `ANY`: an operation.
- `Service`, with `ApiKey`, `Basic`, `Bearer`, `HttpScheme`, `OAuth2`: the API as a
  whole.
- `PagedOperation`, with `ByCursor`, `ByLastItem`, `ByLink`, `ByOffset`, `ByPageNumber`:
  an operation that returns a list in pages. Its method calls `paginate`, not `request`.
- `omit`, `Omit`: an argument that was not given.
- `Options`, `FileInput`, `ParameterValue`, `Timeout`, `ResponseValidation`: the types
  of arguments; `DEFAULT_TIMEOUT` and `DEFAULT_MAX_RETRIES`: their defaults.

Classes that it derives from: `BaseClient`, `AsyncBaseClient`, `Resource`,
`AsyncResource`, `BaseModel`; and `cached_property` for the resources.

A client class names its arguments and passes them on:

    class Client(BaseClient):
        def __init__(
            self,
            *,
            api_key: str | None = None,
            base_url: str | None = None,
            timeout: Timeout = DEFAULT_TIMEOUT,
            max_retries: int = DEFAULT_MAX_RETRIES,
            headers: Mapping[str, str | Omit] | None = None,
            query: Mapping[str, object] | None = None,
            http_client: httpx2.Client | None = None,
            response_validation: ResponseValidation = "lenient",
            allow_insecure_http: bool = False,
        ) -> None:
            super().__init__(
                _SERVICE,
                credentials={"bearer": api_key},   # basic: (username, password)
                variables={},                      # of the server URL
                http_client=http_client,
                base_url=base_url,
                ...
            )

Fields and aliases of models:

- `Base64Bytes`, `Base64UrlBytes`: bytes that travel as base64 text. `bytes` is a whole
  body.
- `Variants`: tells the members of a union apart by a property:

      Pet: TypeAlias = Annotated[
          Cat | Dog | BaseModel, Variants("kind", {"cat": Cat, "dog": Dog})
      ]

  Members that the mapping does not name are the fallback for other values: with
  `BaseModel` among them, an unknown kind of pet never fails and keeps all it has.

`lazy_exports` makes a package import its names on demand:

    if TYPE_CHECKING:
        from .invoice import Invoice as Invoice
    else:
        __getattr__, __dir__ = lazy_exports(__name__, {"Invoice": ".invoice"})

Data of webhooks, each with a function that parses what the API sends by itself:
`WebhookReader` and `WebhookSwitch`, which take a `WebhookInput`.

What callers get: `Reply`, `Page`, `AsyncPage`, `AsyncPager`, and the errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import lazy_exports

if TYPE_CHECKING:
    from .async_client import AsyncBaseClient
    from .cached import cached_property
    from .client import BaseClient
    from .credentials import ApiKey, Basic, Bearer, HttpScheme
    from .download import AsyncDownload, Download
    from .errors import (
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
    from .files import FileContent, FileInput
    from .hooks import Hooks, RequestInfo, ResponseInfo, RetryInfo
    from .model import Base64Bytes, Base64UrlBytes, BaseModel
    from .oauth import OAuth2
    from .omission import Omit, omit
    from .operation import ANY, ListOf, MapOf, Nullable, Operation, Part
    from .options import (
        DEFAULT_MAX_RETRIES,
        DEFAULT_TIMEOUT,
        AsyncTokenProvider,
        ClientOptions,
        Options,
        ResponseValidation,
        Timeout,
        TokenProvider,
    )
    from .pages import AsyncPage, AsyncPager, Page
    from .paging import (
        ByCursor,
        ByLastItem,
        ByLink,
        ByOffset,
        ByPageNumber,
        PagedOperation,
    )
    from .reply import Reply
    from .resource import AsyncResource, Resource
    from .service import Service
    from .sse import ServerSentEvent
    from .stream import AsyncStream, Stream
    from .testing import MockAPI, RecordedRequest, UnexpectedRequestError
    from .variants import Variants
    from .webhook import WebhookInput, WebhookReader, WebhookSwitch
    from .wire import ParameterValue
else:
    _EXPORTS = {
        ".async_client": ("AsyncBaseClient",),
        ".cached": ("cached_property",),
        ".client": ("BaseClient",),
        ".credentials": (
            "ApiKey",
            "Basic",
            "Bearer",
            "HttpScheme",
        ),
        ".download": (
            "AsyncDownload",
            "Download",
        ),
        ".errors": (
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
        ),
        ".files": (
            "FileContent",
            "FileInput",
        ),
        ".hooks": (
            "Hooks",
            "RequestInfo",
            "ResponseInfo",
            "RetryInfo",
        ),
        ".model": (
            "Base64Bytes",
            "Base64UrlBytes",
            "BaseModel",
        ),
        ".oauth": ("OAuth2",),
        ".omission": (
            "Omit",
            "omit",
        ),
        ".operation": (
            "ANY",
            "ListOf",
            "MapOf",
            "Nullable",
            "Operation",
            "Part",
        ),
        ".options": (
            "AsyncTokenProvider",
            "ClientOptions",
            "DEFAULT_MAX_RETRIES",
            "DEFAULT_TIMEOUT",
            "Options",
            "ResponseValidation",
            "Timeout",
            "TokenProvider",
        ),
        ".pages": (
            "AsyncPage",
            "AsyncPager",
            "Page",
        ),
        ".paging": (
            "ByCursor",
            "ByLastItem",
            "ByLink",
            "ByOffset",
            "ByPageNumber",
            "PagedOperation",
        ),
        ".reply": ("Reply",),
        ".resource": (
            "AsyncResource",
            "Resource",
        ),
        ".service": ("Service",),
        ".sse": ("ServerSentEvent",),
        ".stream": (
            "AsyncStream",
            "Stream",
        ),
        ".testing": (
            "MockAPI",
            "RecordedRequest",
            "UnexpectedRequestError",
        ),
        ".variants": ("Variants",),
        ".webhook": (
            "WebhookInput",
            "WebhookReader",
            "WebhookSwitch",
        ),
        ".wire": ("ParameterValue",),
    }
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {name: module for module, names in _EXPORTS.items() for name in names},
    )

__all__ = [
    "ANY",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "APIConnectionError",
    "APIDecodeError",
    "APIResponseError",
    "APIStatusError",
    "APIStreamError",
    "APITimeoutError",
    "ApiKey",
    "AsyncBaseClient",
    "AsyncDownload",
    "AsyncPage",
    "AsyncPager",
    "AsyncResource",
    "AsyncStream",
    "AsyncTokenProvider",
    "AuthenticationError",
    "BadRequestError",
    "Base64Bytes",
    "Base64UrlBytes",
    "BaseClient",
    "BaseModel",
    "Basic",
    "Bearer",
    "ByCursor",
    "ByLastItem",
    "ByLink",
    "ByOffset",
    "ByPageNumber",
    "ClientClosedError",
    "ClientOptions",
    "ConflictError",
    "Download",
    "FileContent",
    "FileInput",
    "Hooks",
    "HttpScheme",
    "InsecureTransportError",
    "ListOf",
    "MapOf",
    "MissingCredentialError",
    "MockAPI",
    "NotFoundError",
    "Nullable",
    "OAuth2",
    "Omit",
    "Operation",
    "Options",
    "Page",
    "PagedOperation",
    "ParameterValue",
    "Part",
    "PermissionDeniedError",
    "RateLimitError",
    "RecordedRequest",
    "Reply",
    "RequestInfo",
    "Resource",
    "ResponseInfo",
    "ResponseValidation",
    "ResponseValidationWarning",
    "RetryInfo",
    "SDKError",
    "ServerError",
    "ServerSentEvent",
    "Service",
    "Stream",
    "Timeout",
    "TokenProvider",
    "TokenRequestError",
    "UnexpectedRequestError",
    "UnprocessableEntityError",
    "Variants",
    "WebhookInput",
    "WebhookPayloadError",
    "WebhookReader",
    "WebhookSwitch",
    "cached_property",
    "lazy_exports",
    "omit",
]
