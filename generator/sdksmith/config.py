"""The settings of a run: few, each with the reason why no default can serve."""

from __future__ import annotations

import keyword
import re
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

from msgspec import Struct, field, to_builtins

if TYPE_CHECKING:
    from collections.abc import Mapping

KeyPath = tuple[str, ...]
"""The keys that lead to a setting: `("auth", "bearer", "type")`."""

_IMPORTED_BY_CLIENTS: Final = {"httpx2", "pydantic", "pydantic_core", "httpcore2"}
# PEP 508, "Names".
_DISTRIBUTION: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", re.ASCII)
# PEP 440, "Public version identifiers", in the canonical spelling.
_VERSION: Final = re.compile(
    r"(\d+!)?\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?(\+[a-z0-9.]+)?", re.ASCII
)
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
# RFC 9110, section 5.6.2: the name of a header is a token.
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", re.ASCII)


class SettingsError(Exception):
    """Settings that cannot be used.

    Attributes:
        key: The setting it is about, empty when it is about the whole file.
        file: The settings file, empty for settings that were given in another way.
        line: The line of the file, counted from 1; 0 when it is about the whole file.
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


class Validation(StrEnum):
    """How closely the repaired document is checked against its specification."""

    OFF = "off"
    SCHEMA = "schema"
    """Its JSON Schema: 0.1 s on a document of 2.5 MB."""
    FULL = "full"
    """All that openapi-spec-validator knows: 11 s on the same document."""


class AuthKind(StrEnum):
    """How a credential travels, in the words of the specifications."""

    BEARER = "bearer"
    BASIC = "basic"
    API_KEY = "apiKey"


class KeyPlace(StrEnum):
    """Where an API key travels."""

    HEADER = "header"
    QUERY = "query"
    COOKIE = "cookie"


class AuthSettings(Struct, frozen=True, kw_only=True):
    """One table below `[auth]`: a way to authenticate, and where its secret comes from.

    With `type` it is a scheme that the document forgot: it is added to the document,
    and asked for wherever the document says nothing about security. Without `type` it
    speaks of the scheme that the document has under the same key.

    Attributes:
        type: How the credential travels; None for a scheme that the document has.
        place: `in` of the settings file: where an API key travels.
        name: The name of the header, query parameter or cookie of an API key.
        argument: The constructor argument of the client; made from the key when empty.
        environment: The environment variable that is read when the argument is absent.
            For basic authentication it is the start of two: `X` reads `X_USERNAME` and
            `X_PASSWORD`. For OAuth 2 both name the access token; client id, secret and the
            rest keep the names that they have.
    """

    type: AuthKind | None = None
    place: KeyPlace = KeyPlace.HEADER
    name: str = ""
    argument: str = ""
    environment: str = ""

    def check(self, key: KeyPath) -> None:
        """Check the values of the table at `key`.

        Raises:
            SettingsError: One of them cannot be used.
        """
        if self.type is AuthKind.API_KEY:
            if not self.name:
                raise SettingsError(
                    'an apiKey needs `name`: `name = "X-Api-Key"`, with `in` saying '
                    "header, query or cookie",
                    (*key, "type"),
                )
            if self.place is not KeyPlace.QUERY and not _TOKEN.fullmatch(self.name):
                raise SettingsError(
                    f"{self.name!r} cannot be the name of a {self.place}",
                    (*key, "name"),
                )
        elif self.name:
            raise SettingsError(
                'only `type = "apiKey"` has a name; the others travel in Authorization',
                (*key, "name"),
            )
        if self.argument and not _is_identifier(self.argument):
            raise SettingsError(
                f"{self.argument!r} is no Python identifier, so it cannot name an "
                "argument",
                (*key, "argument"),
            )
        if self.environment and not _VARIABLE.fullmatch(self.environment):
            raise SettingsError(
                f"{self.environment!r} cannot name an environment variable",
                (*key, "environment"),
            )


class PagingBy(StrEnum):
    """How the next page of a list is found: see `PagingKind` of `model/api.py`."""

    CURSOR = "cursor"
    LAST_ITEM = "lastItem"
    NUMBER = "number"
    OFFSET = "offset"
    LINK = "link"
    LINK_HEADER = "linkHeader"


class PagingSettings(Struct, frozen=True, kw_only=True):
    """How an operation returns its list in pages, where nobody can tell from its document.

    `next`, `items`, `more`, `total` and `pages` are JSON Pointers into the answer.

    Attributes:
        by: How the next page is found.
        parameter: The parameter that says where a page starts.
        next: The cursor or link; for the last item, its key in it.
        items: The list; None for the only one.
        more: A flag that is false on the last page; None for the usual names.
        total: How many items there are in all; None for the usual names.
        pages: How many pages there are; None for the usual names.
        first: The number of the first page or item; None for what the document says.
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
            SettingsError: One of them cannot be used.
        """
        if not self.parameter and self.by not in {PagingBy.LINK, PagingBy.LINK_HEADER}:
            raise SettingsError(
                f'`by = "{self.by}"` needs the `parameter` that says where a page starts',
                (*key, "by"),
            )
        for name in ("next", "items", "more", "total", "pages"):
            pointer = getattr(self, name)
            if pointer and not pointer.startswith("/"):
                raise SettingsError(
                    f"{pointer!r} is no JSON Pointer, such as `/{pointer}`",
                    (*key, name),
                )


class OperationSettings(Struct, frozen=True, kw_only=True):
    """One table below `[operations]`: what a document cannot say of an operation.

    Attributes:
        paging: How its list comes in pages; False where it does not, whatever it looks
            like; None for what the document says.
    """

    paging: PagingSettings | Literal[False] | None = None


class Settings(Struct, frozen=True, kw_only=True):
    """What a run may be told. Everything has a default; the document comes first.

    Attributes:
        package: The import package. The default is the title of the document, and a
            title is often a sentence and may change, while an import must not.
        distribution: The name on the package index, which may be taken or carry the
            name of a company. The default is the package with hyphens.
        version: The version of the client. It has a life of its own: the version of an
            API is often a date or `v1`, and a client is released more often.
        base_url: The URL of the API. Documents forget it, or name a test server, or
            plain http alone.
        auth: By key: credentials that the document forgot, and for those that it has,
            the constructor argument and environment variable. The document has no
            place to say either.
        idempotency_header: The header that takes an idempotency key, for APIs that know
            keys and have documents that do not say so. A key makes it safe to try a
            call again that creates something, but only where the server heeds it.
        names: Names of methods, by operationId or `GET /path`: `"invoices.pay"`. The
            names made from paths are good, not always the best.
        operations: By operationId or `GET /path`: what a document cannot say of an
            operation, such as how its list comes in pages.
        guess: Whether repairs may invent what the document does not say. Without, the
            piece is left out of the client.
        strict: Whether a repair that is not exact, or anything left out, is an error.
            For teams that own their document.
        validate: How closely the repaired document is checked. The full check takes
            seconds on large documents.
        allow_remote: Whether files on other servers that the document refers to may be
            fetched. A document must not decide on its own what its reader asks for on the
            network.

    Raises:
        SettingsError: A value cannot be used.
    """

    package: str | None = None
    distribution: str | None = None
    version: str = "0.1.0"
    base_url: str | None = None
    auth: Mapping[str, AuthSettings] = field(default_factory=dict[str, AuthSettings])
    idempotency_header: str = ""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, OperationSettings] = field(
        default_factory=dict[str, OperationSettings]
    )
    guess: bool = True
    strict: bool = False
    validate: Validation = Validation.SCHEMA
    allow_remote: bool = False

    def __post_init__(self) -> None:
        if self.package is not None:
            _check_package(self.package)
        if self.distribution is not None:
            _check_distribution(self.distribution)
        if not _VERSION.fullmatch(self.version):
            raise SettingsError(
                f'{self.version!r} is no version; write one such as "1.4.0" or "2.0rc1" '
                "(PEP 440)",
                ("version",),
            )
        if self.base_url is not None:
            _check_base_url(self.base_url)
        if self.idempotency_header and not _TOKEN.fullmatch(self.idempotency_header):
            raise SettingsError(
                f"{self.idempotency_header!r} cannot be the name of a header",
                ("idempotency_header",),
            )
        for key, table in self.auth.items():
            table.check(("auth", key))
        for key, item in self.operations.items():
            if item.paging:
                item.paging.check(("operations", key, "paging"))
        _check_names(self.names)

    def fingerprint(self) -> str:
        """Return the SHA-256 of what the files of a client depend on.

        How strictly a document is judged is no part of it: the same client comes out.
        Nor is what may be read, since the hash of the document covers what was.
        """
        import hashlib
        import json

        said = {**to_builtins(self), "strict": None, "validate": None}
        del said["allow_remote"]
        text = json.dumps(said, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def is_usable_package(name: str) -> bool:
    """Return whether a package of this name can be imported and hides no other."""
    taken = name in sys.stdlib_module_names or name in _IMPORTED_BY_CLIENTS
    return _is_identifier(name) and not name.startswith("_") and not taken


def _check_package(name: str) -> None:
    if is_usable_package(name):
        return
    if not _is_identifier(name):
        reason = "is no Python identifier"
    elif name.startswith("_"):
        reason = "starts with an underscore, which marks a private module"
    else:
        reason = "is the name of a module that the client itself imports from elsewhere"
    raise SettingsError(f"package {name!r} {reason}", ("package",))


def _check_distribution(name: str) -> None:
    if not _DISTRIBUTION.fullmatch(name):
        raise SettingsError(
            f"distribution {name!r} is no name of a distribution; it may hold letters, "
            "digits, `-`, `_` and `.`, and starts and ends with a letter or digit",
            ("distribution",),
        )


def _check_base_url(url: str) -> None:
    key = ("base_url",)
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise SettingsError(f"base_url {url!r} is no URL: {error}", key) from None
    if parts.scheme not in {"http", "https"} or not host:
        raise SettingsError(
            f"base_url {url!r} is no absolute http or https URL, such as "
            '"https://api.example.com/v1"',
            key,
        )
    if parts.query or parts.fragment or parts.username or re.search(r"[\s{}]", url):
        raise SettingsError(
            f"base_url {url!r} must be scheme, host and path alone", key
        )


def _check_names(names: Mapping[str, str]) -> None:
    owners: dict[str, str] = {}
    for operation, name in names.items():
        _check_method_name(operation, name)
        if owners.setdefault(name, operation) != operation:
            raise SettingsError(
                f"`{name}` is the name of `{owners[name]}` already",
                ("names", operation),
            )


def _check_method_name(operation: str, name: str) -> None:
    parts = name.split(".")
    if not all(_is_identifier(part) and not part.startswith("_") for part in parts):
        raise SettingsError(
            f"{name!r} is no name for a method; write it as it is called after "
            '`client.`: "invoices.pay"',
            ("names", operation),
        )


def _is_identifier(name: str) -> bool:
    return name.isidentifier() and name.isascii() and not keyword.iskeyword(name)
