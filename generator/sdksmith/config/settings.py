"""Settings of a run, and their validation.

Every run imports this module. Modules that only some settings need for their validation are
imported where they are used, which saves 0.01 s.
"""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct, field, to_builtins

from .validation import Validation

KeyPath = tuple[str, ...]
"""Path of keys to a setting: `("auth", "bearer", "type")`."""

# Modules and folders that a client or its tests import, or that would hide one of these.
_IMPORTED_BY_CLIENTS: Final = frozenset(
    (
        *(
            "httpx2",
            "httpcore2",
            "h11",
            "h2",
            "hpack",
            "hyperframe",
            "anyio",
            "sniffio",
        ),
        *("idna", "certifi", "truststore", "exceptiongroup", "typing_extensions"),
        *("pydantic", "pydantic_core", "annotated_types", "typing_inspection"),
        *("pytest", "py", "pluggy", "iniconfig", "packaging", "pygments", "tomli"),
        *("colorama", "conftest", "tests", "test", "src", "setup", "setuptools", "pip"),
        *("hatchling", "sitecustomize", "usercustomize"),
    )
)
# PEP 508, "Names".
_DISTRIBUTION: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", re.ASCII)
# PEP 440, "Public version identifiers", in the canonical spelling.
_VERSION: Final = re.compile(
    r"(\d+!)?\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?(\+[a-z0-9.]+)?", re.ASCII
)
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


class SettingsError(Exception):
    """Raised when settings are invalid or do not fit the document.

    Attributes:
        message: What is wrong and what is expected, without the location.
        key: Path of keys to the setting; empty if the error concerns the whole file.
        file: Path of the settings file; empty for settings from other sources.
        line: Line in the file, counted from 1; 0 if the error concerns the whole file.
    """

    def __init__(
        self, message: str, key: KeyPath = (), *, file: str = "", line: int = 0
    ) -> None:
        super().__init__(message)
        self.message = message
        self.key = key
        self.file = file
        self.line = line

    def __str__(self) -> str:
        if not self.file:
            return self.message
        return f"{self.file}:{self.line or 1}: {self.message}"


class AuthKind(StrEnum):
    """Type of a security scheme, named as in the specifications."""

    BEARER = "bearer"
    """Bearer token in the `Authorization` header (RFC 6750)."""
    BASIC = "basic"
    """User name and password in the `Authorization` header (RFC 7617)."""
    API_KEY = "apiKey"
    """API key in a header, query parameter or cookie."""


class KeyPlace(StrEnum):
    """Location of an API key in a request."""

    HEADER = "header"
    QUERY = "query"
    COOKIE = "cookie"


class AuthSettings(Struct, frozen=True, kw_only=True):
    """Authentication settings: one `[auth.KEY]` table.

    With `type`, the table defines a security scheme that is missing in the document. The
    scheme is added and required by every operation without `security`. Without `type`,
    the table configures the scheme that the document defines under the same key.

    Attributes:
        type: Type of the security scheme. None (the default) for a scheme that the
            document defines.
        place: Location of an API key; `in` in the settings file. Defaults to "header".
        name: Name of the header, query parameter or cookie of an API key.
        argument: Constructor argument of the client. By default derived from the key.
        environment: Environment variable that is read if the argument is not given. For
            basic authentication it is a prefix: `X` reads `X_USERNAME` and `X_PASSWORD`.
            For OAuth 2, `argument` and `environment` apply to the access token; the
            arguments for client ID, client secret and so on keep their names.
    """

    type: AuthKind | None = None
    place: KeyPlace = KeyPlace.HEADER
    name: str = ""
    argument: str = ""
    environment: str = ""

    def check(self, key: KeyPath) -> None:
        """Check the values of the table at `key`.

        Raises:
            SettingsError: If a value is invalid.
        """
        if self.type is AuthKind.API_KEY:
            from ..text.http_fields import CONNECTION_FIELDS, is_token

            if not self.name:
                raise SettingsError(
                    '`type = "apiKey"` requires `name`, such as `name = "X-Api-Key"`; `in` '
                    "is header (the default), query or cookie",
                    (*key, "type"),
                )
            if self.place is not KeyPlace.QUERY and not is_token(self.name):
                raise SettingsError(
                    f"`name` is not a valid {self.place} name: {self.name!r}",
                    (*key, "name"),
                )
            is_header = self.place is KeyPlace.HEADER
            if is_header and self.name.lower() in CONNECTION_FIELDS:
                raise SettingsError(
                    f"`name` is a header that the client sets itself: {self.name!r}",
                    (*key, "name"),
                )
        elif self.name:
            raise SettingsError(
                '`name` requires `type = "apiKey"`; other types use the Authorization header',
                (*key, "name"),
            )
        if self.argument and not _is_identifier(self.argument):
            raise SettingsError(
                f"`argument` must be a Python identifier, got {self.argument!r}",
                (*key, "argument"),
            )
        if self.environment and not _VARIABLE.fullmatch(self.environment):
            raise SettingsError(
                f"`environment` must be the name of an environment variable, got "
                f"{self.environment!r}",
                (*key, "environment"),
            )


