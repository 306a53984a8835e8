"""SC011: a schema is a part of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import array_of, object_of
from ..grammar import Kind
from ..references import target_of
from ..rule import Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonValue


@rule(
    "SC011",
    on=Kind.SCHEMA,
    title="Take schemas out of their own parts",
    safety=Safety.LIKELY,
    having=("allOf",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        allOf: [{$ref: "#/definitions/Parcel"}, {$ref: "#/definitions/Label"}]
      Label: {type: object}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        allOf: [{$ref: "#/definitions/Label"}]
      Label: {type: object}
    """,
)
def composed_of_itself(node: Node) -> Iterator[Finding]:
    """A schema that is `allOf` itself, at once or by way of others, has no end.

    The part that leads back is left out: it would say what the schema says anyway. Of
    several schemas that are parts of one another, the first by name loses its part.
    """
    if "allOf" not in node.value:
        return
    parts = array_of(node.get("allOf"))
    own = node.pointer
    back = [
        index
        for index, part in enumerate(parts)
        if own in (circle := _reachable(part, node, own)) and own == min(circle)
    ]
    if not back:
        return
    place = node.child_pointer("allOf")
    yield Finding(
        "The schema is composed of itself.",
        edits=(
            (remove(place),)
            if len(back) == len(parts)
            else tuple(remove(f"{place}/{index}") for index in back)
        ),
        at=place,
    )


def _reachable(part: JsonValue, node: Node, own: str) -> set[str]:
    """Return the pointers that lead from a part back to `own`, and `own`, if any do."""
    trail: set[str] = set()
    seen: set[str] = set()

    def leads_back(schema: JsonValue) -> bool:
        ref = object_of(schema).get("$ref")
        if isinstance(ref, str) and ref.startswith("#/"):
            if ref[1:] == own:
                trail.add(own)
                return True
            if ref in seen:
                return False
            seen.add(ref)
            target = target_of(ref, node.document)
            if isinstance(target, dict) and leads_back(target):
                trail.add(ref[1:])
                return True
            return False
        parts = array_of(object_of(schema).get("allOf"))
        # All of them are followed, since there may be several ways back.
        return sum(leads_back(item) for item in parts) > 0

    leads_back(part)
    return trail
