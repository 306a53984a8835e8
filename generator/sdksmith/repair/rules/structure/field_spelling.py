"""SH005: field names that differ from the specification in case or separators."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.tables import grammar
from ...engine.mismatches import STRUCTURED
from ...engine.rule import Finding, Node, move, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ....load.document import Dialect
    from ....spec.grammar import Kind
    from ...engine.outlines import Outline


def _has_unknown_field(outline: Outline) -> bool:
    return not outline.types.keys() <= _names(outline.dialect, outline.kind)


@rule(
    "SH005",
    on=STRUCTURED,
    title="Correct the spelling of field names",
    safety=Safety.LIKELY,
    early=True,
    having=_has_unknown_field,
    bad="""
    base_path: /v1
    paths:
      /parcels:
        GET:
          responses: {"200": {description: Parcels.}}
        put:
          operationID: listParcels
          responses: {"200": {Description: Parcels.}}
    """,
    good="""
    basePath: /v1
    paths:
      /parcels:
        get:
          responses: {"200": {description: Parcels.}}
        put:
          operationId: listParcels
          responses: {"200": {description: Parcels.}}
    """,
)
def field_spelling(node: Node) -> Iterator[Finding]:
    """Field names are case-sensitive: `operationID` is not `operationId`.

    A field is renamed if its name differs from that of a field in the specification
    only in case, hyphens, underscores and spaces. It is not renamed if the object
    already has a field of the correct name.
    """
    dialect, kind = node.document.dialect, node.kind
    spellings = _spellings(dialect, kind)
    reserved = set(node.value)
    for key in node.value:
        name = None if key.startswith("x-") else spellings.get(_plain(key))
        if name is not None and name not in reserved:
            reserved.add(name)
            at = node.child_pointer(key)
            yield Finding(
                f"field `{key}` must be spelled `{name}`; renamed",
                edits=(move(at, node.child_pointer(name)),),
                at=at,
            )


@cache
def _spellings(dialect: Dialect, kind: Kind) -> Mapping[str, str]:
    """Return the field names of a kind by their plain spelling; empty for maps."""
    tables = grammar(dialect)
    shape = tables.shapes.get(kind)
    if shape is None or shape.others is not None:
        return {}
    names = [*shape.fields, *(["$ref"] if kind in tables.references else [])]
    return {_plain(name): name for name in names}


@cache
def _names(dialect: Dialect, kind: Kind) -> frozenset[str]:
    return frozenset(_spellings(dialect, kind).values())


@lru_cache(4096)
def _plain(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()