class PagingBy(StrEnum):
    """How the next page of a list is requested."""

    CURSOR = "cursor"
    """With a cursor from the response."""
    LAST_ITEM = "lastItem"
    """With a property of the last item."""
    NUMBER = "number"
    """With the next page number."""
    OFFSET = "offset"
    """With the number of items so far."""
    LINK = "link"
    """By a URL in the response body."""
    LINK_HEADER = "linkHeader"
    """By the URL with `rel="next"` in the `Link` header (RFC 8288)."""


class PagingSettings(Struct, frozen=True, kw_only=True):
    """Pagination of an operation: one `[operations."GET /path".paging]` table.

    `next`, `items`, `more`, `total` and `pages` are JSON Pointers (RFC 6901) into the
    response body. Those that are None are looked up by their usual names.

    Attributes:
        by: How the next page is requested.
        parameter: Parameter that selects a page: a query parameter, or a property of the
            JSON body. Not needed for links.
        next: Location of the cursor or link; for `lastItem`, the key in the item.
        items: Location of the list. None if the response contains only one list.
        more: Location of a flag that is false on the last page.
        total: Location of the total number of items.
        pages: Location of the total number of pages.
        first: Number of the first page or offset. None for the default of the parameter.
    """

    by: PagingBy
    parameter: str = ""
    next: str = ""
    items: str | None = None
    more: str | None = None
    total: str | None = None
    pages: str | None = None
    first: int | None = None

    def check(self, key: KeyPath) -> None:
        """Check the values of the table at `key`.

        Raises:
            SettingsError: If a value is invalid.
        """
        if not self.parameter and self.by not in {PagingBy.LINK, PagingBy.LINK_HEADER}:
            raise SettingsError(
                f'`by = "{self.by}"` requires `parameter`, the one that selects a page',
                (*key, "by"),
            )
        for name in ("next", "items", "more", "total", "pages"):
            pointer = getattr(self, name)
            if pointer and not pointer.startswith("/"):
                raise SettingsError(
                    f"`{name}` must be a JSON Pointer such as `/{pointer}`, got {pointer!r}",
                    (*key, name),
                )


class OperationSettings(Struct, frozen=True, kw_only=True):
    """Settings of one operation: one `[operations."GET /path"]` table.

    Attributes:
        paging: Pagination of the operation. False if it is not paginated, even if it
            looks like it. None (the default) to detect pagination from the document.
    """

    paging: PagingSettings | Literal[False] | None = None


class LimitSettings(Struct, frozen=True, kw_only=True):
    """Limits of the work for one document: the `[limits]` table.

    The defaults grow with the document, so they do not serve documents that are meant to
    describe an API far larger than themselves.

    Attributes:
        nodes: Maximum number of types, fields and arguments. By default 100,000, and one
            more for 20 bytes of the document.
        output_bytes: Maximum size of the generated files. By default 20,000,000, and 20
            more for each byte of the document.
    """

    nodes: int | None = None
    output_bytes: int | None = None

    def check(self) -> None:
        """Check the values of the table.

        Raises:
            SettingsError: If a value is invalid.
        """
        for key in self.__struct_fields__:
            value = getattr(self, key)
            if value is not None and value < 1:
                raise SettingsError(
                    f"`{key}` must be a positive integer", ("limits", key)
                )


