"""SC003: a schema says `required: true` of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import ABSENT, Safety
from ..exact_values import read_boolean
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SC003",
    on=(Kind.SCHEMA, Kind.REFERENCE),
    title="List required properties in their object",
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
    """`required` of a schema lists the properties that an object must have.

    `required: true` inside a property comes from parameters, where it is right. The
    name of the property goes into the list of its object; elsewhere the flag says
    nothing, and is dropped.
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
        yield Finding("required must list names of properties.", edits=(own,))
        return
    listed = owner.get("required")
    if isinstance(listed, list):
        new = put(owner.child_pointer("required", "-"), node.key)
        edits = (own,) if node.key in listed else (own, new)
    elif listed is None:
        edits = (own, put(owner.child_pointer("required"), [node.key]))
    else:
        # The object above has a flag of its own, which goes first.
        return
    yield Finding(
        f"Property {node.key!r} is required by a list in its object.", edits=edits
    )
