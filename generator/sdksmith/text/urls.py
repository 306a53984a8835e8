"""Parsing of URLs, and checks whether a client can send requests to them.

No other module parses URLs after the document was read, because `urllib.parse` and httpx2
raise different exceptions for invalid URLs, and accept different ones. A URL that is valid
here is accepted by both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_LENGTH: Final = 8000
"""Length that all recipients should support (RFC 9110, section 4.1)."""

WEB_SCHEMES: Final = frozenset(("http", "https"))
"""Schemes of the URLs that a client can send requests to."""

# RFC 3986, appendix B.
_PARTS: Final = re.compile(
    r"(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?",
    re.DOTALL,
)
_CONTROL: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_SPACES: Final = " \t\r\n\f\v\x00\x85\xa0\u2028\u2029\ufeff"
_PORT: Final = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>[^:]*))?")
_IP_V4: Final = re.compile(r"\d+\.\d+\.\d+\.\d+", re.ASCII)
_LABEL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_MAX_HOST: Final = 253
_SLOT: Final = re.compile(r"\{([^{}]*)\}")
# `localhost:8080/v1` is the path `8080/v1` with the scheme `localhost`.
_HOST_AND_PORT: Final = re.compile(r"[\w.-]+:\d{1,5}(?=[/?#]|$)", re.ASCII)
_ONE_SLASH: Final = re.compile(r"(https?):/?(?=[^/?#])", re.IGNORECASE)


class Url(Struct, frozen=True):
    """Parts of a URL or of a relative reference, as written. Each can be empty.

    Attributes:
        scheme: The scheme, in lower case.
        user_info: User name and password.
        host: The host, in lower case; an IPv6 address is in brackets.
        port: The port.
        path: The path.
        query: The query, without `?`.
        fragment: The fragment, without `#`.
    """

    scheme: str
    user_info: str
    host: str
    port: str
    path: str
    query: str
    fragment: str

    @property
    def is_web(self) -> bool:
        """Whether it is an absolute http or https URL."""
        return self.scheme in WEB_SCHEMES and bool(self.host)

    @property
    def plain_host(self) -> str:
        """The host without brackets."""
        return self.host.strip("[]")


class Invalid(Struct, frozen=True):
    """Reason why a URL is invalid.

    Attributes:
        reason: The reason, as a clause such as `it has no host`.
    """

    reason: str


def parse_url(text: str) -> Url | Invalid:
    """Return the parts of a URL or relative reference. Never raises.

    Paths and queries are accepted as they are, except for control characters: clients
    percent-encode them.
    """
    if len(text) > MAX_LENGTH:
        return Invalid(f"it is longer than {MAX_LENGTH:,} characters")
    if _CONTROL.search(text):
        return Invalid("it contains control characters")
    found = _PARTS.fullmatch(text)
    if found is None:  # cannot happen: the pattern matches any string
        return Invalid("it has no valid parts")
    scheme, authority, path, query, fragment = (part or "" for part in found.groups())
    scheme = scheme.lower()
    user_info, _, place = authority.rpartition("@")
    parts = _PORT.fullmatch(place)
    if parts is None or not _is_host(parts["host"]):
        return Invalid(f"{place!r} is not a valid host")
    host, port = parts["host"].lower(), parts["port"] or ""
    if port and not (port.isdecimal() and port.isascii() and _is_port(port)):
        return Invalid(f"{port!r} is not a port from 1 to 65535")
    if not host and (scheme in WEB_SCHEMES or found[2] is not None):
        return Invalid("it has no host")
    return Url(scheme, user_info, host, port, path, query, fragment)


def is_web_url(text: str) -> bool:
    """Return whether a string is a valid, absolute http or https URL."""
    url = parse_url(text)
    return isinstance(url, Url) and url.is_web


def parse_template(template: str, values: Mapping[str, str]) -> Url | Invalid:
    """Return the parts of a URL with `{variables}`, after replacing them. Never raises.

    Args:
        template: The URL. A variable at its start can stand for its scheme, or for all
            parts of a URL up to a path.
        values: Values of the variables. A variable without a value, or whose value is
            empty, gets one that is valid in its place.
    """

    def value_of(match: re.Match[str]) -> str:
        value = values.get(match[1])
        if value:
            return value.rstrip("/") if match.start() == 0 else value
        if match.start():
            return "1"  # valid in a host, as a port and in a path
        return "https" if template.startswith("://", match.end()) else "https://host"

    return parse_url(_SLOT.sub(value_of, template))


def is_web_template(template: str, values: Mapping[str, str]) -> bool:
    """Return whether a URL with variables is an absolute http or https URL."""
    url = parse_template(template, values)
    return isinstance(url, Url) and url.is_web


def path_of(text: str) -> str:
    """Return the path of a URL, which may contain `{variables}`. Never raises."""
    found = _PARTS.fullmatch(text)
    return found[3] if found else ""


def correct_url(text: str) -> str:
    """Return a URL without mistakes that leave no doubt about its meaning.

    Surrounding white space, line breaks and tabs are removed, backslashes become slashes,
    and spaces are percent-encoded. The user information is removed, because a client must
    not contain secrets. `https:/host` and `https:host` get two slashes, and `host:8080` a
    scheme, as in the address bar of a browser (https://url.spec.whatwg.org).
    """
    text = re.sub(r"[\t\r\n]", "", text.strip(_SPACES))
    head, mark, query = text.partition("?")
    text = head.replace("\\", "/") + mark + query
    if _HOST_AND_PORT.match(text):
        is_local = text.startswith(("localhost:", "127.0.0.1:"))
        text = f"{'http' if is_local else 'https'}://{text}"
    if one := _ONE_SLASH.match(text):
        text = f"{one[1].lower()}://{text[one.end() :]}"
    found = _PARTS.fullmatch(text)
    if found and found[2] and "@" in found[2]:
        place = found.start(2)
        text = text[:place] + text[place:].split("@", found[2].count("@"))[-1]
    return text.replace(" ", "%20")


def encode_url(text: str) -> str:
    """Return a URL with only characters that RFC 3986 allows.

    An international host is encoded as specified by IDNA, all other parts with `%`.
    """
    found = _PARTS.fullmatch(text)
    if found and found[2] and not found[2].isascii():
        host, colon, port = found[2].partition(":")
        start, end = found.span(2)
        place = f"{_encode_host(host) or host}{colon}{port}"
        text = f"{text[:start]}{place}{text[end:]}"
    return quote(text, safe="-._~:/?#[]@!$&'()*+,;=%")


def resolve_url(base: str, reference: str) -> str:
    """Resolve a URI reference against a base (RFC 3986, section 5). Never raises.

    An invalid reference is returned unchanged.
    """
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def _is_port(digits: str) -> bool:
    return len(digits) <= 5 and 0 < int(digits) < 65536


def _is_host(host: str) -> bool:
    """Return whether a host is valid. An empty one is."""
    if host.startswith("["):
        return _is_address(host[1:-1], 6)
    if _IP_V4.fullmatch(host):
        return _is_address(host, 4)
    if not host.isascii() or "xn--" in host.lower():
        return _is_international(host)
    # The name may end with a dot (RFC 3986, section 3.2.2).
    labels = host.removesuffix(".").split(".")
    return not host or (len(host) <= _MAX_HOST and all(map(_LABEL.fullmatch, labels)))


def _is_address(text: str, version: int) -> bool:
    from ipaddress import ip_address  # rarely needed, so imported on demand

    try:
        return "%" not in text and ip_address(text).version == version
    except ValueError:
        return False


def _is_international(host: str) -> bool:
    encoded = _encode_host(host)
    labels = encoded.removesuffix(".").split(".")
    # Resolvers require the same of the encoded name as of any other.
    return len(encoded) <= _MAX_HOST and all(map(_LABEL.fullmatch, labels))


def _encode_host(host: str) -> str:
    """Return an international host in ASCII (IDNA), or an empty string if it is invalid.

    The HTTP library of clients encodes it in the same way.
    """
    import httpx2  # importing it takes 80 ms, and few documents need it

    try:
        return httpx2.URL(f"https://{host}/").raw_host.decode("ascii")
    except (httpx2.InvalidURL, UnicodeError):
        return ""
