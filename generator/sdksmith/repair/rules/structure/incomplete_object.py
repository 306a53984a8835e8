"""SH010: licenses, tags and documentation links without their required field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule

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
    title="Complete or remove licenses, tags and documentation links",
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
    """A license and a tag require `name`, and external documentation requires `url`.

    A license without a name is named after its URL. A tag without a name, documentation
    without a URL, and a license with neither are removed, because they contain no
    usable information.
    """
    field = _FIELDS[node.kind]
    if field in node.value:
        return
    url = node.get("url")
    if node.kind is Kind.LICENSE and isinstance(url, str):
        edit = put(node.child_pointer(field), url)
        yield Finding("license has no `name`; named after its URL", edits=(edit,))
    else:
        message = f"{node.kind} has no `{field}`; removed"
        yield Finding(message, edits=(remove(node.pointer),))
