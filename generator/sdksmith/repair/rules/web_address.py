"""VA008: a URL or an email address is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from ...diagnostics import Safety
from ..grammar import Kind
from ..rule import Finding, Node, move, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rule import EditOp

_UNRESERVED: Final = "-._~:/?#[]@!$&'()*+,;="
_URI: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+"
)
_HOST: Final = re.compile(r"(?://)?([\w-]+\.)+[A-Za-z]{2,}([:/?#].*)?", re.DOTALL)


@rule(
    "VA008",
    on=(Kind.CONTACT, Kind.LICENSE, Kind.EXTERNAL_DOCS),
    title="Write addresses whole",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info:
      title: Parcels
      version: "1"
      contact: {name: The clerk, url: www.example.com/help, email: at the counter}
    paths: {}
    """,
    good="""
    swagger: "2.0"
    info:
      title: Parcels
      version: "1"
      contact:
        name: The clerk
        url: https://www.example.com/help
        x-email: at the counter
    paths: {}
    """,
)
def web_address(node: Node) -> Iterator[Finding]:
    """In Swagger 2.0 a `url` is a whole URI, and an `email` has an `@` in every version.

    The name of a host is given `https://`, and what may not stand in a URI is encoded.
    What is no address at all moves to an extension.
    """
    url = node.get("url")
    if isinstance(url, str) and node.document.is_swagger and not _URI.fullmatch(url):
        read = _read(url.strip())
        place = node.child_pointer("url")
        edits = (put(place, read),) if read else _set_aside("url", node)
        yield Finding(f"{url!r} is no URL.", edits=edits, at=place)
    email = node.get("email")
    if isinstance(email, str) and "@" not in email:
        place = node.child_pointer("email")
        message = f"{email!r} is no email address."
        yield Finding(message, edits=_set_aside("email", node), at=place)


def _read(text: str) -> str:
    """Return the URI that a text means, empty when it means none."""
    if _HOST.fullmatch(text):
        text = f"https://{text.removeprefix('//')}"
    encoded = quote(text, safe=_UNRESERVED + "%")
    return encoded if _URI.fullmatch(encoded) and "://" in encoded else ""


def _set_aside(key: str, node: Node) -> tuple[EditOp, ...]:
    place = node.child_pointer(key)
    if f"x-{key}" in node.value:
        return (remove(place),)
    return (move(place, node.child_pointer(f"x-{key}")),)
