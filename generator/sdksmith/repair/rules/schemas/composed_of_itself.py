"""SC011: schemas that include themselves in `allOf`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import array_of, object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, remove, rule
from ...readings.references import target_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue


@rule(
    "SC011",
    on=Kind.SCHEMA,
    title="Remove schemas from their own `allOf`",
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
    """A schema must not include itself in `allOf`, directly or through other schemas.

    Such a schema has no finite meaning. The entry that leads back to the schema is
    removed; it would only repeat the constraints of the schema. If several schemas
    include one another, the entry is removed from the one whose name sorts first.
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
        "schema includes itself through `allOf`; circular entries removed",
        edits=(
            (remove(place),)
            if len(back) == len(parts)
            else tuple(remove(f"{place}/{index}") for index in back)
        ),
        at=place,
    )


def _reachable(part: JsonValue, node: Node, own: str) -> set[str]:
    """Return the pointers of the schemas on the way from a part back to `own`.

    The set includes `own`. It is empty if no way leads back.
    """
    chain: set[str] = set()
    seen: set[str] = set()

    def leads_back(schema: JsonValue) -> bool:
        ref = object_of(schema).get("$ref")
        if isinstance(ref, str) and ref.startswith("#/"):
            if ref[1:] == own:
                chain.add(own)
                return True
            if ref in seen:
                return False
            seen.add(ref)
            target = target_of(ref, node.document)
            if isinstance(target, dict) and leads_back(target):
                chain.add(ref[1:])
                return True
            return False
        parts = array_of(object_of(schema).get("allOf"))
        # Follow every part, because several of them may lead back.
        return sum(leads_back(item) for item in parts) > 0

    leads_back(part)
    return chain
