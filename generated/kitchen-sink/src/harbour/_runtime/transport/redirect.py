"""Redirect policy: which redirects are followed, and with which method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote_plus, urljoin, urlsplit, urlunsplit

from ..request.url import get_origin, is_secure, redact_url

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_REDIRECTS: Final = 5


class Redirect(NamedTuple):
    """A redirect that can be followed.

    Attributes:
        url: Absolute URL of the target.
        method: HTTP method of the next request.
        leaves_origin: Whether the target has another scheme, host or port. Credentials
            must not be sent to it.
        is_upgrade: Whether the target is the same host with https instead of http.
    """

    url: str
    method: str
    leaves_origin: bool
    is_upgrade: bool = False

    @property
    def origin(self) -> str:
        """Origin of the target, for messages."""
        parts = urlsplit(self.url)
        return redact_url(f"{parts.scheme}://{parts.netloc}")


def evaluate_redirect(
    method: str, url: str, status_code: int, location: str
) -> Redirect | str:
    """Return the redirect to follow, or the reason why it is not followed.

    Args:
        method: Method of the redirected request.
        url: URL of the redirected request.
        status_code: 301, 302, 303, 307 or 308.
        location: Value of the Location header.
    """
    try:
        target = urljoin(url, location)
        parts = urlsplit(target)
        origin = get_origin(target)
    except ValueError:
        return "its Location is not a valid URL"
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "its Location is not an http or https URL"
    if urlsplit(url).scheme == "https" and not is_secure(target):
        return "it redirects from https to plain http"
    here, host = get_origin(url), origin[1]
    return Redirect(
        url=urlunsplit(parts._replace(fragment="")),
        method=_next_method(method, status_code, is_same_path(url, target)),
        leaves_origin=origin != here,
        is_upgrade=(here, origin) == (("http", host, 80), ("https", host, 443)),
    )


def is_same_path(url: str, target: str) -> bool:
    """Return whether two URLs have the same path, ignoring a trailing slash."""
    left, right = urlsplit(url), urlsplit(target)
    return left.path.rstrip("/") == right.path.rstrip("/")


def _next_method(method: str, status_code: int, same_path: bool) -> str:
    """Return the method of the next request (RFC 9110, section 15.4).

    HEAD is always kept. 303 refers to another resource, which is fetched with GET. 301
    and 302 keep the method, except that POST becomes GET, as in all browsers. POST is
    kept if the path is the same, for example after a redirect to another host or from
    http to https: a GET would then read the resource instead of writing it.
    """
    if method == "HEAD":
        return method
    if status_code == 303:
        return "GET"
    if status_code in {301, 302} and method == "POST" and not same_path:
        return "GET"
    return method


def drop_query(url: str, names: Collection[str]) -> str:
    """Return a URL without the query parameters that have one of the given names."""
    parts = urlsplit(url)
    kept = [
        pair
        for pair in parts.query.split("&")
        if unquote_plus(pair.partition("=")[0]) not in names
    ]
    return urlunsplit(parts._replace(query="&".join(kept)))
