"""SH002: a field is null that may not be null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ..grammar import Form, Kind
from ..misfits import STRUCTURED, misfits
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonValue
    from ..misfits import Misfit
    from ..rule import EditOp

_NAMED: Final = (Kind.PATHS, Kind.PATH_ITEM, Kind.OPERATION)
"""Kinds of which an empty one says something already: that it is there."""


@rule(
    "SH002",
    on=STRUCTURED,
    title="Take null for nothing",
    safety=Safety.EXACT,
    when=misfits,
    bad="""
    host: null
    paths:
      /parcels:
        get:
          description: null
          parameters: [null]
          security: [{key: null}]
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key}
    """,
    good="""
    paths:
      /parcels:
        get:
          parameters: []
          security: [{key: []}]
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key}
    """,
)
def null_field(node: Node) -> Iterator[Finding]:
    """A field that is null is taken out: null is allowed only as a value of data.

    YAML reads a key with nothing behind it as null, and generators write null for what
    they do not know. An entry of a map stays, as its name says something, and becomes
    an empty object.
    """
    for misfit in misfits(node):
        if misfit.value is None:
            at = node.child_pointer(*misfit.tokens)
            yield Finding(
                f"{misfit.label} is null, which says nothing.",
                edits=(_edit(misfit, at),),
                at=at,
            )


def _edit(misfit: Misfit, at: str) -> EditOp:
    if misfit.in_list:
        return remove(at)
    if misfit.is_entry or misfit.field.kind in _NAMED:
        empty: dict[Form, JsonValue] = {Form.TEXT: "", Form.TEXTS: []}
        return put(at, empty.get(misfit.field.form, {}))
    return remove(at)
