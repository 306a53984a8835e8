"""SC011: schemas that include themselves in `allOf`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import array_of, object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, remove, rule
from ...readings.circles import Circles
from ...readings.references import target_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue
    from ...engine.context import Context

_LARGE: Final = 100
"""Number of schemas in a circle above which only one of them is repaired in a pass."""


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
    circle = node.document.compute(_circles).circle_of(own)
    if own not in circle or (len(circle) > _LARGE and own != min(circle)):
        return
    back = [
        index
        for index, part in enumerate(parts)
        if own in (way := _ways_back(part, node, own, circle)) and own == min(way)
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


def _circles(document: Context) -> Circles:
    """Return the circles of schemas that include one another."""

    def successors(pointer: str) -> list[str]:
        return _included(target_of(f"#{pointer}", document))

    return Circles(successors)


def _included(schema: JsonValue) -> list[str]:
    """Return the pointers of the schemas to which a schema refers, also through `allOf`."""
    found: list[str] = []
    stack = [schema]
    while stack:
        part = object_of(stack.pop())
        ref = part.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/"):
            found.append(ref[1:])
        else:
            stack.extend(reversed(array_of(part.get("allOf"))))
    return found


def _ways_back(
    part: JsonValue, node: Node, own: str, circle: frozenset[str]
) -> frozenset[str]:
    """Return the pointers of the schemas on the ways from a part back to `own`.

    The set includes `own`. It is empty if no way leads back.

    Args:
        part: Member of `allOf`.
        node: The schema that has it.
        own: Pointer of the schema.
        circle: Pointers of all schemas on ways back.
    """
    following = [target for target in _included(part) if target in circle]
    if len(circle) > _LARGE:
        return circle if following else frozenset()
    if own in following:
        return frozenset((own,))
    before: dict[str, set[str]] = {}
    seen: set[str] = {own}
    while following:
        pointer = following.pop()
        if pointer in seen:
            continue
        seen.add(pointer)
        for target in _included(target_of(f"#{pointer}", node.document)):
            if target in circle:
                before.setdefault(target, set()).add(pointer)
                following.append(target)
    ways: set[str] = set()
    following = [own] if own in before else []
    while following:
        pointer = following.pop()
        if pointer not in ways:
            ways.add(pointer)
            following += before.get(pointer, ())
    return frozenset(ways)
