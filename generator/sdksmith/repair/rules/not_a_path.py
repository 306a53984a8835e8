"""PT001: a key of `paths` is no path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..path_keys import count_operations, path_keys
from ..rule import Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[\w\s,;:'\"()-]*")


@rule(
    "PT001",
    on=Kind.PATHS,
    title="Leave out what stands among the paths and is none",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        get: {responses: {"200": {description: Parcels.}}}
      header:
        get: {responses: {"200": {description: Nothing.}}}
    """,
    good="""
    paths:
      /parcels:
        get: {responses: {"200": {description: Parcels.}}}
    """,
)
def not_a_path(node: Node) -> Iterator[Finding]:
    """A path starts with a slash; a bare word among paths is a leftover of other text.

    Documents that are made by reading web pages take words such as `header` for paths.
    Where no key at all starts with a slash the words are taken for paths (PT002).
    """
    keys = list(path_keys(node))
    if not any(key.lstrip().startswith("/") for key in keys):
        return
    for key in keys:
        if _WORD.fullmatch(key):
            at = node.child_pointer(key)
            yield Finding(
                f"{key!r} is no path, so its operations are left out.",
                edits=(remove(at),),
                at=at,
                effect=Effect.OMITTED,
                lost=count_operations(node.value[key]),
            )
