"""VA008: invalid URLs and email addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, put, remove, rule
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
    """In Swagger 2.0 a `url` must be an absolute URI; an `email` must contain an `@`.

    The name of a host gets the prefix `https://`, and characters that are not allowed
    in a URI are percent-encoded. A value that cannot be corrected moves to an
    extension. Email addresses are checked in every version of the specification.
    """
    url = node.get("url")
    if isinstance(url, str) and node.document.is_swagger and not is_uri(url):
        read = read_uri(url)
        place = node.child_pointer("url")
        edits = (put(place, read),) if read else _move_to_extension("url", node)
        yield Finding(
            f"`url` must be an absolute URL, got {url!r}", edits=edits, at=place
        )
    email = node.get("email")
    if isinstance(email, str) and "@" not in email:
        place = node.child_pointer("email")
        message = f"{email!r} is not an email address; moved to `x-email`"
        yield Finding(message, edits=_move_to_extension("email", node), at=place)


def _move_to_extension(key: str, node: Node) -> tuple[EditOp, ...]:
    place = node.child_pointer(key)
    if f"x-{key}" in node.value:
        return (remove(place),)
    return (move(place, node.child_pointer(f"x-{key}")),)
