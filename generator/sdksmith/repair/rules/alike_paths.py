"""PT007: two paths differ in the names of their placeholders alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..path_keys import path_keys
from ..rule import Finding, Node, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PT007",
    on=Kind.PATHS,
    title="Say which paths are the same to a server",
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
def alike_paths(node: Node) -> Iterator[Finding]:
    """No server can tell `/parcels/{id}` from `/parcels/{name}`.

    The specification forbids such pairs. The client keeps both, as each may describe
    its own half of the truth.
    """
    seen: dict[str, str] = {}
    for key in path_keys(node):
        shape = re.sub(r"\{[^{}]*\}", "{}", key)
        first = seen.setdefault(shape, key)
        if first != key:
            at = node.child_pointer(key)
            yield Finding(f"{key!r} is the same path as {first!r}.", at=at)
