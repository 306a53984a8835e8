"""A document from the web."""

from __future__ import annotations

from typing import Final

import httpx2

from .source import MAX_BYTES, too_large, unreadable

_TIMEOUT_SECONDS: Final = 30.0
_MAX_REDIRECTS: Final = 10
_HEADERS: Final = {
    "Accept": "application/json, application/yaml;q=0.9, text/yaml;q=0.9, */*;q=0.5",
    "User-Agent": "sdksmith",
}


def public_name(spec: str) -> str:
    """Return a URL as messages may show it: without user, password, query, fragment.

    Names end up in reports and generated files; tokens in URLs must not.
    """
    try:
        url = httpx2.URL(spec)
    except httpx2.InvalidURL:
        return spec.partition("?")[0].partition("#")[0].rpartition("@")[2]
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def fetch(spec: str) -> bytes:
    """Return what a URL answers.

    A user name and password in the URL go to its own origin and nowhere else: redirects
    to another origin are followed without them, and never from https to http.

    Raises:
        DocumentError: There is no answer of status 200, or it is too large.
    """
    name = public_name(spec)
    try:
        with httpx2.Client(timeout=_TIMEOUT_SECONDS, headers=_HEADERS) as client:
            url = httpx2.URL(spec)
            for _ in range(_MAX_REDIRECTS + 1):
                with client.stream("GET", url, follow_redirects=False) as response:
                    if response.next_request is None:
                        return _read_body(response, name)
                    url = redirected(url, response.next_request.url, name)
                client.cookies.clear()
    except httpx2.InvalidURL as error:
        raise unreadable(name, f"This is no valid URL ({error}): check it.") from None
    except httpx2.TimeoutException:
        raise unreadable(
            name,
            f"The server did not answer within {_TIMEOUT_SECONDS:.0f} seconds: try again, or "
            "download the document and give its path.",
        ) from None
    except httpx2.HTTPError as error:
        reason = str(error) or type(error).__name__
        raise unreadable(
            name, f"The document cannot be fetched ({reason}): check the URL."
        ) from None
    raise unreadable(
        name, f"The URL redirects more than {_MAX_REDIRECTS} times: give the final URL."
    )


def _read_body(response: httpx2.Response, name: str) -> bytes:
    if response.status_code != 200:
        advice = "check the URL"
        if response.status_code in (401, 403):
            advice = "download the document with your credentials and give its path"
        raise unreadable(
            name,
            f"The server answered {response.status_code} {response.reason_phrase}".rstrip()
            + f": {advice}.",
        )
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_BYTES:
            raise too_large(name)
    return bytes(body)


def redirected(source: httpx2.URL, target: httpx2.URL, name: str) -> httpx2.URL:
    """Return where a redirect may lead.

    Raises:
        DocumentError: It leads from https to http, or to something else than a website.
    """
    if target.scheme not in ("http", "https") or (
        source.scheme == "https" and target.scheme == "http"
    ):
        raise unreadable(
            name,
            f"The URL redirects to {public_name(str(target))}, which is not followed because it "
            "is not encrypted: give that URL yourself if you trust it.",
        )
    # Only what the user typed may carry credentials, and only to where they typed it.
    same = _origin(source) == _origin(target)
    return target.copy_with(userinfo=source.userinfo if same else b"")


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port
