"""Base URLs: resolution, checks, joining with a path, and redaction."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import quote, unquote_plus, urljoin, urlsplit

from ..errors import SDKError
from ..text import MAX_TEXT, clean, describe

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..operation import Service

# Names of query parameters that often carry a secret, whether or not the API document
# declares them as credentials.
SENSITIVE_NAME: Final = (
    r"(?i)token|secret|passw|signature|credential|api.?key|^key$|^sig$|^auth"
)
# Names of path placeholders that often carry a secret. The list is shorter, because a
# placeholder is often named after the resource whose ID it is: the values in
# `/secrets/{secret}` and `/projects/{key}` are not secret.
SENSITIVE_SEGMENT: Final = r"(?i)(token|password|api.?key|signature)$"
# The same for headers, which also carry sessions.
_SENSITIVE_HEADER: Final = rf"{SENSITIVE_NAME}|cookie|session|-auth|access.?key"
REDACTED: Final = "REDACTED"


@lru_cache(maxsize=1024)
def is_sensitive_header(name: str) -> bool:
    """Return whether the name of a header indicates a secret.

    Such a header is neither logged nor sent to another origin.
    """
    return re.search(_SENSITIVE_HEADER, name) is not None


def find_base_url(
    service: Service,
    given: str | None,
    variables: Mapping[str, str | None],
    server: str | None = None,
) -> tuple[str | None, bool]:
    """Return the base URL of a client, and whether it overrides the API document.

    The argument takes precedence over the named server, then the environment variable,
    then the server of the API document.

    Args:
        service: The API.
        given: Base URL that the caller has passed, or None.
        variables: Values of the variables of the server URL.
        server: Name of the server to use, or None.

    Raises:
        SDKError: If the given URL is not absolute, if a variable of the server URL has
            no value, or if the server name is unknown.
    """
    if given is None and server is not None:
        if server not in service.servers:
            known = ", ".join(service.servers)
            raise SDKError(f"Unknown server {server!r}; must be one of: {known}.")
        return _fill_variables(service, service.servers[server], variables), False
    source = "base_url"
    if given is None and service.base_url_environment:
        source = service.base_url_environment
        given = os.environ.get(source) or None
    if given is not None:
        return check_base_url(given, source), True
    if service.base_url is None:
        return None, False
    return _fill_variables(service, service.base_url, variables), False


def check_base_url(url: str, source: str) -> str:
    """Return a base URL without surrounding white space.

    Args:
        url: The URL.
        source: Name of its argument or environment variable, for the error message.

    Raises:
        SDKError: If the URL is not an absolute http or https URL.
        TypeError: If the URL is not a string.
    """
    if not isinstance(cast("object", url), str):
        raise TypeError(f"{source} must be a string, not {describe(url)}.")
    try:
        parts = urlsplit(url.strip())
        is_usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        is_usable = False
    if not is_usable:
        raise SDKError(
            f"{source} must be an absolute URL such as https://api.example.com/v1, "
            f"not {redact_url(url)!r}."
        )
    return url.strip()


def _fill_variables(
    service: Service, template: str, given: Mapping[str, str | None]
) -> str:
    def value_of(match: re.Match[str]) -> str:
        name = match[1]
        value = given.get(name)
        if value is None:
            value = service.variables.get(name, "")
        if not value:
            raise SDKError(
                f"The server URL {template} requires a value for {name!r}; pass it to "
                "the client, or pass base_url."
            )
        before = template[: match.start()]
        if not before:
            return value.rstrip("/")
        host, after = before.partition("://")[2], template[match.end() :]
        # `https://api.example.com{path}`: the value cannot change the host.
        is_path = value.startswith("/") and host and (not after or after[0] == "/")
        if is_path or "/" in host or before.startswith("/"):
            return quote(value, safe="/:@!$&'()*+,;=%")
        if not re.fullmatch(r"[A-Za-z0-9._~\-]+(:[0-9]+)?", value):
            raise SDKError(
                f"Invalid value {value!r} for {name!r} in the server URL {template}."
            )
        return value

    return re.sub(r"\{([^{}]+)\}", value_of, template)


@lru_cache(maxsize=256)
def resolve_base_url(service: Service, chosen: str | None, own: str | None) -> str:
    """Return the base URL of a call.

    Args:
        service: The API.
        chosen: Base URL of the client, or None.
        own: Server URL of the operation, absolute or relative to the base URL of the
            client. None if the operation defines none.

    Raises:
        SDKError: If the result is not an absolute URL.
    """
    url = chosen or ""
    if own is not None:
        url = urljoin(f"{url.rstrip('/')}/", own)
    if urlsplit(url).netloc:
        return url
    variable = service.base_url_environment
    raise SDKError(
        "The API document does not define an absolute server URL; pass base_url to the "
        "client" + (f" or set {variable}." if variable else ".")
    )


def join_url(base: str, path: str, query: Collection[str]) -> str:
    """Join a base URL and a path with a single slash, and append query pairs.

    Args:
        base: Base URL, which may contain a query.
        path: Percent-encoded path. If empty, the base URL is not changed.
        query: Percent-encoded `name=value` pairs.
    """
    scheme, authority, base_path, base_query, _ = urlsplit(base)
    path = f"{base_path.rstrip('/')}/{path.lstrip('/')}" if path else base_path
    pairs = "&".join([base_query, *query] if base_query else query)
    url = f"{scheme}://{authority}{path}"
    return f"{url}?{pairs}" if pairs else url


@lru_cache(maxsize=64)
def is_secure(url: str) -> bool:
    """Return whether a URL uses https or refers to this machine."""
    # Cached, because the base URL is checked in each call, and parsing it is slow.
    parts = urlsplit(url)
    if parts.scheme == "https":
        return True
    host = (parts.hostname or "").lower()
    if host == "localhost" or host.endswith(".localhost"):
        return True
    from ipaddress import ip_address  # rarely needed, so imported on demand

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=1024)
def is_host(name: str) -> bool:
    """Return whether a name can be the host of a URL (RFC 1035, section 2.3.4).

    Connecting to other names raises `UnicodeError`.
    """
    return all(0 < len(label) < 64 for label in name.removesuffix(".").split("."))


def get_origin(url: str) -> tuple[str, str, int | None]:
    """Return the origin of a URL: scheme, host and port (RFC 6454, section 4)."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), port


def redact_url(
    url: str, secrets: Collection[str] = (), segments: Collection[str] = ()
) -> str:
    """Return a URL for messages and logs, without secrets; see `clean`.

    The user information, parts of the path and the values of secret query parameters
    are replaced. The result is truncated after 500 characters.

    Args:
        url: The URL.
        secrets: Names of query parameters that carry a credential, in addition to those
            whose name indicates one.
        segments: Percent-encoded parts of the path that are credentials.
    """
    head, mark, query = url.partition("?")
    head = re.sub(r"//[^/@]*@", f"//{REDACTED}@", head)
    for segment in segments:
        start = head.find("/", head.find("//") + 2)
        head = head[:start] + head[start:].replace(segment, REDACTED)
    pairs: list[str] = []
    for pair in query.split("&"):
        name, equals, _ = pair.partition("=")
        plain = unquote_plus(name)
        hidden = equals and (plain in secrets or re.search(SENSITIVE_NAME, plain))
        pairs.append(f"{name}={REDACTED}" if hidden else pair)
    shown = f"{head}{mark}{'&'.join(pairs)}"
    return clean(shown, MAX_TEXT)
