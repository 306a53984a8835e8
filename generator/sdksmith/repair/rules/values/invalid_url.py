"""VA008: invalid URLs and email addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....text.urls import Url, parse_url
from ...engine.rule import Finding, Node, move, put, remove, rule
from ...readings.strings import quoted
from ...readings.uris import is_uri, read_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp


@rule(
    "VA008",
    on=(Kind.CONTACT, Kind.LICENSE, Kind.EXTERNAL_DOCS),
    title="Correct invalid URLs and email addresses",
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
def invalid_url(node: Node) -> Iterator[Finding]:
    """A `url` must be a valid URL, and an `email` must contain an `@`.

    In Swagger 2.0, a `url` must be absolute. The name of a host gets the prefix
    `https://`, and characters that are not allowed in a URI are percent-encoded. In
    OpenAPI 3, relative URLs are valid; only a `url` with control characters, or with an
    invalid host or port, is corrected. A value that cannot be corrected moves to an
    extension. Email addresses are checked in every version of the specification.
    """
    url = node.get("url")
    if isinstance(url, str) and not _is_valid(node, url):
        read = read_uri(url)
        place = node.child_pointer("url")
        edits = (put(place, read),) if read else _move_to_extension("url", node)
        what = "an absolute" if node.document.is_swagger else "a valid"
        message = f"`url` must be {what} URL, got {quoted(url)}"
        yield Finding(message, edits=edits, at=place)
    email = node.get("email")
    if isinstance(email, str) and "@" not in email:
        place = node.child_pointer("email")
        message = f"{email!r} is not an email address; moved to `x-email`"
        yield Finding(message, edits=_move_to_extension("email", node), at=place)


def _is_valid(node: Node, url: str) -> bool:
    if node.document.is_swagger:
        return is_uri(url)
    return isinstance(parse_url(url), Url)


def _move_to_extension(key: str, node: Node) -> tuple[EditOp, ...]:
    place = node.child_pointer(key)
    if f"x-{key}" in node.value:
        return (remove(place),)
    return (move(place, node.child_pointer(f"x-{key}")),)
