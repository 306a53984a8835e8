"""SC003: `required: true` in a schema instead of a list of properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import ABSENT, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...values.exact_values import read_boolean

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SC003",
    on=(Kind.SCHEMA, Kind.REFERENCE),
    title="Move `required` flags of properties to their object",
    safety=Safety.LIKELY,
    having=("required",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        properties:
          city: {type: string, required: true}
          note: {type: string, required: false}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        properties:
          city: {type: string}
          note: {type: string}
        required: [city]
    """,
)
def required_flag(node: Node) -> Iterator[Finding]:
    """`required` of a schema must list the properties that an object must have.

    A boolean is valid only in other objects, such as a parameter. `required: true`
    inside a property moves the name of the property to the `required` list of its
    object. `required: false`, and a flag anywhere else, has no meaning in a schema and
    is removed.
    """
    if "required" not in node.value or node.expected is not Kind.SCHEMA:
        return
    flag = read_boolean(node.get("required"))
    if flag is ABSENT:
        return
    owner = node.parent
    own = remove(node.child_pointer("required"))
    lifted = flag is True and owner is not None and node.tokens[0] == "properties"
    if owner is None or not lifted:
        yield Finding(
            "`required` must be a list of property names; removed", edits=(own,)
        )
        return
    listed = owner.get("required")
    if isinstance(listed, list):
        new = put(owner.child_pointer("required", "-"), node.key)
        edits = (own,) if node.key in listed else (own, new)
    elif listed is None:
        edits = (own, put(owner.child_pointer("required"), [node.key]))
    else:
        # The object itself has a flag, which must be repaired first.
        return
    yield Finding(
        f"property {node.key!r} has `required: true`; moved to the list of its object",
        edits=edits,
    )
