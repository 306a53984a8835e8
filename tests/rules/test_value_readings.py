"""What stands in the place of a value, a type or a pattern, and how it is read."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from sdksmith.load.document import Dialect
from sdksmith.repair.engine.rule import Context, complete_example
from sdksmith.repair.readings.type_names import TypeReading, read_list, read_type
from sdksmith.repair.values.conformance import are_equal, conforms
from sdksmith.repair.values.exact_values import (
    convert_exactly,
    is_of_type,
    read_boolean,
    read_number,
)
from sdksmith.repair.values.formats import fits_format
from sdksmith.repair.values.patterns import is_pattern
from sdksmith.report.diagnostics import ABSENT

from .documents import validation_errors

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

TYPES = ["string", "integer", "number", "boolean", "array", "object"]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.floats(-5, 5).map(lambda value: round(value, 1)),
    st.sampled_from(["", "a", "ab", "1", "true", "2020-02-30", "2020-02-03", "x@y"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)
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
def test_a_default_is_judged_as_the_validator_judges_it(
    schema: JsonObject, value: JsonValue
) -> None:
    judge = OAS30Validator(schema, format_checker=oas30_format_checker)
    assert conforms(value, schema, context()) == judge.is_valid(value)


def test_a_default_is_held_against_what_a_reference_leads_to() -> None:
    root: JsonObject = {"definitions": {"Size": {"type": "integer"}}}
    schema: JsonObject = {"$ref": "#/definitions/Size"}
    assert conforms(1, schema, context(root))
    assert not conforms("1", schema, context(root))


@given(VALUES, VALUES)
def test_values_are_the_same_as_json_has_it(one: JsonValue, other: JsonValue) -> None:
    assert are_equal(one, one)
    if are_equal(one, other):
        assert are_equal(other, one)
        assert one == other
    assert not are_equal(True, 1)
    assert not are_equal([0], [False])


@given(VALUES, st.sampled_from(TYPES))
def test_what_is_converted_is_of_its_type(value: JsonValue, type_name: str) -> None:
    converted = convert_exactly(value, type_name)
    if converted is not ABSENT:
        assert is_of_type(converted, type_name)  # type: ignore[arg-type]  # not absent
    if is_of_type(value, type_name):
        assert converted is value


@pytest.mark.parametrize(
    ("text", "number"),
    [("10", 10), (" -3 ", -3), ("1.5", 1.5), ("1e3", 1000), (2.0, 2), ("9" * 40, None)],
)
def test_a_number_in_quotes_is_that_number(text: str, number: float | None) -> None:
    assert read_number(text) == (int("9" * 40) if number is None else number)


@pytest.mark.parametrize("text", ["ten", "", "1,5", "0x10", "1e999", True, None, []])
def test_what_spells_no_number_is_none(text: JsonValue) -> None:
    assert read_number(text) is ABSENT


@pytest.mark.parametrize(
    ("value", "flag"),
    [("true", True), ("False", False), (1, True), (0, False), ("yes", True)],
)
def test_words_for_flags_are_read(value: JsonValue, *, flag: bool) -> None:
    assert read_boolean(value) is flag


@pytest.mark.parametrize("value", ["sometimes", 2, None, [], 1.0])
def test_what_is_no_flag_is_not_read(value: JsonValue) -> None:
    assert read_boolean(value) is ABSENT


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("int", TypeReading("integer")),
        ("Integer", TypeReading("integer")),
        ("<td>integer</td>", TypeReading("integer")),
        ("number (optional)", TypeReading("number")),
        ("datetime", TypeReading("string", "date-time")),
        ("long", TypeReading("integer", "int64")),
        ("string[]", TypeReading("array", items="string")),
        ("array[int]", TypeReading("array", items="integer")),
        ("List of Parcel", TypeReading("array")),
    ],
)
def test_words_for_types_are_read(word: str, reading: TypeReading) -> None:
    assert read_type(word) == reading


@pytest.mark.parametrize("word", ["post", "None", "any", "", "<td></td>", "timestamp"])
def test_words_that_name_no_type_are_not_read(word: str) -> None:
    assert read_type(word) is None


def test_the_items_of_a_list_keep_their_spelling() -> None:
    assert read_list("array[Parcel]") == "Parcel"
    assert read_list("Parcel[]") == "Parcel"
    assert read_list("Parcel") is None


PATTERNS = [
    r"([0-9]*\.)?[0-9]+",
    r"^\d+\.\d+([\-\+].+)?$",
    r"[\w.-]+",
    r"[\w-.]",
    r"\p{L}",
    r"(?i)a",
    r"(?<a>b)",
    "a-b_c d",
    r"^[A-Z]{2}$",
    r"^\d+(\.\d+)?$",
    r"(?!x)y",
    r"\S+@\S+",
    r"^[\w.-]+$",
    r"a|b",
    r"(?=.*\d).{8,}",
    r"[^/]+",
    r"a+?",
    r"a{2}?",
    r"\u0041",
    r"\x41",
    r"{id}",
    r"^{a}",
    r"a{,3}",
    r"{",
    r"}",
    r"a{",
    r"x{2",
    r"[{}]",
    r"\{a\}",
    r"[^\]{]+",
    r"\p{L}",
    r"^[\p{L}\s]+$",
    r"(?<n>a)",
    r"(?P<n>a)",
    r"(?i)a",
    r"^(?i)a",
    r"a++",
    r"a{2}+",
    r"[a]++",
    r"[[a]]",
    r"[[a]",
    r"[]a]",
    r"[^]a]",
    r"[]",
    r"[^]",
    r"[a",
    r"[\w-.]",
    r"[\d-z]",
    r"\/",
    r"\-",
    r"\_",
    r"\Z",
    r"\A",
    r"\\A",
    r"\h",
    r"\e",
    r"\1",
    r"(a)\1",
    r"(?#c)a",
    r"(?>a)",
    r"*",
    r"a{3,1}",
    r"(",
    r")",
    r"/^a$/i",
    r"\ö",
    r"\B",
    r"\b",
    r"[\b]",
    r"[\-\_]",
    r"^[!-~]*$",
]


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("text", PATTERNS)
def test_a_pattern_is_one_if_the_validators_can_read_it(
    text: str, dialect: Dialect
) -> None:
    root = complete_example({}, dialect)
    schema: JsonObject = {"type": "string"}
    if dialect is Dialect.SWAGGER_20:
        root["definitions"] = {"A": schema}
    else:
        root["components"] = {"schemas": {"A": schema}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert not validation_errors(root, dialect)
        schema["pattern"] = text
        readable = not validation_errors(root, dialect)
    assert is_pattern(text, dialect) == readable


FORMATS = ["date", "date-time", "uuid", "byte", "email", "ipv4", "ipv6", "time"]
TEXTS = [
    *("2020-02-03", "2020-02-30", "20200203", "2020-02-03T04:05:06Z", "YWI=", "a"),
    *("2020-02-03T04:05:06", "2020-02-03 04:05:06.7+01:00", "127.0.0.1", "::1"),
    *("12345678-1234-1234-1234-123456789abc", "x@y", "é", "", "1.2.3"),
    *("04:05:06", "04:05:06Z"),
]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", TEXTS)
def test_formats_are_judged_as_the_validator_judges_them(name: str, text: str) -> None:
    schema = {"type": "string", "format": name}
    judge = OAS30Validator(schema, format_checker=oas30_format_checker)
    try:
        valid = judge.is_valid(text)
    except UnicodeEncodeError:
        # openapi-schema-validator falls over base64 that is not ASCII.
        valid = False
    assert fits_format(text, name) == valid
