"""SH009: duplicate entries of lists that must have unique entries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue

_SETS: Final = ("tags", "consumes", "produces", "schemes", "security")
"""Lists of Swagger 2.0 whose JSON Schema requires unique entries.

OpenAPI 3 requires unique names only in the `tags` of the document."""


@rule(
    "SH009",
    on=(Kind.DOCUMENT, Kind.OPERATION, Kind.SECURITY_REQUIREMENT),
    title="Remove duplicate tags, media types, schemes and scopes",
    safety=Safety.EXACT,
    bad="""
    produces: [application/json, application/json]
    tags: [{name: parcels}, {name: parcels, description: Parcels.}]
    paths:
      /parcels:
        get:
          tags: [parcels, labels, parcels]
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    produces: [application/json]
    tags: [{name: parcels}]
    paths:
      /parcels:
        get:
          tags: [parcels, labels]
          responses: {"200": {description: Parcels.}}
    """,
)
def repeated_entries(node: Node) -> Iterator[Finding]:
    """Tags, media types, URL schemes, security requirements and scopes must be unique.

    The JSON Schema of Swagger 2.0 requires unique entries in these lists. OpenAPI 3
    requires it only of the names of the tags of the document. The first entry is kept,
    and the others are removed.
    """
    if not node.document.is_swagger:
        keys = ["tags"] if node.kind is Kind.DOCUMENT else []
    elif node.kind is Kind.SECURITY_REQUIREMENT:
        keys = [*node.value]
    else:
        keys = [*_SETS]
    for key in keys:
        values = node.get(key)
        if isinstance(values, list) and len(values) > 1:
            yield from _repeated(node, key, values)


def _name_of(value: JsonValue) -> str:
    """Return the identity of an entry: the name of a tag, otherwise the whole value."""
    name = value.get("name", value) if isinstance(value, dict) else value
    return json.dumps(name, sort_keys=True, ensure_ascii=False)


def _repeated(node: Node, key: str, values: list[JsonValue]) -> Iterator[Finding]:
    seen: set[str] = set()
    repeated: list[int] = []
    for index, value in enumerate(values):
        identity = _name_of(value)
        if identity in seen:
            repeated.append(index)
        seen.add(identity)
    if repeated:
        edits = tuple(remove(node.child_pointer(key, index)) for index in repeated)
        at = node.child_pointer(key, repeated[0])
        name = _name_of(values[repeated[0]])
        yield Finding(
            f"`{key}` lists {name} more than once; duplicates removed",
            edits=edits,
            at=at,
        )
