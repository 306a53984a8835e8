"""Base URLs: where they come from, and how a path is joined to one."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote_plus, urljoin, urlsplit

from .errors import SDKError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .service import Service

# Query parameters that often carry a secret, whatever the description says.
SENSITIVE_NAME: Final = (
    r"(?i)token|secret|passw|signature|credential|api.?key|^key$|^sig$|^auth"
)
# The same for placeholders of paths, where the word for a thing stands for its id, too:
# what `/secrets/{secret}` and `/projects/{key}` need may be shown.
SENSITIVE_SEGMENT: Final = r"(?i)(token|password|api.?key|signature)$"
REDACTED: Final = "REDACTED"


def find_base_url(
    service: Service,
    given: str | None,
    variables: Mapping[str, str | None],
    server: str | None = None,
) -> tuple[str | None, bool]:
    """Return the base URL of a client, and whether the caller chose it.

    The argument comes first, then the server that was named, then the environment, then
    the document.

    Raises:
        SDKError: The URL that was chosen is not absolute, a variable of the document's
            server has no value, or there is no server of that name.
    """
    if given is None and server is not None:
        if server not in service.servers:
            known = ", ".join(service.servers)
            raise SDKError(f"there is no server {server!r}, but {known}")
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
    """Return a base URL if it is one.

    Raises:
        SDKError: It is not absolute, or not http.
    """
    try:
        parts = urlsplit(url.strip())
        is_usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        is_usable = False
    if not is_usable:
        raise SDKError(
            f"{source} must be an absolute URL such as https://api.example.com/v1, "
            f"not {redact_url(url)!r}"
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
                f"the server URL {template} needs a value for {name!r}: pass it to the "
                "client, or pass base_url"
            )
        before = template[: match.start()]
        if not before:
            return value.rstrip("/")
        if "/" in before.partition("://")[2] or before.startswith("/"):
            return quote(value, safe="/:@!$&'()*+,;=%")
        if not re.fullmatch(r"[A-Za-z0-9._~\-]+(:[0-9]+)?", value):
            raise SDKError(f"{value!r} cannot be the {name!r} of {template}")
        return value

    return re.sub(r"\{([^{}]+)\}", value_of, template)


def resolve_base_url(service: Service, chosen: str | None, own: str | None) -> str:
    """Return the base URL of a call.

    Args:
        service: The API.
        chosen: The base URL of the client, if it has one.
        own: The server of the operation alone, to use in place of the client's.

    Raises:
        SDKError: There is no absolute URL.
    """
    url = chosen or ""
    if own is not None:
        url = urljoin(f"{url.rstrip('/')}/", own)
    if urlsplit(url).netloc:
        return url
    variable = service.base_url_environment
    raise SDKError(
        "the API's description does not say where the API is: pass base_url to the "
        "client" + (f" or set {variable}" if variable else "")
    )


def join_url(base: str, path: str, query: Collection[str]) -> str:
    """Return base URL and path with one slash between them, and the query of both."""
    scheme, authority, base_path, base_query, _ = urlsplit(base)
    path = f"{base_path.rstrip('/')}/{path.lstrip('/')}" if path else base_path
    pairs = "&".join([base_query, *query] if base_query else query)
    url = f"{scheme}://{authority}{path}"
    return f"{url}?{pairs}" if pairs else url


@lru_cache(maxsize=64)
def is_secure(url: str) -> bool:
    """Whether what is sent there cannot be read on the way: https, or this machine."""
    # The base URL is asked about in each call, and reading an address takes a while.
    parts = urlsplit(url)
    if parts.scheme == "https":
        return True
    host = (parts.hostname or "").lower()
    if host == "localhost" or host.endswith(".localhost"):
        return True
    from ipaddress import ip_address  # most addresses are names, of https

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def origin_of(url: str) -> tuple[str, str, int | None]:
    """Return scheme, host and port of a URL (RFC 6454, section 4)."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), port


def redact_url(
    url: str, secrets: Collection[str] = (), segments: Collection[str] = ()
) -> str:
    """Return a URL for people: no password, no secret values, of bounded length.

    Args:
        url: The URL.
        secrets: Names of query parameters that carry a credential.
        segments: What of the path is a credential, as it stands there.
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
    return shown if len(shown) <= 500 else f"{shown[:500]}..."
