"""RF010: path item references that do not point to a path item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, remove, rule
from ...readings.path_bindings import METHODS
from ...readings.references import is_bare_name, is_local, target_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = METHODS | {"parameters", "$ref"}


@rule(
    "RF010",
    on=Kind.PATH_ITEM,
    title="Remove unresolvable path item references",
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
    """The `$ref` of a path item must point to another path item.

    The target can be in the same document or in another one (Path Item Object). A
    reference whose target in this document is missing or is not a path item is removed,
    and the operations that it referred to are omitted from the client. The same happens
    to a reference to another server, unless `--allow-remote` is given.
    """
    ref = node.get("$ref")
    if not isinstance(ref, str):
        return
    if not is_local(ref) and not is_bare_name(ref):
        yield Finding(
            f"`$ref` {ref!r} points to another server, which requires "
            "`--allow-remote`; its operations are omitted from the client",
            edits=(remove(node.child_pointer("$ref")),),
            effect=Effect.OMITTED,
            # The number of operations is unknown; a path has at least one.
            omitted=1,
        )
        return
    target = target_of(ref, node.document) if ref.startswith("#/") else None
    if isinstance(target, dict) and not _FIELDS.isdisjoint(target):
        return
    yield Finding(
        f"`$ref` {ref!r} does not point to a path item; removed",
        edits=(remove(node.child_pointer("$ref")),),
        effect=Effect.OMITTED,
    )
