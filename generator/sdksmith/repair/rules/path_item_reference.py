"""RF010: a path refers to something that is no path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..path_bindings import METHODS
from ..references import is_bare_name, is_local, target_of
from ..rule import Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = METHODS | {"parameters", "$ref"}


@rule(
    "RF010",
    on=Kind.PATH_ITEM,
    title="Leave out references of paths that lead nowhere",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels: {$ref: "#/x-paths/parcels"}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels: {}
    """,
)
def path_item_reference(node: Node) -> Iterator[Finding]:
    """The `$ref` of a path must lead to another path item, in this document or another.

    One that leads nowhere in this document, or to something else, is left out, and
    whatever operations it stood for with it. So is one that leads to another server,
    unless `--allow-remote` is given.
    """
    ref = node.get("$ref")
    if not isinstance(ref, str):
        return
    if not is_local(ref) and not is_bare_name(ref):
        yield Finding(
            f"$ref {ref!r} leads to another server, which is asked with --allow-remote "
            "only; its operations are left out.",
            edits=(remove(node.child_pointer("$ref")),),
            effect=Effect.OMITTED,
            # How many there are nobody knows, but for a path there is one.
            lost=1,
        )
        return
    target = target_of(ref, node.document) if ref.startswith("#/") else None
    if isinstance(target, dict) and not _FIELDS.isdisjoint(target):
        return
    yield Finding(
        f"There is no path item at {ref!r}; it is left out.",
        edits=(remove(node.child_pointer("$ref")),),
        effect=Effect.OMITTED,
    )
