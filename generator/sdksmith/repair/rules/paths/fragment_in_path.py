"""PT004: paths with a fragment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule
from ...readings.path_keys import TRUE_PATH, path_keys

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PT004",
    on=Kind.PATHS,
    title="Exclude fragments from request paths",
    safety=Safety.EXACT,
    bad="""
    paths:
      /parcels#lost:
        get: {responses: {"200": {description: Lost parcels.}}}
    """,
    good="""
    paths:
      /parcels#lost:
        get: {responses: {"200": {description: Lost parcels.}}}
        x-sdksmith-path: /parcels
    """,
)
def fragment_in_path(node: Node) -> Iterator[Finding]:
    """A fragment is never sent to a server; it only distinguishes two keys of `paths`.

    The key is kept. The part before `#` is stored in `x-sdksmith-path`, and the client
    sends its requests to this path.
    """
    for key in path_keys(node):
        path, mark, _ = key.partition("#")
        if mark and path and TRUE_PATH not in object_of(node.value[key]):
            yield Finding(
                f"fragment of path {key!r} is not sent; `x-sdksmith-path` added",
                edits=(put(node.child_pointer(key, TRUE_PATH), path),),
                at=node.child_pointer(key),
            )
