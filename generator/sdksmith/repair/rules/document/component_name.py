"""DO003: component names with characters that are not allowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = re.compile(r"[a-zA-Z0-9._-]+")
_FORBIDDEN: Final = re.compile(r"[^a-zA-Z0-9._-]+")


@rule(
    "DO003",
    on=Kind.DEFINITIONS,
    title="Replace invalid characters in component names",
    safety=Safety.EXACT,
    dialects=(Dialect.OPENAPI_31, Dialect.OPENAPI_32),
    bad="""
    openapi: 3.1.0
    info: {title: Parcels, version: "1"}
    components:
      schemas:
        Page<Parcel>: {type: array, items: {$ref: "#/components/schemas/a parcel"}}
        a parcel: {type: object}
    """,
    good="""
    openapi: 3.1.0
    info: {title: Parcels, version: "1"}
    components:
      schemas:
        Page_Parcel: {type: array, items: {$ref: "#/components/schemas/a_parcel"}}
        a_parcel: {type: object}
    """,
)
def component_name(node: Node) -> Iterator[Finding]:
    """Component names consist of ASCII letters, digits, dots, hyphens and underscores.

    Other characters are replaced by an underscore, and references to the component are
    updated. If the new name is already taken, a number is appended. Before OpenAPI 3.1,
    validators do not check the names, so they are kept there.
    """
    if node.parent is None or node.parent.kind is not Kind.COMPONENTS:
        return
    wrong = [key for key in node.value if not _NAME.fullmatch(key)]
    reserved = set(node.value)
    # Sorted, so that the numbers do not depend on the order of the document.
    for key in sorted(wrong):
        plain = _FORBIDDEN.sub("_", key).strip("_") or "unnamed"
        name, number = plain, 1
        while name in reserved:
            number += 1
            name = f"{plain}_{number}"
        reserved.add(name)
        at = node.child_pointer(key)
        yield Finding(
            f"{key!r} is not a valid component name; renamed to '{name}'",
            edits=(move(at, node.child_pointer(name)),),
            at=at,
        )
