"""Repair rules for parameters, beyond the example of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import Dialect, resolve
from sdksmith.repair.engine.passes import repair
from sdksmith.report.diagnostics import Effect

from tests.repair.documents import document, parse, validation_errors

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.repair.engine.passes import Repaired

DEFINITIONS = """
  Size: {type: string, enum: [small, large]}
  Label: {type: object, required: [text], properties: {text: {type: string}}}
"""


def whole(parameters: str, path: str = "/parcels") -> JsonObject:
    return parse(f"""
swagger: "2.0"
info: {{title: Parcels, version: "1"}}
paths:
  {path}:
    post:
      parameters: {parameters}
      responses: {{"200": {{description: Done.}}}}
definitions:{DEFINITIONS}
""")


def repaired(root: JsonObject, *, guess: bool = True) -> Repaired:
    result = repair(document(root), guess=guess)
    assert not validation_errors(result.document.root, Dialect.SWAGGER_20)
    again = repair(result.document, guess=guess)
    assert again.document.root is result.document.root
    return result


def parameters_of(root: JsonObject) -> JsonValue:
    paths = root["paths"]
    assert isinstance(paths, dict)
    return resolve(next(iter(paths.values())), "/post/parameters")


def expect_repair(written: str, meant: str, path: str = "/parcels") -> Repaired:
    result = repaired(whole(written, path))
    wanted = parse(f"parameters: {meant}")["parameters"]
    assert parameters_of(result.document.root) == wanted
    return result


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("type: <td>boolean</td>", "type: boolean"),
        ("type: uuid", "type: string, format: uuid"),
        ("type: 'integer[]'", "type: array, items: {type: integer}"),
        ("type: Size", "type: string, enum: [small, large]"),
        ("type: Label", "type: string, x-sdksmith-untyped: true"),
        ("type: object", "type: string, x-sdksmith-untyped: true"),
        ("type: file", "type: string"),
        ("type: ''", "type: string, x-sdksmith-untyped: true"),
        ("type: [integer, 'null']", "type: integer, x-nullable: true"),
        ("type: [integer, string]", "type: string, x-sdksmith-untyped: true"),
        ("Type: int", "type: integer"),
        ("default: 5", "default: 5, type: integer"),
        ("default: '5'", "default: '5', type: string, x-sdksmith-untyped: true"),
        ("enum: [1, 2]", "enum: [1, 2], type: integer"),
        ("format: int64", "format: int64, type: integer"),
        ("items: {type: string}", "items: {type: string}, type: array"),
        ("type: array, items: string", "type: array, items: {type: string}"),
        ("type: array, items: [{type: int}]", "type: array, items: {type: integer}"),
        (
            "type: array, items: {$ref: '#/definitions/Size'}",
            "type: array, items: {type: string, enum: [small, large]}",
        ),
        (
            "schema: {type: array, items: {$ref: '#/definitions/Size'}}",
            "type: array, items: {type: string, enum: [small, large]}",
        ),
        ("type: string, default: 5", "type: string, default: '5'"),
        ("type: integer, default: 5.0", "type: integer, default: 5"),
        ("type: integer, maximum: '3', default: 4", "type: integer, maximum: 3"),
        (
            "type: array, items: {type: integer}, default: '1,2'",
            "type: array, items: {type: integer}, default: [1, 2]",
        ),
        ("type: string, format: date, default: today", "type: string, format: date"),
        ("type: string, default: null", "type: string"),
        ("type: string, enum: []", "type: string"),
        ("type: string, enum: 'a, b'", "type: string, enum: [a, b]"),
        ("type: string, minLength: -1", "type: string"),
        ("type: string, required: 'yes'", "type: string, required: true"),
        ("type: string, description: 5", "type: string, description: '5'"),
        ("type: string, pattern: '{a}'", "type: string, x-pattern: '{a}'"),
        (
            "type: string, example: a, style: form",
            "type: string, x-example: a, x-style: form",
        ),
        (
            "type: integer, exclusiveMinimum: 0",
            "type: integer, exclusiveMinimum: true, minimum: 0",
        ),
    ],
)
def test_parameter_values_are_repaired(written: str, meant: str) -> None:
    expect_repair(
        f"[{{name: p, in: query, {written}}}]", f"[{{name: p, in: query, {meant}}}]"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("form", "formData"),
        ("' Query '", "query"),
        ("querystring", "query"),
        ("headers", "header"),
        ("[query]", "query"),
        ("somewhere", "query"),
        ("''", "query"),
    ],
)
def test_location_of_a_parameter_is_repaired(written: str, meant: str) -> None:
    expect_repair(
        f"[{{name: p, in: {written}, type: string}}]",
        f"[{{name: p, in: {meant}, type: string}}]",
    )


def test_parameter_without_location_is_a_path_parameter_if_the_path_contains_it() -> (
    None
):
    expect_repair(
        "[{name: parcel, type: string}]",
        "[{name: parcel, type: string, in: path, required: true}]",
        "/parcels/{parcel}",
    )


def test_parameter_without_location_is_omitted_without_guesses() -> None:
    root = whole("[{name: p, in: somewhere, type: string}]")
    result = repaired(root, guess=False)
    assert parameters_of(result.document.root) == []
    assert [item.effect for item in result.diagnostics] == [Effect.OMITTED]


def test_operation_with_undeclared_path_parameter_is_omitted_without_guesses() -> None:
    result = repaired(whole("[]", "/parcels/{parcel}"), guess=False)
    assert result.document.root["paths"] == {"/parcels/{parcel}": {}}
    assert [item.count for item in result.diagnostics] == [1]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/parcels/{parcelId}", "parcel_id"),
        ("/parcels/{parcelId}", "ParcelID"),
        ("/parcels/{parcel_id}", "id"),
        ("/{town}/parcels/{parcel-id}", "parcelId"),
    ],
)
def test_spelling_of_a_path_parameter_follows_the_placeholder(
    path: str, name: str
) -> None:
    root = whole(f"[{{name: {name}, in: path, required: true, type: string}}]", path)
    found = [item.code for item in repaired(root).diagnostics]
    assert "PA002" in found
    assert "PA003" not in found


def test_ambiguous_parameter_name_matches_no_placeholder() -> None:
    root = whole(
        "[{name: id, in: path, required: true, type: string}]",
        "/{town_id}/parcels/{parcel_id}",
    )
    names = [item.code for item in repaired(root).diagnostics]
    assert "PA002" not in names
    assert {"PA001", "PA003"} <= set(names)


def test_shared_parameter_is_renamed_only_for_the_path_that_differs() -> None:
    root = parse("""
