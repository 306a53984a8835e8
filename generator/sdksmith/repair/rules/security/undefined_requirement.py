"""AU001: security requirements that name undefined schemes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....json_data import array_of, object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue
    from ...engine.rule import EditOp


@rule(
    "AU001",
    on=(Kind.DOCUMENT, Kind.OPERATION),
    title="Correct requirements of undefined security schemes",
    safety=Safety.LIKELY,
    bad="""
    security: [{API_KEY: []}, {unknown: []}]
    paths:
      /parcels:
        get:
          security: [{unknown: []}]
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      apiKey: {type: apiKey, in: header, name: X-Key}
    """,
    good="""
    security: [{apiKey: []}]
    paths:
      /parcels:
        get:
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      apiKey: {type: apiKey, in: header, name: X-Key}
    """,
)
def undefined_requirement(node: Node) -> Iterator[Finding]:
    """A security requirement must name security schemes that the document defines.

    A name that differs from a defined one only in case and punctuation is corrected
    (Security Requirement Object). Other names are removed. A requirement with no
    defined scheme cannot be satisfied and is removed as a whole. If no requirement of
    an operation is left, those of the whole API apply.
    """
    defined = _defined(node.document.root)
    alternatives = array_of(node.get("security"))
    unknown = {
        index: [name for name in object_of(entry) if not _is_known(name, defined)]
        for index, entry in enumerate(alternatives)
    }
    if not any(unknown.values()):
        return
    edits: list[EditOp] = []
    kept = len(alternatives)
    for index, names in unknown.items():
        at = node.child_pointer("security", index)
        if _can_stay(object_of(alternatives[index]), names, defined):
            edits += _repair(node, index, names, defined)
        else:
            kept -= 1
            edits.append(remove(at))
    at = node.child_pointer("security")
    listed = ", ".join(name for names in unknown.values() for name in names)
    yield Finding(
        f"`security` names undefined schemes ({listed}); corrected",
        edits=tuple(edits) if kept else (remove(at),),
        at=at,
    )


def _defined(root: JsonObject) -> JsonObject:
    components = object_of(root.get("components"))
    return {
        **object_of(root.get("securityDefinitions")),
        **object_of(components.get("securitySchemes")),
    }


def _is_known(name: str, defined: JsonObject) -> bool:
    # From OpenAPI 3.2 on a requirement may also be the URI of a scheme.
    return name in defined or "/" in name or name.startswith("#")


def _can_stay(entry: JsonObject, names: list[str], defined: JsonObject) -> bool:
    return not names or any(
        name not in names or _intended(name, entry, defined) for name in entry
    )


def _repair(
    node: Node, index: int, names: list[str], defined: JsonObject
) -> Iterator[EditOp]:
    entry = object_of(array_of(node.get("security"))[index])
    reserved = set(entry)
    for name in names:
        at = node.child_pointer("security", index, name)
        intended = _intended(name, entry, defined)
        if intended is None or intended in reserved:
            yield remove(at)
        else:
            reserved.add(intended)
            yield move(at, node.child_pointer("security", index, intended))


def _intended(name: str, entry: JsonObject, defined: JsonObject) -> str | None:
    candidates = [key for key in defined if _plain(key) == _plain(name)]
    return (
        candidates[0] if len(candidates) == 1 and candidates[0] not in entry else None
    )


def _plain(name: JsonValue) -> str:
    return re.sub(r"[\W_]", "", str(name)).lower()
