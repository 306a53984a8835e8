"""SV004: servers without a URL, and server variables without a default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import texts_of
from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SV004",
    on=(Kind.SERVER, Kind.SERVER_VARIABLE),
    title="Add missing server URLs and variable defaults",
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
def server_url(node: Node) -> Iterator[Finding]:
    """A server must have a `url`, and each of its variables a `default`.

    Both fields are required (Server Object, Server Variable Object). A missing URL is
    set to `/`, the root of the server that hosts the document. A missing default is set
    to the first value of `enum`, or to the name of the variable if it lists no values,
    which is a guess. An empty `enum` is removed from OpenAPI 3.1 on, where it is not
    allowed.
    """
    if node.kind is Kind.SERVER:
        if "url" not in node.value:
            edit = put(node.child_pointer("url"), "/")
            yield Finding("server has no `url`; set to `/`", edits=(edit,))
        return
    values = texts_of(node.get("enum"))
    if node.get("enum") == [] and node.document.dialect is not Dialect.OPENAPI_30:
        at = node.child_pointer("enum")
        message = f"server variable {node.key!r} has an empty `enum`; removed"
        yield Finding(message, edits=(remove(at),), at=at, safety=Safety.EXACT)
    if "default" not in node.value:
        reserved = values[0] if values else node.key
        yield Finding(
            f"server variable {node.key!r} has no `default`; set to {reserved!r}",
            edits=(put(node.child_pointer("default"), reserved),),
            safety=None if values else Safety.GUESS,
        )
