"""PT006: paths with unbalanced braces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, rule
from ...readings.path_keys import NewPath, path_keys, rekey, split_key
from ...readings.path_text import balance

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PT006",
    on=Kind.PATHS,
    title="Balance braces in paths",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels/{parcel/labels/label}:
        parameters:
        - {name: parcel, in: path, required: true, type: string}
        - {name: label, in: path, required: true, type: string}
        get: {responses: {"200": {description: A label.}}}
    """,
    good="""
    paths:
      /parcels/{parcel}/labels/{label}:
        parameters:
        - {name: parcel, in: path, required: true, type: string}
        - {name: label, in: path, required: true, type: string}
        get: {responses: {"200": {description: A label.}}}
    """,
)
def unbalanced_braces(node: Node) -> Iterator[Finding]:
    """A placeholder must open and close within one segment of its path.

    A missing closing brace is added at the end of the segment, and a missing opening
    brace at its start. Otherwise the placeholder could not be matched to its parameter.
    """
    new: dict[str, NewPath] = {}
    for key in path_keys(node):
        path, label = split_key(key)
        if "{" in path or "}" in path:
            balanced = balance(path)
            if balanced != path:
                new[key] = NewPath(balanced, label)
    for key, rekeyed in rekey(node, new).items():
        at = node.child_pointer(key)
        message = f"path {key!r} has unbalanced braces; corrected"
        yield Finding(message, edits=rekeyed.edits, at=at)
