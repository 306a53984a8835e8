"""Sample values are valid by the description, small, and the same for ever."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.model.types import Constraints, Scalar, ScalarKind, TypeMeta
from sdksmith.plan.samples.patterns import match_pattern, text_for_pattern
from sdksmith.plan.samples.scalars import is_segment, make_scalar
from sdksmith.plan.samples.values import SampleMaker

from tests.model.documents import build_schemas

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def sample(schema: JsonObject, *, sent: bool = True, **others: JsonObject) -> JsonValue:
    """Return the sample of a component beside others, as JSON."""
    schemas: JsonObject = {"Thing": schema, **others}
    api = build_schemas(schemas)
    return SampleMaker(api, sent=sent).make(dict(api.schemas)["Thing"]).value


PATTERNS = [
    r"^[A-Z]{3}-\d{4}$",
    r"^(\+\d{1,3})?\d{7,}$",
    r"^(?=.*[A-Z])(?=.*\d)[A-Za-z\d!]{8,}$",
    r"^#[0-9a-fA-F]{6}$",
    r"^[^/\s]+@[^/\s]+\.[a-z]{2,}$",
    r"^(?:red|green)\.\w+$",
    r"^\/v1\/[\w\-]+$",
    r"^\p{Lu}\p{Ll}+$",
    r"^([a-z])-\1$",
    r"[\u4e00-\u9fa5]{2}",
    r"^$|^\d{5}$",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_text_matches_its_pattern(pattern: str) -> None:
    validator = jsonschema_rs.Draft202012Validator({"pattern": pattern})
    value = sample({"type": "string", "pattern": pattern})
    assert validator.is_valid(value)
    assert value == sample({"type": "string", "pattern": pattern})


def test_a_pattern_that_nothing_matches_ends() -> None:
    assert sample({"type": "string", "pattern": "^a(?!.)b$"}) == "x"
    assert text_for_pattern("(" * 500, lambda _: True) is None
    assert match_pattern("(unclosed", "x")


@given(st.text(st.sampled_from("ab1(){}[]|^$\\*+?.,-:=!<>dwsDpuxk"), max_size=20))
@settings(max_examples=300, deadline=None)
def test_any_pattern_gives_a_text_or_none(pattern: str) -> None:
    made = text_for_pattern(pattern, lambda text: match_pattern(pattern, text))
    assert made is None or match_pattern(pattern, made)


SCHEMAS: list[JsonObject] = [
    {"type": "integer", "minimum": 18, "maximum": 20},
    {"type": "integer", "exclusiveMinimum": 7, "multipleOf": 5},
    {"type": "integer", "maximum": -3},
    {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    {"type": "number", "multipleOf": 0.01, "minimum": 19.99},
    {"type": "string", "minLength": 12},
    {"type": "string", "minLength": 2, "maxLength": 2},
    {"type": "string", "format": "email", "minLength": 30},
    {"type": "string", "format": "ipv6"},
    {"type": "string", "format": "uri"},
    {"type": "string", "format": "date-time"},
    {"type": "array", "items": {"type": "integer"}, "minItems": 3, "uniqueItems": True},
    {
        "type": "array",
        "items": {"enum": ["a", "b", "c"]},
        "minItems": 2,
        "uniqueItems": True,
    },
    {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 5},
        "propertyNames": {"pattern": "^[A-Z]{2}$"},
        "minProperties": 1,
    },
    {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
        "minProperties": 1,
        "dependentRequired": {"a": ["b"]},
    },
    {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
    },
    {
        "oneOf": [
            {
                "type": "object",
                "properties": {name: {"type": "string"}},
                "additionalProperties": False,
            }
            for name in ("cat", "dog")
        ]
    },
    {"type": "string", "minLength": 2, "example": "x"},
    {"type": "string", "format": "byte", "example": "not base64", "minLength": 4},
    {"type": "string", "enum": ["", ".", "up"]},
    {"type": ["string", "null"], "const": "only"},
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
def test_a_sample_is_valid(schema: JsonObject) -> None:
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    value = sample(schema)
    assert validator.is_valid(value), value


@given(
    st.integers(-50, 50),
    st.integers(0, 40),
    st.sampled_from([None, 1, 3, 0.5]),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_numbers_keep_their_bounds(
    low: int, width: int, step: float | None, is_exclusive: bool
) -> None:
    high = low + 4 + width
    said = Constraints(
        minimum=None if is_exclusive else low,
        exclusive_minimum=low if is_exclusive else None,
        maximum=high,
        multiple_of=step,
    )
    value = make_scalar(Scalar(TypeMeta(""), ScalarKind.NUMBER, "", said))
    assert isinstance(value, int | float)
    assert low + is_exclusive * 1e-9 <= value <= high
    assert step is None or value % step == 0


def test_examples_count_where_they_are_valid() -> None:
    schema: JsonObject = {
        "type": "object",
        "required": ["id", "age", "kind"],
        "properties": {
            "id": {"type": "string", "example": "in_1"},
            "age": {"type": "integer", "minimum": 18, "example": 3, "default": 21},
            "kind": {"type": "string"},
            "unasked": {"type": "string", "example": "left out"},
        },
        "example": {"kind": "cat", "id": 7},
    }
    assert sample(schema) == {"id": "in_1", "age": 21, "kind": "cat"}


def test_what_is_only_read_is_not_sent_and_what_is_only_written_not_answered() -> None:
    schema: JsonObject = {
        "type": "object",
        "required": ["id", "secret", "name"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "secret": {"type": "string", "writeOnly": True},
            "name": {"type": "string"},
        },
    }
    assert sample(schema) == {"secret": "x", "name": "x"}
    assert sample(schema, sent=False) == {"id": "x", "name": "x"}


def test_recursion_ends() -> None:
    expression: JsonObject = {
        "oneOf": [
            {"$ref": "#/components/schemas/And"},
            {"$ref": "#/components/schemas/Not"},
            {"$ref": "#/components/schemas/Leaf"},
        ]
    }
    both: JsonObject = {
        "type": "object",
        "required": ["left", "right"],
        "properties": {
            "left": {"$ref": "#/components/schemas/Thing"},
            "right": {"$ref": "#/components/schemas/Thing"},
        },
    }
    negation: JsonObject = {
        "type": "object",
        "required": ["inner"],
        "properties": {"inner": {"$ref": "#/components/schemas/Thing"}},
    }
    leaf: JsonObject = {
        "type": "object",
        "required": ["name", "value", "note"],
        "properties": {key: {"type": "string"} for key in ("name", "value", "note")},
    }
    made = sample(expression, And=both, Not=negation, Leaf=leaf)
    assert made == {"name": "x", "value": "x", "note": "x"}
    endless: JsonObject = {
        "type": "object",
        "required": ["again"],
        "properties": {"again": {"$ref": "#/components/schemas/Thing"}},
    }
    assert sample(endless) == {"again": {}}


def test_a_discriminator_has_the_value_of_its_member() -> None:
    pet: JsonObject = {
        "oneOf": [
            {"$ref": "#/components/schemas/Cat"},
            {"$ref": "#/components/schemas/Dog"},
        ],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"feline": "#/components/schemas/Cat"},
        },
    }
    kind: JsonObject = {"type": "object", "properties": {"kind": {"type": "string"}}}
    assert sample(pet, Cat=kind, Dog={**kind, "required": ["kind", "x"]}) == {
        "kind": "feline"
    }


@pytest.mark.parametrize("text", ["", " ", ".", "..", "a/b", "a\\b"])
def test_a_path_parameter_is_a_segment(text: str) -> None:
    item = Scalar(TypeMeta("", examples=(text,)), ScalarKind.STRING)
    made = make_scalar(item, in_path=True)
    assert isinstance(made, str)
    assert is_segment(made)
    assert re.fullmatch(r"[\w-]+", made)