swagger: "2.0"
info: {title: Parcels, version: "1"}
parameters:
  parcel: {name: parcel_id, in: path, required: true, type: integer}
paths:
  /parcels/{parcelId}:
    get:
      parameters: [{$ref: "#/parameters/parcel"}]
      responses: {"200": {description: One.}}
  /labels/{parcel_id}:
    get:
      parameters: [{$ref: "#/parameters/parcel"}]
      responses: {"200": {description: One.}}
""")
    result = repaired(root).document.root
    assert result["parameters"] == root["parameters"]
    paths = result["paths"]
    untouched = resolve(root, "/paths/~1labels~1{parcel_id}")
    assert resolve(paths, "/~1labels~1{parcel_id}") == untouched
    renamed = resolve(paths, "/~1parcels~1{parcelId}/get/parameters/0/name")
    assert renamed == "parcelId"


def test_parameters_of_a_path_item_are_renamed_once() -> None:
    root = parse("""
swagger: "2.0"
info: {title: Parcels, version: "1"}
paths:
  /parcels/{parcelId}:
    parameters: [{name: parcel_id, in: path, required: true, type: integer}]
    get: {responses: {"200": {description: One.}}}
    put: {responses: {"200": {description: One.}}}
""")
    result = repaired(root)
    assert [item.code for item in result.diagnostics] == ["PA002"]


def test_several_bodies_are_merged_into_one() -> None:
    expect_repair(
        """[{name: label, in: body, required: true, schema: {$ref: "#/definitions/Label"}},
            {name: note, in: body, description: For people., schema: {type: string}},
            {name: rest, in: body}]""",
        """[{name: body, in: body, required: true, schema: {type: object, required: [label],
            properties: {label: {$ref: "#/definitions/Label"}, rest: {},
            note: {type: string, description: For people.}}}}]""",
    )


def test_body_next_to_a_form_becomes_part_of_the_form() -> None:
    expect_repair(
        """[{name: scan, in: formData, type: file},
            {name: label, in: body, schema: {$ref: "#/definitions/Label"}},
            {name: text, in: query, type: string}]""",
        """[{name: scan, in: formData, type: file},
            {name: text, in: formData, required: true, type: string},
            {name: text, in: query, type: string}]""",
    )


def test_invalid_parameters_are_omitted_and_reported() -> None:
    result = expect_repair(
        """[{in: query, type: string}, {$ref: "#/parameters/nowhere"}, {$ref: 3},
            {name: p, in: query, type: string}]""",
        "[{name: p, in: query, type: string}]",
    )
    effects = [item.effect for item in result.diagnostics]
    assert effects == [Effect.OMITTED] * 3


def test_reference_to_a_removed_sibling_parameter_is_removed() -> None:
    others = ", ".join(
        f"{{name: q{number}, in: query, type: string}}" for number in range(20)
    )
    expect_repair(
        f"""[{{$ref: "#/paths/~1parcels/post/parameters/1"}},
            {{name: p, in: query, type: string}}, {others}]""",
        f"[{{name: p, in: query, type: string}}, {others}]",
    )


def test_reference_to_a_schema_becomes_the_body() -> None:
    expect_repair(
        '[{$ref: "#/definitions/Label"}]',
        '[{name: body, in: body, schema: {$ref: "#/definitions/Label"}}]',
    )


@pytest.mark.parametrize(
    "fine",
    [
        "{name: p, in: query, type: array, items: {type: string}, collectionFormat: multi}",
        "{name: p, in: header, type: string, x-example: a}",
        "{name: Authorization, in: header, type: string}",
        "{name: p, in: query, type: integer, enum: ['01', '02']}",
        "{name: p, in: query, type: string, enum: [a, null]}",
        "{name: p, in: query, type: string, allowEmptyValue: true, default: ''}",
        "{name: p, in: body, schema: {}}",
        "{name: p, in: formData, type: string, format: binary}",
        r"{name: p, in: query, type: string, pattern: '^[\w.-]{2,}$', default: ab}",
    ],
)
def test_valid_input_is_unchanged(fine: str) -> None:
    root = whole(f"[{fine}]")
    result = repaired(root)
    assert result.document.root == root
    assert result.diagnostics == ()
