"""Where a redirect leads, and what goes along: a policy without I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote_plus, urljoin, urlsplit, urlunsplit

from .url import is_secure, origin_of

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_REDIRECTS: Final = 5


class Redirect(NamedTuple):
    """A redirect that can be followed.

    Attributes:
        leaves_origin: Whether it leads to another scheme, host or port, which must not
            see any credential.
    """

    url: str
    method: str
    leaves_origin: bool


def judge_redirect(
    method: str, url: str, status_code: int, location: str
) -> Redirect | str:
    """Return the redirect to follow, or why it is not followed.

    Args:
        method: The method of the request that was redirected.
        url: Its URL.
        status_code: 301, 302, 303, 307 or 308.
        location: The Location header.
    """
    try:
        target = urljoin(url, location)
        parts = urlsplit(target)
        origin = origin_of(target)
    except ValueError:
        return "its Location is no URL"
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "its Location is no URL of the web"
    if urlsplit(url).scheme == "https" and not is_secure(target):
        return "it leads from https to plain http"
    return Redirect(
        url=urlunsplit(parts._replace(fragment="")),
        method=_next_method(method, status_code, is_same_path(url, target)),
        leaves_origin=origin != origin_of(url),
    )


def is_same_path(url: str, target: str) -> bool:
    """Whether two URLs differ in no more than the host and a slash at the end."""
    left, right = urlsplit(url), urlsplit(target)
    return left.path.rstrip("/") == right.path.rstrip("/")


def _next_method(method: str, status_code: int, same_path: bool) -> str:
    """Return the method of the request that follows (RFC 9110, section 15.4).

    303 asks for another thing with GET. 301 and 302 keep the method, but a POST may
    become GET, as every browser does it; not where the same path has only moved to
    another host or from http to https, where a GET would read what was to be written.
    """
    if method == "HEAD":
        return method
    if status_code == 303:
        return "GET"
    if status_code in {301, 302} and method == "POST" and not same_path:
        return "GET"
    return method


def drop_query(url: str, names: Collection[str]) -> str:
    """Return a URL without the query parameters of these names."""
    parts = urlsplit(url)
    kept = [
        pair
        for pair in parts.query.split("&")
        if unquote_plus(pair.partition("=")[0]) not in names
    ]
    return urlunsplit(parts._replace(query="&".join(kept)))
