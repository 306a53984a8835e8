"""VA005: values of boolean fields that are not booleans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Absent, Safety
from ....spec.grammar import Form, Kind
from ...engine.keywords import fields_of_form, has_other_type
from ...engine.rule import Finding, Node, put, remove, rule
from ...values.exact_values import read_boolean, read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOUNDS: Final = frozenset(("exclusiveMinimum", "exclusiveMaximum"))


@rule(
    "VA005",
    on=(
        *(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
        *(Kind.OPERATION, Kind.XML, Kind.REQUEST_BODY, Kind.ENCODING),
    ),
    title="Convert values of boolean fields to booleans",
    safety=Safety.EXACT,
    having=has_other_type(Form.BOOLEAN),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          deprecated: "yes"
          parameters:
          - {name: city, in: query, required: "true", type: string}
          - {name: size, in: query, required: sometimes, type: string}
          responses: {"200": {description: Parcels.}}
    definitions:
      Cities: {type: array, uniqueItems: 1}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          deprecated: true
          parameters:
          - {name: city, in: query, required: true, type: string}
          - {name: size, in: query, type: string}
          responses: {"200": {description: Parcels.}}
    definitions:
      Cities: {type: array, uniqueItems: true}
    """,
)
def boolean_field(node: Node) -> Iterator[Finding]:
    """Fields such as `required`, `deprecated` and `uniqueItems` must be true or false.

    A value that spells a boolean is converted: `"true"`, `"yes"` and 1 to true,
    `"false"`, `"no"` and 0 to false. Any other value is removed, and the default of the
    field applies. Write booleans without quotes.
    """
    fields = fields_of_form(node.document.dialect, node.kind, Form.BOOLEAN)
    for key, written in node.value.items():
        # SH002 handles null.
        if key not in fields or isinstance(written, bool) or written is None:
            continue
        if key in _BOUNDS and not isinstance(read_number(written), Absent):
            # SC009 handles the numeric bounds of OpenAPI 3.1.
            continue
        place = node.child_pointer(key)
        flag = read_boolean(written)
        unread = isinstance(flag, Absent)
        yield Finding(
            f"`{key}` must be true or false, got {written!r}",
            edits=(remove(place) if isinstance(flag, Absent) else put(place, flag),),
            at=place,
            safety=Safety.LIKELY if unread else None,
        )
