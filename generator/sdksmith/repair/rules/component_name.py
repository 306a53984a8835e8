"""DO003: the name of a component has characters that it may not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import Finding, Node, move, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = re.compile(r"[a-zA-Z0-9._-]+")
_FORBIDDEN: Final = re.compile(r"[^a-zA-Z0-9._-]+")


@rule(
    "DO003",
    on=Kind.DEFINITIONS,
    title="Name components with the characters that the specification allows",
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
    """Names of components are of ASCII letters, digits, dots, hyphens and underscores.

    Any other characters become an underscore, in the references to the component too.
    Before OpenAPI 3.1 validators do not ask, so that names stay there as they are.
    """
    if node.parent is None or node.parent.kind is not Kind.COMPONENTS:
        return
    wrong = [key for key in node.value if not _NAME.fullmatch(key)]
    taken = set(node.value)
    # Sorted, so that who is counted does not depend on the order.
    for key in sorted(wrong):
        plain = _FORBIDDEN.sub("_", key).strip("_") or "unnamed"
        name, number = plain, 1
        while name in taken:
            number += 1
            name = f"{plain}_{number}"
        taken.add(name)
        at = node.child_pointer(key)
        yield Finding(
            f"{key!r} cannot be the name of a component; {name} is taken.",
            edits=(move(at, node.child_pointer(name)),),
            at=at,
        )
