"""Links to the next page: finding, resolving and following them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import unquote_plus, urljoin, urlsplit, urlunsplit

from ..errors import SDKError
from ..request.url import get_origin, redact_url
from ..transport.redirect import Redirect
from .values import read_pointer

if TYPE_CHECKING:
    import httpx2

    from ..request.prepared import PreparedRequest

# RFC 8288, section 3: `<URL>; name=value; name="value", <URL>...`.
_VALUE: Final = r'"(?:[^"\\]|\\.)*"|[^\s;,"]*'
_PARAMETER: Final = rf"\s*;\s*([^\s=;,]+)(?:\s*=\s*({_VALUE}))?"
_URL: Final = re.compile(r"https?://|[^?\s]*\?[^?\s=]+=")
_LINK: Final = re.compile(rf"<([^<>]*)>((?:{_PARAMETER})*)")


def find_next_link(headers: httpx2.Headers) -> str:
    """Return the target of the `Link` header to the next page; empty if missing."""
    for value in headers.get_list("link"):
        for match in _LINK.finditer(value):
            parameters: dict[str, str] = {}
            for name, text in re.findall(_PARAMETER, match[2]):
                # Only the first `rel` is used (section 3.3).
                parameters.setdefault(name.lower(), text.strip('"'))
            # A link with an anchor has another context (section 3.2).
            relations = parameters.get("rel", "").lower().split()
            # Sentry links to a page without results after the last one.
            is_empty = parameters.get("results") == "false"
            if "next" in relations and "anchor" not in parameters and not is_empty:
                return match[1].strip()
    return ""


def read_link(value: object) -> str:
    """Return the link in a value of a response; empty if it has none.

    A link is a string, an object with its URL (JSON:API 1.1, "Links"), or the one with
    the relation `next` in an array of links (FHIR, OGC API).
    """
    if isinstance(value, list):
        links = cast("list[object]", value)
        value = next(
            (item for item in links if "next" in _read_all(item, _RELATIONS)), None
        )
    if isinstance(value, str):
        return value
    return next((url for url in _read_all(value, _URLS) if isinstance(url, str)), "")


_RELATIONS: Final = ("/rel", "/relation")
_URLS: Final = ("/href", "/url")


def _read_all(value: object, pointers: tuple[str, ...]) -> list[object]:
    return [read_pointer(value, pointer) for pointer in pointers]


def is_url(text: str) -> bool:
    """Return whether a cursor is a URL, absolute or relative with a query."""
    return _URL.match(text) is not None


def resolve_link(url: str, link: str) -> str:
    """Return a link as an absolute URL (RFC 3986, section 5).

    Args:
        url: The URL of the page that holds the link.
        link: Absolute, or relative to that page.
    """
    try:
        return urljoin(url, link)
    except ValueError:
        return link  # `follow_link` raises an error


def follow_link(prepared: PreparedRequest, link: str) -> PreparedRequest:
    """Return the request of the next page.

    Args:
        prepared: The request that results from the arguments of the call, including its
            credentials.
        link: The absolute URL of the page.

    Raises:
        SDKError: If the link is invalid, or leads to another origin, which must not
            receive the credentials.
    """
    base = urlsplit(prepared.url)
    try:
        target, origin = urlsplit(link), get_origin(link)
    except ValueError:
        raise _make_error(prepared, "is not a valid URL") from None
    here = get_origin(prepared.url)
    # A server behind a proxy that terminates TLS creates links with plain http. The
    # request is encrypted nevertheless, because it keeps our scheme and port.
    is_behind_proxy = origin == ("http", here[1], 80) and here == (
        "https",
        here[1],
        443,
    )
    if origin != here and not is_behind_proxy:
        other = redact_url(urlunsplit((target.scheme, target.netloc, "", "", "")))
        raise _make_error(
            prepared,
            f"leads to {other} and was not followed; requests for {base.hostname} must "
            "not be sent to another origin",
        )
    query = _with_credentials(target.query, base.query, prepared)
    url = urlunsplit((base.scheme, base.netloc, target.path, query, ""))
    # A link is fetched with GET, even if the list was requested with a body.
    return prepared.redirected(Redirect(url, "GET", leaves_origin=False))


def _make_error(prepared: PreparedRequest, reason: str) -> SDKError:
    return SDKError(f"{prepared.describe()}: the link to the next page {reason}.")


def _with_credentials(query: str, own: str, prepared: PreparedRequest) -> str:
    """Return the query of a link, with missing credentials of the call added."""
    present = {_name(pair) for pair in query.split("&")}
    missing = [
        pair
        for pair in own.split("&")
        if _name(pair) in prepared.secret_query and _name(pair) not in present
    ]
    return "&".join(filter(None, [query, *missing]))


def _name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])
