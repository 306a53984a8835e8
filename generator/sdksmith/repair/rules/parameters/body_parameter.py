"""PA021: parameters with `in: body` or `in: formData` in OpenAPI 3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import object_of, text_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, put, remove, rule
from ...readings.contents import FORM, JSON, MULTIPART, form_schema, media_types
from ...readings.path_bindings import declared_parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject
    from ...readings.path_bindings import DeclaredParameter

_PLACES: Final = frozenset(("body", "formData"))


@rule(
    "PA021",
    on=Kind.OPERATION,
    title="Convert body and form parameters to request bodies",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    having=("parameters",),
    bad="""
    paths:
      /parcels:
        post:
          parameters:
          - {name: body, in: body, required: true, schema: {type: object}}
          responses: {"201": {description: Created.}}
      /labels:
        post:
          parameters: [{name: label, in: formData, type: file}]
          responses: {"201": {description: Created.}}
    """,
    good="""
    paths:
      /parcels:
        post:
          requestBody:
            required: true
            content: {application/json: {schema: {type: object}}}
          parameters: []
          responses: {"201": {description: Created.}}
      /labels:
        post:
          requestBody:
            content:
              multipart/form-data:
                schema:
                  type: object
                  properties: {label: {type: string, format: binary}}
          parameters: []
          responses: {"201": {description: Created.}}
    """,
)
def body_parameter(node: Node) -> Iterator[Finding]:
    """In OpenAPI 3, a request body is defined by `requestBody`, not by parameters.

    A parameter with `in: body` becomes the request body. Parameters with `in: formData`
    become the properties of a form, unless there is a body parameter as well. The media
    types are those of `consumes`, or else JSON for a body and a form type for form
    parameters. If the operation already has a `requestBody`, it is kept and the
    parameters are removed.
    """
    found = [item for item in declared_parameters(node) if item.place in _PLACES]
    if not found:
        return
    edits = [remove(node.child_pointer("parameters", item.index)) for item in found]
    names = ", ".join(repr(item.name) for item in found)
    message = (
        f"OpenAPI 3 has no body or form parameters ({names}); "
        "replaced by `requestBody`"
    )
    if "requestBody" in node.value:
        yield Finding(message, edits=tuple(edits))
        return
    bodies = [item.value for item in found if item.place == "body"]
    body = _body(node, bodies[0]) if bodies else _form(node, found)
    place = node.child_pointer("requestBody")
    yield Finding(message, edits=(put(place, body), *edits))


def _body(node: Node, parameter: JsonObject) -> JsonObject:
    media = object_of(parameter.get("schema"))
    names = media_types(node, "consumes") or [JSON]
    body: JsonObject = {"content": {name: {"schema": media} for name in names}}
    if text := text_of(parameter.get("description")):
        body["description"] = text
    return {**body, "required": True} if parameter.get("required") is True else body


def _form(node: Node, fields: list[DeclaredParameter]) -> JsonObject:
    values = [item.value for item in fields]
    named = media_types(node, "consumes")
    has_file = any(value.get("type") == "file" for value in values)
    names = [name for name in named if name in {FORM, MULTIPART}]
    if has_file or not names:
        names = [MULTIPART if has_file else FORM]
    schema = form_schema(values, node.document.dialect)
    return {"content": {name: {"schema": schema} for name in names}}