class Settings(Struct, frozen=True, kw_only=True):
    """Settings of a run.

    All settings are optional.

    Attributes:
        package: Import package of the client. Defaults to a name derived from the title
            of the document. Set it, because a title may change and an import must not.
        distribution: Name of the distribution on a package index. Defaults to `package`
            with hyphens. Set it if that name is taken.
        version: Version of the client (PEP 440). Defaults to "0.1.0". It is independent
            of the version of the API, because a client is released more often.
        base_url: Base URL of the API. Defaults to the first server of the document. Set
            it if the document has no server, a test server, or only plain HTTP.
        auth: Authentication settings by key: security schemes that the document lacks,
            and constructor arguments and environment variables of those that it defines.
        idempotency_header: Header that carries an idempotency key, for APIs whose
            document does not define it. With a key, requests that create something can
            be retried safely, provided that the server supports keys. Defaults to "".
        names: Method names by operationId or `GET /path`, such as `"invoices.pay"`.
            By default, names are derived from paths and operationIds.
        deprecated_aliases: Whether a method that `names` renames keeps the name in the
            names lock as a deprecated alias. Defaults to False, because aliases are only
            needed until the users of a client have changed their code.
        operations: Settings of single operations by operationId or `GET /path`.
        guess: Whether repairs may invent information that the document does not contain.
            If false, the affected part is omitted from the client. Defaults to True.
        strict: Whether an omission or a repair that is not exact is an error. Intended
            for teams that own their document. Defaults to False.
        validate: How the repaired document is validated. Defaults to "schema"; "full"
            takes several seconds for large documents.
        allow_remote: Whether files that the document refers to may be fetched from other
            servers. Defaults to False, so that a document cannot trigger requests.
        limits: Limits of the work for one document.

    Raises:
        SettingsError: If a value is invalid.
    """

    package: str | None = None
    distribution: str | None = None
    version: str = "0.1.0"
    base_url: str | None = None
    auth: Mapping[str, AuthSettings] = field(default_factory=dict[str, AuthSettings])
    idempotency_header: str = ""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    deprecated_aliases: bool = False
    operations: Mapping[str, OperationSettings] = field(
        default_factory=dict[str, OperationSettings]
    )
    guess: bool = True
    strict: bool = False
    validate: Validation = Validation.SCHEMA
    allow_remote: bool = False
    limits: LimitSettings = LimitSettings()

    def __post_init__(self) -> None:
        if self.package is not None:
            _check_package(self.package)
        if self.distribution is not None:
            _check_distribution(self.distribution)
        if not _VERSION.fullmatch(self.version):
            raise SettingsError(
                'version must follow PEP 440, such as "1.4.0" or "2.0rc1", got '
                f"{self.version!r}",
                ("version",),
            )
        if self.base_url is not None:
            _check_base_url(self.base_url)
        if self.idempotency_header:
            _check_header(self.idempotency_header)
        for key, table in self.auth.items():
            table.check(("auth", key))
        for key, item in self.operations.items():
            if item.paging:
                item.paging.check(("operations", key, "paging"))
        _check_names(self.names)
        self.limits.check()

    def fingerprint(self) -> str:
        """Return the SHA-256 of the settings that affect generated files.

        `strict`, `validate` and `limits` are excluded, because they do not change the client.
        `allow_remote` is excluded, because the hash of the document covers the files read.
        """
        import hashlib
        import json

        relevant = {**to_builtins(self), "strict": None, "validate": None}
        del relevant["allow_remote"], relevant["limits"]
        text = json.dumps(relevant, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def _check_header(name: str) -> None:
    from ..text.http_fields import is_token

    if not is_token(name):
        raise SettingsError(
            f"idempotency_header must be a valid header name, got {name!r}",
            ("idempotency_header",),
        )


def is_usable_package(name: str) -> bool:
    """Return whether a package can be imported everywhere and hides no other module."""
    # Windows and macOS do not distinguish upper and lower case.
    from ..text.file_names import MAX_PACKAGE, is_device

    folded = name.lower()
    reserved = folded in sys.stdlib_module_names or folded in _IMPORTED_BY_CLIENTS
    return (
        _is_identifier(name)
        and not name.startswith("_")
        and not reserved
        and not is_device(name)
        and len(name) <= MAX_PACKAGE
    )


def _check_package(name: str) -> None:
    if is_usable_package(name):
        return
    from ..text.file_names import MAX_PACKAGE, is_device

    if not _is_identifier(name):
        reason = "is not a Python identifier"
    elif name.startswith("_"):
        reason = "starts with an underscore, which marks a private module"
    elif is_device(name):
        reason = "is reserved by Windows, which cannot create a folder of this name"
    elif len(name) > MAX_PACKAGE:
        reason = f"is longer than {MAX_PACKAGE} characters"
    else:
        reason = "would hide a module that the client or its tests import"
    raise SettingsError(f"package {name!r} {reason}", ("package",))


def _check_distribution(name: str) -> None:
    from ..text.file_names import MAX_PACKAGE

    if len(name) > MAX_PACKAGE:
        raise SettingsError(
            f"distribution {name!r} is longer than {MAX_PACKAGE} characters",
            ("distribution",),
        )
    if not _DISTRIBUTION.fullmatch(name):
        raise SettingsError(
            f"distribution {name!r} is not a valid name; use letters, digits, `-`, `_` and "
            "`.`, with a letter or digit first and last (PEP 508)",
            ("distribution",),
        )


def _check_base_url(url: str) -> None:
    from ..text.urls import Invalid, parse_url

    key = ("base_url",)
    parts = parse_url(url)
    if isinstance(parts, Invalid):
        raise SettingsError(f"base_url {url!r} is not a valid URL: {parts.reason}", key)
    if not parts.is_web:
        raise SettingsError(
            f"base_url {url!r} is not an absolute http or https URL, such as "
            '"https://api.example.com/v1"',
            key,
        )
    if parts.query or parts.fragment or parts.user_info or re.search(r"[\s{}]", url):
        raise SettingsError(
            f"base_url {url!r} must contain only scheme, host and path", key
        )


def _check_names(names: Mapping[str, str]) -> None:
    owners: dict[str, str] = {}
    for operation, name in names.items():
        _check_method_name(operation, name)
        if owners.setdefault(name, operation) != operation:
            raise SettingsError(
                f"`{name}` is already the name of `{owners[name]}`",
                ("names", operation),
            )


def _check_method_name(operation: str, name: str) -> None:
    parts = name.split(".")
    if not all(_is_identifier(part) and not part.startswith("_") for part in parts):
        raise SettingsError(
            f"{name!r} is not a valid method name; write it as in a call after "
            '`client.`, such as "invoices.pay"',
            ("names", operation),
        )


def _is_identifier(name: str) -> bool:
    return name.isidentifier() and name.isascii() and not keyword.iskeyword(name)
