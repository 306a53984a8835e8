"""Parsing of URLs as authors write them."""

from __future__ import annotations

import re
from typing import Final

from ...text.urls import Url, correct_url, encode_url, parse_url

_URI: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+"
)
_HOST: Final = re.compile(r"(?://)?([\w-]+\.)+[A-Za-z]{2,}([:/?#].*)?", re.DOTALL)


def is_uri(text: str) -> bool:
    """Return whether a string is a URI with a scheme (RFC 3986, section 3)."""
    return _URI.fullmatch(text) is not None and isinstance(parse_url(text), Url)


def read_uri(text: str, base: str = "") -> str:
    """Return the URI that a string denotes, or an empty string.

    Args:
        text: The string as written. The scheme may be missing, and it may contain
            spaces.
        base: URL of a server, used if the string is a path on that server.
    """
    text = correct_url(text)
    if _HOST.fullmatch(text):
        text = f"https://{text.removeprefix('//')}"
    elif base and text.startswith("/"):
        text = base + text
    encoded = encode_url(text)
    return encoded if is_uri(encoded) and "://" in encoded else ""
