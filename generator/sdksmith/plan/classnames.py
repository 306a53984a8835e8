"""Names as class names, and the ones that are not made up."""

from __future__ import annotations

import builtins
import re
from typing import TYPE_CHECKING, Final

from ..text.words import abridge, name_words, pascal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.types import TypeMeta

_PASCAL: Final = re.compile(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*", re.ASCII)

LONGEST_CLASS: Final = 110
"""How long names are that files and people can take; with suffixes it may be more."""

_RUNTIME: Final = (
    *("ANY", "APIConnectionError", "APIDecodeError", "APIResponseError"),
    *("APIStatusError", "APIStreamError", "APITimeoutError", "ApiKey"),
    *("AsyncBaseClient", "AsyncDownload", "AsyncPage", "AsyncPager", "AsyncResource"),
    *("AsyncStream", "AsyncTokenProvider", "AuthenticationError", "BadRequestError"),
    *("Base64Bytes", "Base64UrlBytes", "BaseClient", "BaseModel", "Basic", "Bearer"),
    *("ByCursor", "ByLastItem", "ByLink", "ByOffset", "ByPageNumber"),
    *("ClientClosedError", "ClientOptions", "ConflictError", "Download", "FileContent"),
    *("FileInput", "Hooks", "HttpScheme", "InsecureTransportError", "ListOf", "MapOf"),
    *("MissingCredentialError", "MockAPI", "NotFoundError", "Nullable", "OAuth2"),
    *("Omit", "Operation", "Options", "Page", "PagedOperation", "ParameterValue"),
    *("Part", "PermissionDeniedError", "RateLimitError", "RecordedRequest", "Reply"),
    *("RequestInfo", "Resource", "ResponseInfo", "ResponseValidation"),
    *("ResponseValidationWarning", "RetryInfo", "SDKError", "ServerError"),
    *("ServerSentEvent", "Service", "Stream", "Timeout", "TokenProvider"),
    *("TokenRequestError", "UnexpectedRequestError", "UnprocessableEntityError"),
    *("Variants", "WebhookInput", "WebhookPayloadError", "WebhookReader"),
    *("WebhookSwitch",),
)
"""What `_runtime` exports, apart from names in lower case."""

_IMPORTED: Final = (
    *("Annotated", "Any", "Field", "Final", "Literal", "Mapping", "NotRequired"),
    *("Required", "Sequence", "TypeAlias", "TypedDict", "TYPE_CHECKING", "UUID"),
    *("Client", "AsyncClient", "ErrorCode", "Enum", "IntEnum", "StrEnum"),
)
"""What generated modules import or define beside it."""

RESERVED_CLASSES: Final = frozenset(
    (*_RUNTIME, *_IMPORTED, *(name for name in vars(builtins) if name[:1].isupper()))
)
"""Class names that no resource and no type without a name of its own gets.

A component may have them: see `takennames`.
"""


def without_reserved(names: Iterable[str]) -> list[str]:
    """Return made up class names without those that mean something else already."""
    return [name for name in names if name not in RESERVED_CLASSES]


def is_class_name(text: str) -> bool:
    """Return whether text is written as classes are."""
    return _PASCAL.fullmatch(text) is not None


def class_name(text: str) -> str:
    """Return the name of a component as a class name; one that is one already stays."""
    if is_class_name(text) and len(text) <= LONGEST_CLASS:
        return text
    return class_of(name_words(text))


def class_of(words: Iterable[str]) -> str:
    """Return words as a class name, one that is too long without its middle."""
    name = pascal(abridge(tuple(words), LONGEST_CLASS))
    return name if name[:1].isalpha() else f"Type{name}"


def owner_key(meta: TypeMeta) -> str:
    """Return the pointer of the component or operation that a schema stands in."""
    tokens = meta.pointer.split("/")
    return "/".join(tokens[:4])
