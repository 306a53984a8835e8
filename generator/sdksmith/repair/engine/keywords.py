"""Fixed fields that each object may have."""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Final

from ...json_data import text_of
from ...load.document import Dialect
from ...spec.grammar import Form, Kind
from ...spec.tables import grammar
from .outlines import fits

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from .outlines import Filter, Outline
    from .rule import Node

PARAMETER_LOCATIONS: Final = frozenset(("path", "query", "header", "formData", "body"))
"""Values of `in` for a Swagger 2.0 parameter (section "Parameter Object")."""

_SHAPES: Final = grammar(Dialect.SWAGGER_20).shapes
VALUE_KEYWORDS: Final = frozenset(_SHAPES[Kind.ITEMS].fields)
"""Keywords for the value of a Swagger 2.0 parameter, header or items object."""
SCHEMA_KEYWORDS: Final = frozenset(_SHAPES[Kind.SCHEMA].fields)
"""Keywords for the value of a Swagger 2.0 body."""

_BODY: Final = frozenset(("name", "in", "description", "required", "schema"))
_PARAMETER: Final = frozenset(_SHAPES[Kind.PARAMETER].fields) - {"schema"}
_FILE: Final = frozenset(
    ("format", "title", "description", "default", "required", "type", "readOnly")
) | {"externalDocs", "example"}
_EMPTY_VALUE_PLACES: Final = frozenset(("query", "formData"))


@cache
def fields_of_form(dialect: Dialect, kind: Kind, form: Form) -> frozenset[str]:
    """Return the fixed fields of a kind whose values have a form."""
    fields = grammar(dialect).shapes[kind].fields
    return frozenset(key for key, field in fields.items() if field.form is form)


def has_other_type(form: Form) -> Filter:
    """Return a filter for nodes in which a field of a form has a value of another type.

    Null does not count: SH002 handles it.
    """

    def applies(outline: Outline) -> bool:
        fields = fields_of_form(outline.dialect, outline.kind, form)
        return any(
            key in fields and not fits(value_type, form)
            for key, value_type in outline.types.items()
            if value_type is not NoneType
        )

    return applies


@cache
def schema_fields(dialect: Dialect, kind: Kind) -> frozenset[str]:
    """Return the fixed fields of a kind that contain schemas."""
    fields = grammar(dialect).shapes[kind].fields
    return frozenset(key for key, field in fields.items() if field.kind is Kind.SCHEMA)


def location_of(parameter: Node) -> str:
    """Return `in` of a Swagger 2.0 parameter; empty if it is missing or invalid."""
    place = text_of(parameter.get("in"))
    return place if place in PARAMETER_LOCATIONS else ""


def has_value(node: Node) -> bool:
    """Return whether a Swagger 2.0 node describes a value without a schema.

    Headers, items objects, and parameters that are not in the body do. A parameter with
    an invalid `in` does not.
    """
    return node.kind is not Kind.PARAMETER or location_of(node) not in {"", "body"}


def allowed_keywords(node: Node) -> AbstractSet[str] | None:
    """Return the fixed fields that an object may have, or None for any fields.

    Nearly all objects may have extensions (`x-...`) in addition. The siblings of a
    `$ref` are checked as fields of the referenced kind of object.
    """
    if node.document.is_swagger:
        if node.kind is Kind.PARAMETER:
            return _parameter_keywords(node)
        if node.kind is Kind.SCHEMA and is_file_response(node):
            return _FILE
    return allowed_fields(node.document.dialect, node.expected)


@cache
def allowed_fields(dialect: Dialect, kind: Kind) -> AbstractSet[str] | None:
    """Return the fixed fields that objects of a kind may have, or None for any fields."""
    is_closed = dialect in {Dialect.SWAGGER_20, Dialect.OPENAPI_30}
    if kind is Kind.SCHEMA and not is_closed:
        return None
    shape = grammar(dialect).shapes.get(kind)
    return shape.fields.keys() if shape is not None and shape.others is None else None


def is_file_response(schema: Node) -> bool:
    """Return whether a Swagger 2.0 schema is the `type: file` of a response body."""
    if schema.get("type") != "file":
        return False
    parent = schema.parent
    return parent is not None and parent.kind is Kind.RESPONSE


def _parameter_keywords(node: Node) -> AbstractSet[str] | None:
    place = location_of(node)
    if not place:
        return None
    if place == "body":
        return _BODY
    return (
        _PARAMETER if place in _EMPTY_VALUE_PLACES else _PARAMETER - {"allowEmptyValue"}
    )
