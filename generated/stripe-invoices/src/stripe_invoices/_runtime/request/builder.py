"""Preparation of requests: URL, headers, credentials and body of a call."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

import httpx2

from ..encoding.headers import HeaderSet
from ..encoding.path import expand_path, find_secrets
from ..encoding.query import COOKIE_OCTETS, encode_pairs
from ..errors import InsecureTransportError, MissingCredentialError
from ..omission import omit
from ..transport.retry import is_idempotent
from .arguments import apply_formats, check_required, write_empty
from .idempotency import add_key, generated_header, make_key
from .prepared import PreparedRequest, TokenSlot
from .security import choose_credentials, explain_missing
from .url import check_base_url, is_secure, join_url, redact_url, resolve_base_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..encoding.body import Payload
    from ..encoding.styles import Style
    from ..operation import Operation, Service
    from ..options import Options
    from .security import Entry, Place, Security
    from .settings import Arguments, Settings

_NO_STYLES: Final[Mapping[str, Style]] = {}
_NO_PROPERTIES: Final[Mapping[str, object]] = {}

_MAX_DIGITS: Final = 20

_MAX_TEMPLATES: Final = 1024

SECRET_HEADERS: Final = frozenset({"authorization", "proxy-authorization", "cookie"})
"""Headers that may be secret in any API. Callers may set them."""

_PLATFORM: Final = (
    f"python/{sys.version_info.major}.{sys.version_info.minor} "
    f"httpx2/{httpx2.__version__}"
)


class _Template(NamedTuple):
    """Request of an operation, without what differs between calls.

    Attributes:
        base_url: Base URL of the calls.
        request: The request without path, query, body and generated key.
        content_type: Media type of the body; empty without a body.
        key_header: Header that gets a generated idempotency key, or an empty string.
    """

    base_url: str
    request: PreparedRequest
    content_type: str
    key_header: str

    def fill(
        self, url: str, segments: tuple[str, ...], payload: Payload | None
    ) -> PreparedRequest:
        """Return the request of a call whose body has the media type of the template.

        Args:
            url: URL of the call.
            segments: Parts of the path that must not appear in logs.
            payload: The encoded body, or None.
        """
        headers = self.request.headers
        if self.key_header:
            headers = (*headers, (self.key_header, make_key()))
        return self.request._replace(
            url=url,
            headers=headers,
            content=payload.content if payload else None,
            secret_segments=segments,
        )


@dataclass(slots=True, eq=False, repr=False)
class RequestBuilder:
    """Builder of the prepared requests of one client.

    Attributes:
        service: The API.
        settings: Settings of the client.
        authenticates: Whether the HTTP client of the caller has `auth` set.
    """

    service: Service
    settings: Settings
    authenticates: bool
    # Caches of values that many calls have in common.
    _usual_headers: dict[str, HeaderSet] = field(
        init=False, default_factory=dict[str, HeaderSet]
    )
    _chosen: dict[Security, list[Entry] | None] = field(
        init=False, default_factory=dict["Security", "list[Entry] | None"]
    )
    _templates: dict[Operation[object], _Template] = field(
        init=False, default_factory=dict["Operation[object]", _Template]
    )

    def build(
        self, operation: Operation[object], arguments: Arguments, options: Options
    ) -> PreparedRequest:
        """Return the prepared request of a call.

        Raises:
            OSError: If a file to upload cannot be found.
            SDKError: If the base URL or a credential is missing, or if a credential would
                be sent over plain http.
            TypeError: If an argument has a type that cannot be sent.
            ValueError: If an argument has a value that cannot be sent.
        """
        is_usual = not options and not _has_headers(arguments)
        template = self._templates.get(operation) if is_usual else None
        base_url = (
            template.base_url if template else self._find_base_url(operation, options)
        )
        if operation.required:
            check_required(operation, arguments)
        if operation.formats:
            arguments = apply_formats(operation, arguments, self.service)
        styles = operation.styles.get("path", _NO_STYLES)
        path = expand_path(operation.path, arguments.path, styles)
        segments = find_secrets(operation.path, arguments.path, styles)
        if template:
            pairs = self._collect_query(operation, arguments, options).all()
            payload = _encode_body(operation, arguments.body, _NO_PROPERTIES)
            if _reusable_type(payload) == template.content_type:
                url = join_url(base_url, path, pairs)
                return template.fill(url, segments, payload)
        request, kept = self._build_rest(operation, arguments, options, base_url, path)
        if is_usual and kept:
            if len(self._templates) >= _MAX_TEMPLATES:
                self._templates.clear()
            self._templates[operation] = kept
        return request._replace(secret_segments=segments)

    def _build_rest(
        self,
        operation: Operation[object],
        arguments: Arguments,
        options: Options,
        base_url: str,
        path: str,
    ) -> tuple[PreparedRequest, _Template | None]:
        """Return the request, and the template of similar calls, if there can be one."""
        headers = self._collect_headers(operation, arguments, options)
        query = self._collect_query(operation, arguments, options)
        cookies = _Pairs("cookie", COOKIE_OCTETS)
        if arguments.cookies:
            styles = operation.styles.get("cookie", _NO_STYLES)
            cookies.add(arguments.cookies, styles)
        places: dict[Place, HeaderSet | _Pairs] = {
            "header": headers,
            "query": query,
            "cookie": cookies,
        }
        slots: list[TokenSlot] = []
        is_authenticated = self._authenticate(operation, places, slots)
        if cookies.by_name:
            own = headers.get("Cookie")
            headers.set("Cookie", "; ".join([*([own] if own else []), *cookies.all()]))
        payload = _encode_body(operation, arguments.body, options.get("body", {}))
        if payload and "Content-Type" not in headers:
            headers.set("Content-Type", payload.content_type)
        if "Content-Length" in headers:
            _check_length(headers, payload)
        url = join_url(base_url, path, query.all())
        # The HTTP library sends a user name and password in the URL as a header.
        has_secret = headers.has_any(SECRET_HEADERS) or "@" in urlsplit(base_url).netloc
        if is_authenticated or has_secret:
            check_transport(base_url, is_allowed=self.settings.allow_insecure_http)
        secret_headers, secret_query = _find_secret_names(self.service)
        common = tuple(headers.items())
        key_header = generated_header(operation, self.service, headers)
        has_key = add_key(operation, self.service, options, headers)
        request = PreparedRequest(
            method=operation.method,
            url=url,
            headers=tuple(headers.items()),
            content=payload.content if payload else None,
            secret_headers=secret_headers,
            secret_query=secret_query,
            idempotent=is_idempotent(operation.method, has_key=has_key),
            replayable=payload is None or payload.replayable,
            slots=tuple(slots),
        )
        content_type = _reusable_type(payload)
        # A credential in the query is a part of the URL.
        if content_type is None or any(query.by_name.keys() & secret_query):
            return request, None
        # A URL and a body may contain secrets.
        kept = request._replace(url="", headers=common, content=None)
        return request, _Template(base_url, kept, content_type, key_header)

    def _find_base_url(self, operation: Operation[object], options: Options) -> str:
        settings, own = self.settings, operation.base_url
        if "base_url" in options:
            return check_base_url(options["base_url"], "options['base_url']")
        if own and settings.base_url_chosen and urlsplit(own).netloc:
            own = None
        return resolve_base_url(self.service, settings.base_url, own)

    def _collect_headers(
        self, operation: Operation[object], arguments: Arguments, options: Options
    ) -> HeaderSet:
        headers = self._find_usual_headers(operation.accept).copy()
        if arguments.headers:
            styles = operation.styles.get("header", _NO_STYLES)
            for name, value in arguments.headers.items():
                if value is not omit and value is not None:
                    headers.set(name, value, styles.get(name, "simple"))
        if "headers" in options:
            headers.update(options["headers"])
        return headers

    def _find_usual_headers(self, accept: str) -> HeaderSet:
        """Return the headers that all calls with the same `Accept` header share."""
        found = self._usual_headers.get(accept)
        if found is None:
            found = HeaderSet()
            found.set("User-Agent", user_agent(self.service))
            found.set("Accept", accept)
            found.update(self.settings.headers)
            self._usual_headers[accept] = found
        return found

    def _collect_query(
        self, operation: Operation[object], arguments: Arguments, options: Options
    ) -> _Pairs:
        query = _Pairs("query")
        for usual in (operation.query, self.settings.query):
            if usual:
                query.add(usual, _NO_STYLES)
        given = arguments.query
        if operation.allow_empty:
            given = write_empty(given, operation.allow_empty)
        whole = operation.styles.get("querystring", _NO_STYLES)
        styles = operation.styles.get("query", _NO_STYLES)
        query.add(given, {**styles, **whole} if whole else styles)
        if whole:
            query.strip_names(whole)
        if extra := options.get("query"):
            query.add(extra, _NO_STYLES)
            for name, value in extra.items():
                if value is omit:
                    query.by_name.pop(name, None)
        return query

    def _authenticate(
        self,
        operation: Operation[object],
        places: Mapping[Place, HeaderSet | _Pairs],
        slots: list[TokenSlot],
    ) -> bool:
        """Add the credentials that the operation requires.

        A header, query parameter or cookie that the caller has set is not replaced.
        Tokens that have to be fetched are added to the slots.

        Returns:
            Whether the request carries credentials.

        Raises:
            MissingCredentialError: If the operation requires credentials that are
                missing.
        """
        security = operation.security
        if security is None:
            security = self.service.security
        schemes = self.service.schemes
        if security not in self._chosen:
            available = self.settings.credentials
            self._chosen[security] = choose_credentials(security, schemes, available)
        entries = self._chosen[security]
        if entries is None:
            needed = {key for keys in security for key in keys if key in schemes}
            if self.authenticates or any(
                schemes[key].name in places[schemes[key].place] for key in needed
            ):
                return True
            raise MissingCredentialError(
                f"{operation.method} {operation.path} requires a credential: "
                f"{explain_missing(security, schemes)}."
            )
        for entry in entries:
            place = places[entry.place]
            if entry.name in place:
                continue
            if entry.source is not None:
                # Google's APIs require two schemes at once that share one token.
                if entry.name not in [slot.name for slot in slots]:
                    slots.append(TokenSlot(entry.name, entry.value, entry.source))
            elif isinstance(place, HeaderSet):
                place.set(entry.name, entry.value)
            else:
                place.add({entry.name: entry.value}, _NO_STYLES)
        return bool(entries)


def _has_headers(arguments: Arguments) -> bool:
    """Return whether the arguments of a call add headers or cookies."""
    return _has_values(arguments.headers) or _has_values(arguments.cookies)


def _reusable_type(payload: Payload | None) -> str | None:
    """Return the media type of a body that further calls may share.

    Returns:
        The media type, an empty string without a body, and None for a body that is not
        in memory: its length, its boundary, or whether it can be sent again may differ.
    """
    if payload is None:
        return ""
    return payload.content_type if isinstance(payload.content, bytes) else None


def _has_values(values: Mapping[str, object]) -> bool:
    return bool(values) and any(value is not omit for value in values.values())


def user_agent(service: Service) -> str:
    """Return the value of the `User-Agent` header."""
    return f"{service.user_agent} {_PLATFORM}"


def check_transport(url: str, *, is_allowed: bool) -> None:
    """Reject plain http for a request with credentials.

    Args:
        url: URL of the request.
        is_allowed: Whether the client allows it.

    Raises:
        InsecureTransportError: If the URL is plain http to another machine.
    """
    if not is_allowed and not is_secure(url):
        raise InsecureTransportError(
            f"Refusing to send credentials over plain http to {redact_url(url)}; "
            "use https, or pass allow_insecure_http=True to the client."
        )


def _check_length(headers: HeaderSet, payload: Payload | None) -> None:
    """Check a Content-Length of the caller, and remove it if the length is known.

    Raises:
        ValueError: If it is not the number of bytes of the body.
    """
    declared = headers.get("Content-Length") or ""
    length: int | None = 0
    if payload is not None:
        content = payload.content
        length = len(content) if isinstance(content, bytes) else content.length
    is_number = declared.isdecimal() and len(declared) < _MAX_DIGITS
    if not is_number or (length is not None and int(declared) != length):
        raise ValueError(
            "Header 'Content-Length' must be the number of bytes of the request body; "
            "omit it, because the client sets it."
        )
    if length is not None:
        headers.set("Content-Length", omit)


def _encode_body(
    operation: Operation[object], body: object, extra: Mapping[str, object]
) -> Payload | None:
    if body is omit and not extra and not operation.body_required:
        return None
    return _load_encode_body()(operation, body, extra)


@cache
def _load_encode_body() -> Callable[..., Payload | None]:
    from ..encoding.body import encode_body  # not loaded before a call has a body

    return encode_body


class _Pairs:
    """Parameters as encoded pairs by name. A later value replaces an earlier one."""

    __slots__ = ("_place", "_safe", "by_name")

    def __init__(self, place: str, safe: str = "") -> None:
        self._place = place
        self._safe = safe
        self.by_name: dict[str, list[str]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.by_name

    def add(self, values: Mapping[str, object], styles: Mapping[str, Style]) -> None:
        """Add parameters, except for those whose value is None or `omit`.

        Raises:
            TypeError: If a value has a type that cannot be sent.
            ValueError: If a number is not finite, or a cookie contains a character that
                is not allowed in cookies.
        """
        for name, value in values.items():
            if value is omit or value is None:
                continue
            try:
                pairs = encode_pairs(name, value, styles.get(name, "form*"), self._safe)
            except (TypeError, ValueError) as error:
                kind = TypeError if isinstance(error, TypeError) else ValueError
                raise kind(
                    f"Invalid value of {self._place} parameter {name!r}: {error}."
                ) from None
            self.by_name[name] = pairs

    def strip_names(self, names: Iterable[str]) -> None:
        """Remove the names of parameters whose value is a whole query string."""
        for name in names:
            if name in self.by_name:
                values = [pair.partition("=")[2] for pair in self.by_name[name]]
                self.by_name[name] = values

    def all(self) -> list[str]:
        """Return the pairs in order."""
        return [pair for pairs in self.by_name.values() for pair in pairs]


@cache
def _find_secret_names(service: Service) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of headers and query parameters that carry credentials."""
    schemes = service.schemes.values()
    headers = {scheme.name.lower() for scheme in schemes if scheme.place == "header"}
    query = {scheme.name for scheme in schemes if scheme.place == "query"}
    return SECRET_HEADERS | headers, frozenset(query)
