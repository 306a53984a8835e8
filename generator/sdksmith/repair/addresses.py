"""Reads URLs as people write them."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

_UNRESERVED: Final = "-._~:/?#[]@!$&'()*+,;="
_URI: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+"
)
_HOST: Final = re.compile(r"(?://)?([\w-]+\.)+[A-Za-z]{2,}([:/?#].*)?", re.DOTALL)


def is_uri(text: str) -> bool:
    """Tell whether a text is a whole URI, with a scheme (RFC 3986, section 3)."""
    return _URI.fullmatch(text) is not None


def read_uri(text: str, base: str = "") -> str:
    """Return the URI that a text means, empty when it means none.

    Args:
        text: As written, perhaps without a scheme or with spaces in it.
        base: The URL of a server, for a text that is a path on it.
    """
    text = text.strip()
    if _HOST.fullmatch(text):
        text = f"https://{text.removeprefix('//')}"
    elif base and text.startswith("/"):
        text = base + text
    encoded = quote(text, safe=_UNRESERVED + "%")
    return encoded if is_uri(encoded) and "://" in encoded else ""
