"""Exports of the generated packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..plan.runtime import RUNTIME, runtime
from ..text.pysource import Code, code, identifier, join, literal
from .imports import ImportsView, ImportView, names_from, sort_names
from .names import import_symbols
from .source import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..plan.package import Package, TypesModuleView

ERROR_NAMES: Final = (
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
)
_RUNTIME_NAMES: Final = (
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
)
_ERROR_CODE: Final = "ErrorCode"


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
    own = (_ERROR_CODE,) if package.error_codes else ()
    return tuple(map(identifier, (*ERROR_NAMES, *own)))


def package_exports(package: Package) -> Exports:
    """Return the exports of the client package."""
    clients = names_from(Code(".client"), (Code("AsyncClient"), Code("Client")))
    modules = (
        *import_symbols(Place(), (RUNTIME[name] for name in _RUNTIME_NAMES)).own,
        *(clients if package.has_methods else ()),
        ImportView(Code(".errors"), error_names(package)),
    )
    folders = [
        *([Code("models")] if package.models else []),
        *([Code("params")] if package.params else []),
        *([Code("webhooks")] if package.webhooks else []),
    ]
    return _exports(modules, Place(), Code("__version__"), folders=folders)


def types_exports(folder: str, views: Iterable[TypesModuleView]) -> Exports:
    """Return the exports of `models` or `params`."""
    modules = [
        ImportView(code(".{module}", module=view.module), view.exports)
        for view in views
        if view.exports
    ]
    return _exports(tuple(modules), Place(folder))


def _exports(
    modules: tuple[ImportView, ...],
    place: Place,
    *present: Code,
    folders: Sequence[Code] = (),
) -> Exports:
    """Return the exports of a package.

    Args:
        modules: The modules with the names exported from each.
        place: The package.
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
            own=import_symbols(place, [runtime("lazy_exports")]).own,
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
    if all(isinstance(value, int) for value in values):
        return Code("IntEnum")
    return Code("StrEnum" if all(isinstance(v, str) for v in values) else "Enum")
