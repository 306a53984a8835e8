"""Links to the next page: where they stand, and which of them are followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_plus, urljoin, urlsplit, urlunsplit

from .errors import SDKError
from .redirect import Redirect
from .url import origin_of, redact_url

if TYPE_CHECKING:
    import httpx2

    from .outgoing import Outgoing

# RFC 8288, section 3: `<URL>; name=value; name="value", <URL>...`.
_VALUE: Final = r'"(?:[^"\\]|\\.)*"|[^\s;,"]*'
_PARAMETER: Final = rf"\s*;\s*([^\s=;,]+)(?:\s*=\s*({_VALUE}))?"
_LINK: Final = re.compile(rf"<([^<>]*)>((?:{_PARAMETER})*)")


def find_next_link(headers: httpx2.Headers) -> str:
    """Return the target of the link to the next page; empty when there is none."""
    for value in headers.get_list("link"):
        for match in _LINK.finditer(value):
            parameters: dict[str, str] = {}
            for name, text in re.findall(_PARAMETER, match[2]):
                # The first `rel` counts (section 3.3).
                parameters.setdefault(name.lower(), text.strip('"'))
            # With an anchor, it is a link of something else (section 3.2).
            relations = parameters.get("rel", "").lower().split()
            if "next" in relations and "anchor" not in parameters:
                return match[1].strip()
    return ""


def resolve_link(url: str, link: str) -> str:
    """Return a link as an absolute URL (RFC 3986, section 5).

    Args:
        url: The URL of the page that holds the link.
        link: Absolute, or relative to that page.
    """
    try:
        return urljoin(url, link)
    except ValueError:
        return link  # it is none: `follow_link` says so


def follow_link(outgoing: Outgoing, link: str) -> Outgoing:
    """Return the request of the next page.

    Args:
        outgoing: The request as the arguments of the call make it, credentials included.
        link: The absolute URL of the page.

    Raises:
        SDKError: It leads to another origin, which must not see the credentials.
    """
    mine = urlsplit(outgoing.url)
    try:
        theirs, origin = urlsplit(link), origin_of(link)
    except ValueError:
        raise _refusal(outgoing, "is no URL") from None
    here = origin_of(outgoing.url)
    # A server behind a proxy that encrypts for it believes that it is asked in plain
    # http. What is sent there is encrypted all the same, since scheme and port are ours.
    is_behind_proxy = origin == ("http", here[1], 80) and here == (
        "https",
        here[1],
        443,
    )
    if origin != here and not is_behind_proxy:
        other = redact_url(urlunsplit((theirs.scheme, theirs.netloc, "", "", "")))
        raise _refusal(
            outgoing,
            f"leads to {other}, which must not see what is sent to {mine.hostname}; it "
            "is not followed",
        )
    query = _with_credentials(theirs.query, mine.query, outgoing)
    url = urlunsplit((mine.scheme, mine.netloc, theirs.path, query, ""))
    # A link is there to be got, also where a body asked for the list.
    return outgoing.redirected(Redirect(url, "GET", leaves_origin=False))


def _refusal(outgoing: Outgoing, reason: str) -> SDKError:
    return SDKError(f"{outgoing.describe()}: the link to the next page {reason}")


def _with_credentials(query: str, own: str, outgoing: Outgoing) -> str:
    """Return the query of a link with the credentials of the call, unless it has any."""
    there = {_name(pair) for pair in query.split("&")}
    missing = [
        pair
        for pair in own.split("&")
        if _name(pair) in outgoing.secret_query and _name(pair) not in there
    ]
    return "&".join(filter(None, [query, *missing]))


def _name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])
