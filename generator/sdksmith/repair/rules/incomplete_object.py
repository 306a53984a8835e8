"""SH010: a small object lacks the one field that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = {
    Kind.LICENSE: "name",
    Kind.TAG: "name",
    Kind.EXTERNAL_DOCS: "url",
}


@rule(
    "SH010",
    on=tuple(_FIELDS),
    title="Leave out tags, licences and links that say nothing",
    safety=Safety.EXACT,
    bad="""
    info: {title: Parcels, version: "1", license: {url: "https://example.com/terms"}}
    tags: [{description: Parcels.}]
    externalDocs: {description: More.}
    paths: {}
    """,
    good="""
    info:
      title: Parcels
      version: "1"
      license: {url: "https://example.com/terms", name: "https://example.com/terms"}
    tags: []
    paths: {}
    """,
)
def incomplete_object(node: Node) -> Iterator[Finding]:
    """A licence and a tag need a name, and a link to documentation needs a URL.

    A licence without name is called by its URL. A tag without name or a link without
    URL can be of no use and is taken out.
    """
    field = _FIELDS[node.kind]
    if field in node.value:
        return
    url = node.get("url")
    if node.kind is Kind.LICENSE and isinstance(url, str):
        edit = put(node.child_pointer(field), url)
        yield Finding("The licence has no name.", edits=(edit,))
    else:
        message = f"A {node.kind} without {field} says nothing."
        yield Finding(message, edits=(remove(node.pointer),))
