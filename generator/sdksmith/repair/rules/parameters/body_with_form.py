"""PA011: operations with both a body parameter and form parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, remove, rule
from ...readings.parameter_values import form_fields
from ...readings.path_bindings import declared_parameters

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PA011",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="Merge body parameters into form parameters",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          consumes: [multipart/form-data]
          parameters:
          - {name: label, in: formData, type: file}
          - name: parcel
            in: body
            schema:
              type: object
              required: [city]
              properties: {city: {type: string}, weight: {type: number}}
          responses: {"201": {description: Created.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          consumes: [multipart/form-data]
          parameters:
          - {name: label, in: formData, type: file}
          - {name: city, in: formData, type: string, required: true}
          - {name: weight, in: formData, type: number}
          responses: {"201": {description: Created.}}
    """,
)
def body_with_form(node: Node) -> Iterator[Finding]:
    """An operation cannot have both `in: body` and `in: formData` parameters.

    Form parameters are sent as the request body (Swagger 2.0, Parameter Object). Each
    property of the body parameter becomes a form parameter; a body that is not an
    object becomes a single form parameter. If a form parameter of the same name already
    exists, it is kept unchanged.
    """
    declared = declared_parameters(node)
    known = {item.name for item in declared if item.place == "formData"}
    bodies = [item for item in declared if item.place == "body"]
    if not known or len(bodies) != 1:
        return
    place = node.child_pointer("parameters", bodies[0].index)
    fields = [
        field
        for field in form_fields(bodies[0].value, node.document)
        if field["name"] not in known
    ]
    end = node.child_pointer("parameters", "-")
    yield Finding(
        f"body parameter {bodies[0].name!r} cannot be combined with form "
        "parameters; converted to form parameters",
        edits=(
            put(place, fields[0]) if fields else remove(place),
            *(put(end, field, origin=place) for field in fields[1:]),
        ),
        at=place,
    )
