"""Validation of default values against a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from sdksmith.load.document import Dialect
from sdksmith.repair.engine.context import Context
from sdksmith.repair.values.conformance import are_equal, conforms

from tests.repair.values.strategies import SCALARS, TYPES, VALUES

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

LIMITS: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from(TYPES),
    "format": st.sampled_from(["date", "date-time", "int32", "byte", "email", "odd"]),
    "enum": st.lists(SCALARS, min_size=1, max_size=3),
    "minimum": st.integers(-3, 3),
    "maximum": st.integers(-3, 3),
    "exclusiveMinimum": st.booleans(),
    "multipleOf": st.sampled_from([1, 2, 0.5]),
    "minLength": st.integers(0, 2),
    "maxLength": st.integers(0, 2),
    "pattern": st.sampled_from(["^a", "b$", "[0-9]"]),
    "minItems": st.integers(0, 2),
    "maxItems": st.integers(0, 2),
    "uniqueItems": st.booleans(),
    "minProperties": st.integers(0, 2),
    "required": st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True),
}


def nested(inner: st.SearchStrategy[JsonObject]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {},
        optional={
            **LIMITS,
            "items": inner,
            "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=2),
            "additionalProperties": st.booleans() | inner,
            "allOf": st.lists(inner, min_size=1, max_size=2),
        },
    )


SCHEMAS = st.recursive(st.fixed_dictionaries({}, optional=LIMITS), nested, max_leaves=4)


def context(root: JsonObject | None = None) -> Context:
    return Context(root or {}, Dialect.SWAGGER_20, "spec.yaml")


@given(SCHEMAS, VALUES)
def test_defaults_are_checked_as_by_the_validator(
    schema: JsonObject, value: JsonValue
) -> None:
    judge = OAS30Validator(schema, format_checker=oas30_format_checker)
    assert conforms(value, schema, context()) == judge.is_valid(value)


def test_defaults_are_checked_through_references() -> None:
    root: JsonObject = {"definitions": {"Size": {"type": "integer"}}}
    schema: JsonObject = {"$ref": "#/definitions/Size"}
    assert conforms(1, schema, context(root))
    assert not conforms("1", schema, context(root))


@given(VALUES, VALUES)
def test_equality_follows_json(one: JsonValue, other: JsonValue) -> None:
    assert are_equal(one, one)
    if are_equal(one, other):
        assert are_equal(other, one)
        assert one == other
    assert not are_equal(True, 1)
    assert not are_equal([0], [False])
