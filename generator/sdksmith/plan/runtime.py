"""Names that generated code imports from the runtime.

If a name moves to another module of the runtime, only this table changes.
"""

from __future__ import annotations

from typing import Final

from .expressions import Symbol

_MODULES: Final = {
    "._runtime": (
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
    ),
}
"""Modules of the runtime, relative to the client package, with their exported names."""

RUNTIME: Final = {
    name: Symbol(module, name) for module, names in _MODULES.items() for name in names
}
"""All names of the runtime."""


def is_runtime(symbol: Symbol) -> bool:
    """Return whether a symbol is a name of the runtime."""
    return RUNTIME.get(symbol.name) == symbol


def runtime(name: str) -> Symbol:
    """Return a name of the runtime.

    Raises:
        KeyError: If no module of the runtime exports the name.
    """
    return RUNTIME[name]
