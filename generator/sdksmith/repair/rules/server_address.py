"""SV004: a server has no URL, or a variable without a default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import texts_of
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import OPENAPI, Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SV004",
    on=(Kind.SERVER, Kind.SERVER_VARIABLE),
    title="Complete servers and their variables",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    bad="""
    openapi: 3.1.0
    info: {title: Parcels, version: "1"}
    paths: {}
    servers:
    - {description: Production.}
    - url: https://{region}.example.com/{stage}
      variables:
        region: {enum: [eu, us]}
        stage: {default: v1, enum: []}
    """,
    good="""
    openapi: 3.1.0
    info: {title: Parcels, version: "1"}
    paths: {}
    servers:
    - {description: Production., url: /}
    - url: https://{region}.example.com/{stage}
      variables:
        region: {enum: [eu, us], default: eu}
        stage: {default: v1}
    """,
)
def server_address(node: Node) -> Iterator[Finding]:
    """A server has a `url`, and each of its variables a `default`.

    Without a URL it is where the document stands: `/`. A variable without a default
    takes the first of its values; one that lists none, its own name, which is a guess.
    """
    if node.kind is Kind.SERVER:
        if "url" not in node.value:
            edit = put(node.child_pointer("url"), "/")
            yield Finding("The server has no URL; / is taken.", edits=(edit,))
        return
    values = texts_of(node.get("enum"))
    if node.get("enum") == [] and node.document.dialect is not Dialect.OPENAPI_30:
        at = node.child_pointer("enum")
        message = f"The variable {node.key!r} lists no value."
        yield Finding(message, edits=(remove(at),), at=at, safety=Safety.EXACT)
    if "default" not in node.value:
        taken = values[0] if values else node.key
        yield Finding(
            f"The variable {node.key!r} has no default; {taken!r} is taken.",
            edits=(put(node.child_pointer("default"), taken),),
            safety=None if values else Safety.GUESS,
        )
