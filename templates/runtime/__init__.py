"""Runtime of the client: the code that does not depend on the API.

Generated code uses only the names in `__all__`. Each name is imported on first use, so
importing the package is cheap.

Declarations in generated code:

- `Operation`, with `Part`, `ListOf`, `MapOf`, `Nullable` and `ANY`: one operation.
- `Service`, with `ApiKey`, `Basic`, `Bearer`, `HttpScheme` and `OAuth2`: the API as a
  whole.
- `PagedOperation`, with `ByCursor`, `ByLastItem`, `ByLink`, `ByOffset` and
  `ByPageNumber`: an operation that returns a list in pages. Its method calls `paginate`
  instead of `request`.
- `omit`, `Omit`: the default of optional arguments, which marks them as not given.
- `Options`, `FileInput`, `ParameterValue`, `Timeout` and `ResponseValidation`: types of
  arguments. `DEFAULT_TIMEOUT` and `DEFAULT_MAX_RETRIES`: default values.

Base classes: `BaseClient`, `AsyncBaseClient`, `Resource`, `AsyncResource` and
`BaseModel`. Clients and resources use `cached_property` for their resources.

A client class declares its arguments and passes them to the base class:

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

- `Base64Bytes`, `Base64UrlBytes`: bytes that are base64-encoded in JSON. Plain `bytes`
  is the type of a whole body.
- `Variants`: the discriminator of a union, which selects a member by a property:

      Pet: TypeAlias = Annotated[
          Cat | Dog | BaseModel, Variants("kind", {"cat": Cat, "dog": Dog})
      ]

  Members that do not appear in the mapping are the fallback for other values. With
  `BaseModel` among them, a pet of an unknown kind is accepted and keeps all its
  properties.

`lazy_exports` lets a package import its names on first use:

    if TYPE_CHECKING:
        from .invoice import Invoice as Invoice
    else:
        __getattr__, __dir__ = lazy_exports(__name__, {"Invoice": ".invoice"})

Parsers of webhook payloads: `WebhookReader` for one webhook, and `WebhookSwitch`, which
selects the reader. Both accept a `WebhookInput`.

Types that are returned or passed to callers: `Reply`, `Page`, `AsyncPage`,
`AsyncPager`, `Download`, `AsyncDownload`, `Stream`, `AsyncStream`, `ServerSentEvent`,
the arguments of `Hooks`, and the errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import lazy_exports

if TYPE_CHECKING:
    from .async_client import AsyncBaseClient
    from .auth.oauth.scheme import OAuth2
    from .auth.schemes import ApiKey, Basic, Bearer, HttpScheme
    from .client import BaseClient
    from .downloads.download import AsyncDownload, Download
    from .encoding.files import FileContent, FileInput
    from .encoding.values import ParameterValue
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
    from .hooks.hooks import Hooks, RequestInfo, ResponseInfo, RetryInfo
    from .model import Base64Bytes, Base64UrlBytes, BaseModel, Variants
    from .omission import Omit, omit
    from .operation import Operation, Part, Service
    from .options import (
        DEFAULT_MAX_RETRIES,
        DEFAULT_TIMEOUT,
        AsyncTokenProvider,
        ClientOptions,
        Options,
        Timeout,
        TokenProvider,
    )
    from .pagination.pages import AsyncPage, AsyncPager, Page
    from .pagination.schemes import (
        ByCursor,
        ByLastItem,
        ByLink,
        ByOffset,
        ByPageNumber,
        PagedOperation,
    )
    from .resource import AsyncResource, Resource, cached_property
    from .response.references import ANY, ListOf, MapOf, Nullable
    from .response.reply import Reply
    from .response.validation import ResponseValidation
    from .streaming.sse import ServerSentEvent
    from .streaming.stream import AsyncStream, Stream
    from .testing import MockAPI, RecordedRequest, UnexpectedRequestError
    from .webhooks.readers import WebhookInput, WebhookReader, WebhookSwitch
else:
    _EXPORTS = {
        ".omission": (
            "omit",
            "Omit",
        ),
        ".response.references": (
            "Nullable",
            "MapOf",
            "ListOf",
            "ANY",
        ),
        ".async_client": ("AsyncBaseClient",),
        ".auth.oauth.scheme": ("OAuth2",),
        ".auth.schemes": (
            "ApiKey",
            "Basic",
            "Bearer",
            "HttpScheme",
        ),
        ".client": ("BaseClient",),
        ".encoding.files": (
            "FileContent",
            "FileInput",
        ),
        ".encoding.values": ("ParameterValue",),
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
        ".hooks.hooks": (
            "Hooks",
            "RequestInfo",
            "ResponseInfo",
            "RetryInfo",
        ),
        ".model": (
            "Base64Bytes",
            "Base64UrlBytes",
            "BaseModel",
            "Variants",
        ),
        ".operation": (
            "Operation",
            "Part",
            "Service",
        ),
        ".options": (
            "AsyncTokenProvider",
            "ClientOptions",
            "DEFAULT_MAX_RETRIES",
            "DEFAULT_TIMEOUT",
            "Options",
            "Timeout",
            "TokenProvider",
        ),
        ".pagination.pages": (
            "AsyncPage",
            "AsyncPager",
            "Page",
        ),
        ".pagination.schemes": (
            "ByCursor",
            "ByLastItem",
            "ByLink",
            "ByOffset",
            "ByPageNumber",
            "PagedOperation",
        ),
        ".resource": (
            "AsyncResource",
            "Resource",
            "cached_property",
        ),
        ".downloads.download": (
            "AsyncDownload",
            "Download",
        ),
        ".response.validation": ("ResponseValidation",),
        ".response.reply": ("Reply",),
        ".streaming.sse": ("ServerSentEvent",),
        ".streaming.stream": (
            "AsyncStream",
            "Stream",
        ),
        ".testing": (
            "MockAPI",
            "RecordedRequest",
            "UnexpectedRequestError",
        ),
        ".webhooks.readers": (
            "WebhookInput",
            "WebhookReader",
            "WebhookSwitch",
        ),
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
