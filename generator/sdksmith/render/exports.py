"""Exports of the generated packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..plan.package import (
    ImportsView,
    ImportView,
)
from ..text.pysource import (
    Code,
    code,
    join,
    literal,
)
from .imports import (
    names_from,
    sort_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..plan.package import (
        Package,
        TypesModuleView,
    )

ERROR_NAMES: Final = tuple(
    map(
        Code,
        [
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
        ],
    )
)
_RUNTIME_NAMES: Final = tuple(
    map(
        Code,
        [
            "AsyncDownload",
            "AsyncPage",
            "AsyncPager",
            "AsyncStream",
            "AsyncTokenProvider",
            "ClientOptions",
            "DEFAULT_MAX_RETRIES",
            "DEFAULT_TIMEOUT",
            "Download",
            "FileContent",
            "FileInput",
            "Hooks",
            "Omit",
            "Options",
            "Page",
            "Reply",
            "RequestInfo",
            "ResponseInfo",
            "ResponseValidation",
            "RetryInfo",
            "ServerSentEvent",
            "Stream",
            "Timeout",
            "TokenProvider",
            "omit",
        ],
    )
)
_ERROR_CODE: Final = Code("ErrorCode")


class Exports(Struct, frozen=True):
    """The lazy exports of a package.

    Attributes:
        modules: The modules with the names exported from each.
        imports: The same exports as imports, for type checkers.
        every: The statement that sets `__all__`.
    """

    modules: tuple[ImportView, ...]
    imports: ImportsView
    every: Code


def error_names(package: Package) -> tuple[Code, ...]:
    """Return the names exported by `errors.py`."""
    return (*ERROR_NAMES, _ERROR_CODE) if package.error_codes else ERROR_NAMES


def package_exports(package: Package) -> Exports:
    """Return the exports of the client package."""
    clients = names_from(Code(".client"), (Code("AsyncClient"), Code("Client")))
    modules = (
        ImportView(Code("._runtime"), _RUNTIME_NAMES),
        *(clients if package.has_methods else ()),
        ImportView(Code(".errors"), error_names(package)),
    )
    folders = [
        *([Code("models")] if package.models else []),
        *([Code("params")] if package.params else []),
        *([Code("webhooks")] if package.webhooks else []),
    ]
    return _exports(modules, Code("._runtime"), Code("__version__"), folders=folders)


def types_exports(views: Iterable[TypesModuleView]) -> Exports:
    """Return the exports of `models` or `params`."""
    modules = [
        ImportView(code(".{module}", module=view.module), view.exports)
        for view in views
        if view.exports
    ]
    return _exports(tuple(modules), Code(".._runtime"))


def _exports(
    modules: tuple[ImportView, ...],
    runtime: Code,
    *present: Code,
    folders: Sequence[Code] = (),
) -> Exports:
    """Return the exports of a package.

    Args:
        modules: The modules with the names exported from each.
        runtime: The relative import path of the runtime package.
        present: Names that the package itself defines.
        folders: Submodules that are exported as modules.
    """
    names = [name for module in modules for name in module.names]
    if not modules:
        return Exports((), ImportsView(), all_names(present))
    return Exports(
        modules=(
            *modules,
            *(ImportView(code(".{name}", name=name), (name,)) for name in folders),
        ),
        imports=ImportsView(
            own=names_from(runtime, [Code("lazy_exports")]),
            typing_only=ImportsView(own=(*names_from(Code("."), folders), *modules)),
        ),
        every=all_names([*names, *folders, *present]),
    )


def all_names(names: Iterable[Code]) -> Code:
    """Return the statement that sets `__all__`."""
    quoted = [literal(str(name)) for name in sort_names(names)]
    return code("__all__ = [{names}]", names=join(", ", quoted))


def error_code_base(package: Package) -> Code:
    """Return the base class of `ErrorCode`; members compare equal to the API's values."""
    values = [item.value for item in package.error_codes]
    if all(value.isdecimal() for value in values):
        return Code("IntEnum")
    return Code("StrEnum" if all(v.startswith(("'", '"')) for v in values) else "Enum")
