"""Contract between generator and runtime: the facts that both sides must know.

`templates/runtime` cannot import this module, because clients contain it without the
generator. `tests/plan/test_contract.py` compares the two and fails if either side lacks a
member.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Collection


REQUIRES_PYTHON: Final = ">=3.11"
"""Python versions that generated clients support."""
DEPENDENCIES: Final = ("httpx2>=2.16.1,<3", "pydantic>=2.14.2,<3")
"""Requirements of generated clients."""


class Feature(StrEnum):
    """Part of the runtime that a client contains only if it uses it."""

    MODELS = "models"
    """Models of the API."""
    CALLS = "calls"
    """Operations: the clients, and everything that a call needs."""
    AUTH = "auth"
    """Security schemes."""
    OAUTH = "oauth"
    """Access tokens that the client fetches."""
    PAGINATION = "pagination"
    STREAMING = "streaming"
    DOWNLOADS = "downloads"
    """Responses with binary content, which can be read in chunks."""
    UPLOADS = "uploads"
    """Arguments that are files."""
    WEBHOOKS = "webhooks"


class Files(Struct, frozen=True):
    """Modules of the runtime that a feature needs.

    Attributes:
        requires: Features without which the feature does not work.
        folders: Folders of which all modules are needed, without their subfolders.
        modules: Further modules, as paths without suffix.
        sync_base: Module and class from which `BaseClient` inherits the methods of the
            feature.
        async_base: The same for `AsyncBaseClient`.
    """

    requires: tuple[Feature, ...] = ()
    folders: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    sync_base: tuple[str, str] | None = None
    async_base: tuple[str, str] | None = None


FEATURE_FILES: Final = {
    Feature.MODELS: Files(
        modules=("encoding/values", "forks", "model", "omission", "partial", "scalars"),
    ),
    Feature.CALLS: Files(
        folders=("request", "encoding", "transport", "response", "hooks"),
        modules=(
            *("async_client", "cached", "client", "errors", "forks", "model"),
            *("omission", "operation", "options", "partial", "resource", "scalars"),
            *("testing", "text"),
        ),
        sync_base=("transport.sync_client", "SyncClient"),
        async_base=("transport.async_client", "AsyncClient"),
    ),
    Feature.AUTH: Files(
        requires=(Feature.CALLS,),
        folders=("auth",),
        sync_base=("auth.client", "TokenClient"),
        async_base=("auth.client", "AsyncTokenClient"),
    ),
    Feature.OAUTH: Files(
        requires=(Feature.AUTH,),
        folders=("auth/oauth",),
        sync_base=("auth.oauth.client", "OAuthClient"),
        async_base=("auth.oauth.client", "AsyncOAuthClient"),
    ),
    Feature.PAGINATION: Files(
        requires=(Feature.CALLS,),
        folders=("pagination",),
        sync_base=("pagination.client", "PaginationClient"),
        async_base=("pagination.client", "AsyncPaginationClient"),
    ),
    Feature.STREAMING: Files(
        requires=(Feature.CALLS,),
        folders=("streaming",),
        sync_base=("streaming.client", "StreamingClient"),
        async_base=("streaming.client", "AsyncStreamingClient"),
    ),
    Feature.DOWNLOADS: Files(
        requires=(Feature.CALLS,),
        folders=("downloads",),
        sync_base=("downloads.client", "DownloadClient"),
        async_base=("downloads.client", "AsyncDownloadClient"),
    ),
    Feature.UPLOADS: Files(requires=(Feature.CALLS,)),
    Feature.WEBHOOKS: Files(
        folders=("webhooks",),
        modules=(
            *("encoding/json", "encoding/values", "errors", "forks", "model"),
            *("omission", "partial", "response/digits", "response/error_body"),
            *("response/lenient", "response/mismatches", "response/references"),
            *("response/types", "response/validation", "scalars", "text"),
        ),
    ),
}
"""Modules of each feature. The modules `__init__` and `lazy` are always needed."""


def required(features: Collection[Feature]) -> frozenset[Feature]:
    """Return features together with those that they require."""
    inner = (required(FEATURE_FILES[item].requires) for item in features)
    return frozenset(features).union(*inner)


class Export(Struct, frozen=True):
    """Name that the runtime exports to generated code.

    Attributes:
        module: The module of the runtime that defines it, relative to the runtime.
        features: Features with which it is exported; one of them suffices.
        is_public: Whether the client package exports the name to users.
    """

    module: str
    features: frozenset[Feature]
    is_public: bool = False


def _exports(
    module: str,
    features: tuple[Feature, ...],
    internal: tuple[str, ...] = (),
    public: tuple[str, ...] = (),
) -> dict[str, Export]:
    found = frozenset(features)
    return {
        **{name: Export(module, found) for name in internal},
        **{name: Export(module, found, is_public=True) for name in public},
    }


_EVERY: Final = tuple(Feature)
_CALLS: Final = (Feature.CALLS,)
_ERRORS: Final = "errors"

EXPORTS: Final = {
    **_exports("lazy", _EVERY, internal=("lazy_exports",)),
    **_exports(
        "model",
        (Feature.MODELS, Feature.CALLS, Feature.WEBHOOKS),
        internal=("BaseModel", "Variants"),
    ),
    **_exports(
        "scalars",
        (Feature.MODELS, Feature.CALLS, Feature.WEBHOOKS),
        internal=(
            *("Base64Bytes", "Base64UrlBytes", "DecimalNumber", "DecimalString"),
            *("ISODuration", "IntOrFloat", "PaddedBase64UrlBytes"),
        ),
    ),
    **_exports("client", _CALLS, internal=("BaseClient",)),
    **_exports("async_client", _CALLS, internal=("AsyncBaseClient",)),
    **_exports("resource", _CALLS, internal=("AsyncResource", "Resource")),
    **_exports("cached", _CALLS, internal=("cached_property",)),
    **_exports("operation", _CALLS, internal=("Operation", "Part", "Service")),
    **_exports(
        "response.references",
        (Feature.CALLS, Feature.WEBHOOKS),
        internal=("ANY", "Exact", "Formatted", "ListOf", "MapOf", "Nullable", "Shape"),
    ),
    **_exports(
        "options",
        _CALLS,
        public=(
            *("ClientOptions", "DEFAULT_MAX_RESPONSE_BYTES", "DEFAULT_MAX_RETRIES"),
            *("DEFAULT_TIMEOUT", "Options", "Timeout"),
        ),
    ),
    **_exports(
        "options", (Feature.AUTH,), public=("AsyncTokenProvider", "TokenProvider")
    ),
    **_exports("omission", _CALLS, public=("Omit", "omit")),
    **_exports(
        "hooks.hooks",
        _CALLS,
        public=("Hooks", "RequestInfo", "ResponseInfo", "RetryInfo"),
    ),
    **_exports("response.reply", _CALLS, public=("Reply",)),
    **_exports(
        "response.validation",
        (Feature.CALLS, Feature.WEBHOOKS),
        public=("ResponseValidation",),
    ),
    **_exports("encoding.values", _CALLS, internal=("ParameterValue",)),
    **_exports(
        "encoding.files", (Feature.UPLOADS,), public=("FileContent", "FileInput")
    ),
    **_exports(
        "testing",
        _CALLS,
        internal=("MockAPI", "RecordedRequest", "UnexpectedRequestError"),
    ),
    **_exports(
        "auth.schemes",
        (Feature.AUTH,),
        internal=("ApiKey", "Basic", "Bearer", "HttpScheme"),
    ),
    **_exports("auth.oauth.scheme", (Feature.OAUTH,), internal=("OAuth2",)),
    **_exports(
        "pagination.schemes",
        (Feature.PAGINATION,),
        internal=(
            *("ByCursor", "ByLastItem", "ByLink", "ByOffset", "ByPageNumber"),
            "PagedOperation",
        ),
    ),
    **_exports(
        "pagination.pages",
        (Feature.PAGINATION,),
        public=("AsyncPage", "AsyncPager", "Page"),
    ),
    **_exports(
        "streaming.stream", (Feature.STREAMING,), public=("AsyncStream", "Stream")
    ),
    **_exports("streaming.sse", (Feature.STREAMING,), public=("ServerSentEvent",)),
    **_exports(
        "downloads.download",
        (Feature.DOWNLOADS,),
        public=("AsyncDownload", "Download"),
    ),
    **_exports(
        "webhooks.readers",
        (Feature.WEBHOOKS,),
        internal=("WebhookInput", "WebhookReader", "WebhookSwitch"),
    ),
}
"""Names that the runtime exports to generated code, apart from its exceptions."""

EXCEPTIONS: Final = {
    **_exports(
        _ERRORS,
        _CALLS,
        public=(
            *("APIConnectionError", "APIDecodeError", "APIResponseError"),
            *("APIStatusError", "APITimeoutError", "AuthenticationError"),
            *("BadRequestError", "ClientClosedError", "ConflictError"),
            *("InsecureTransportError", "NotFoundError", "PermissionDeniedError"),
            *("RateLimitError", "ResponseTooLargeError", "ServerError"),
            "UnprocessableEntityError",
        ),
    ),
    **_exports(
        _ERRORS,
        (Feature.CALLS, Feature.WEBHOOKS),
        public=("ResponseValidationWarning", "SDKError"),
    ),
    **_exports(_ERRORS, (Feature.AUTH,), public=("MissingCredentialError",)),
    **_exports(_ERRORS, (Feature.OAUTH,), public=("TokenRequestError",)),
    **_exports(_ERRORS, (Feature.STREAMING,), public=("APIStreamError",)),
    **_exports(_ERRORS, (Feature.WEBHOOKS,), public=("WebhookPayloadError",)),
}
"""Exceptions and warnings of the runtime. Clients export them in `errors`."""

PARAMETER_STYLES: Final = {
    "path": frozenset({"simple", "label", "matrix", "json"}),
    "query": frozenset(
        {"form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"}
        | {"cookie", "json"}
    ),
    "header": frozenset({"simple", "json"}),
}
"""Serialization styles by location. Those of `query` also apply to cookies, whole query
strings, and properties of forms. See `Style` in the runtime."""

RESERVED_ARGUMENTS: Final = frozenset({"self", "options", "omit"})
"""Names that arguments of methods must not have."""


def check_style(place: str, style: str) -> None:
    """Check that the runtime knows the style of a parameter.

    Args:
        place: The location of the parameter.
        style: The style, with its prefix and suffix.

    Raises:
        ValueError: If the runtime does not know it, which would be a bug.
    """
    known = PARAMETER_STYLES.get(place, PARAMETER_STYLES["query"])
    if style.removeprefix("+").removesuffix("*") not in known:
        raise ValueError(f"the runtime does not know the style {style!r} in {place}")
