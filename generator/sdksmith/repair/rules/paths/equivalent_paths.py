"""PT007: paths that differ only in the names of their placeholders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, rule
from ...readings.path_keys import path_keys

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PT007",
    on=Kind.PATHS,
    title="Report paths that differ only in placeholder names",
    safety=Safety.EXACT,
    bad="""
    paths:
      /parcels/{id}:
        parameters: [{name: id, in: path, required: true, type: string}]
        get: {responses: {"200": {description: A parcel.}}}
      /parcels/{name}:
        parameters: [{name: name, in: path, required: true, type: string}]
        get: {responses: {"200": {description: A parcel.}}}
    """,
    good="""
    paths:
      /parcels/{id}:
        parameters: [{name: id, in: path, required: true, type: string}]
        get: {responses: {"200": {description: A parcel.}}}
      /parcels/{name}:
        parameters: [{name: name, in: path, required: true, type: string}]
        get: {responses: {"200": {description: A parcel.}}}
    """,
)
def equivalent_paths(node: Node) -> Iterator[Finding]:
    """Paths that differ only in the names of their placeholders match the same URLs.

    A server cannot distinguish `/parcels/{id}` from `/parcels/{name}`, and OpenAPI 3
    forbids such pairs (Paths Object). Nothing is changed: the client keeps the
    operations of both paths, because each may document different parameters or
    responses. Merge the two path items in the document.
    """
    seen: dict[str, str] = {}
    for key in path_keys(node):
        shape = re.sub(r"\{[^{}]*\}", "{}", key)
        first = seen.setdefault(shape, key)
        if first != key:
            at = node.child_pointer(key)
            yield Finding(
                f"path {key!r} differs from {first!r} only in the names of "
                "placeholders; both are kept",
                at=at,
            )
