"""Repair rules for schemas, beyond the example of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import resolve
from sdksmith.repair.engine.passes import repair

from tests.repair.documents import document, parse, validation_errors
from tests.repair.rules.documents import repaired, whole

if TYPE_CHECKING:
    from sdksmith.repair.engine.passes import Repaired


def expect_repair(written: str, meant: str) -> Repaired:
    result = repaired(whole(written))
    schema = resolve(result.document.root, "/paths/~1parcels/get/responses/200/schema")
    assert schema == parse(f"schema: {meant}")["schema"]
    return result


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{type: post}", "{}"),
        ("{type: Float}", "{type: number, format: float}"),
        (
            "{type: Label, description: It.}",
            '{$ref: "#/definitions/Label", description: It.}',
        ),
        ('{type: "Label[]"}', '{type: array, items: {$ref: "#/definitions/Label"}}'),
        ("{type: [int, string, int]}", "{type: [integer, string]}"),
        (
            '{type: [string, "null"], default: a}',
            "{type: string, x-nullable: true, default: a}",
        ),
        (
            "{type: [string, integer], default: a}",
            "{x-sdksmith-types: [string, integer], default: a}",
        ),
        (
            "{type: object, default: {a: 1}, properties: {a: {type: [string, integer]}}}",
            "{type: object, default: {a: 1}, properties: {a: {x-sdksmith-types: [string, integer]}}}",
        ),
        ("{nullable: 'true', type: string}", "{x-nullable: true, type: string}"),
        (
            "{writeOnly: true, deprecated: true}",
            "{x-writeOnly: true, x-deprecated: true}",
        ),
        ("{examples: [1, 2]}", "{example: 1}"),
        ("{const: 1}", "{enum: [1]}"),
        (
            "{anyOf: [{type: int}, Label]}",
            '{x-sdksmith-any-of: [{type: integer}, {$ref: "#/definitions/Label"}]}',
        ),
        ("{type: array, items: [string]}", "{type: array, items: {type: string}}"),
        (
            "{type: array, items: [{type: string}, {type: int}]}",
            "{type: array, items: {}, x-sdksmith-tuple: [{type: string}, {type: integer}]}",
        ),
        ("{allOf: {type: object}}", "{allOf: [{type: object}]}"),
        ("{additionalProperties: 'false'}", "{additionalProperties: false}"),
        (
            "{additionalProperties: Label}",
            '{additionalProperties: {$ref: "#/definitions/Label"}}',
        ),
        (
            "{properties: [{name: a, type: string}, b]}",
            "{properties: {a: {type: string}, b: {}}}",
        ),
        ("{required: [a, a, 1]}", "{required: [a]}"),
        (
            "{required: 'a, b', properties: {a: {}, b: {}}}",
            "{required: [a, b], properties: {a: {}, b: {}}}",
        ),
        (
            "{required: true, properties: {a: {required: true, properties: {b: {required: 'yes'}}}}}",
            "{required: [a], properties: {a: {required: [b], properties: {b: {}}}}}",
        ),
        (
            '{properties: {a: {$ref: "#/definitions/Label", required: true}}}',
            '{required: [a], properties: {a: {$ref: "#/definitions/Label"}}}',
        ),
        (
            "{properties: {required: {type: boolean}}}",
            "{properties: {required: {type: boolean}}}",
        ),
        ("{discriminator: {propertyName: a}}", "{discriminator: a}"),
        ("{discriminator: {}}", "{}"),
        ("{exclusiveMinimum: 2, minimum: 5}", "{minimum: 5}"),
        ("{exclusiveMaximum: '2', maximum: 5}", "{exclusiveMaximum: true, maximum: 2}"),
        ("{exclusiveMinimum: false}", "{}"),
        ("{type: string, default: null}", "{type: string, x-nullable: true}"),
        ("{type: integer, default: ten}", "{type: integer}"),
        ("{type: string, pattern: '[a'}", "{type: string, x-pattern: '[a'}"),
        ("{title: [a, b], readOnly: 1}", '{title: "a\\nb", readOnly: true}'),
        ("{xml: {attribute: 'true', note: a}}", "{xml: {attribute: true, x-note: a}}"),
        ("{type: file}", "{type: string, format: binary}"),
        (
            "{type: array, items: {type: file}}",
            "{type: array, items: {type: string, format: binary}}",
        ),
        ("Label", '{$ref: "#/definitions/Label"}'),
        ("null", "{}"),
        ("{$ref: Label}", '{$ref: "#/definitions/Label"}'),
        ('{$ref: "#/components/schemas/label"}', '{$ref: "#/definitions/Label"}'),
        ('{$ref: "#/definitions/Label/properties/nothing"}', "{}"),
        (
            '{$ref: "#/definitions/Label", nullable: true}',
            '{$ref: "#/definitions/Label", x-nullable: true}',
        ),
        (
            '{$ref: "#/definitions/Label", type: foo, items: 3}',
            '{$ref: "#/definitions/Label"}',
        ),
        ("{$ref: ''}", "{}"),
    ],
)
def test_schemas_are_repaired(written: str, meant: str) -> None:
    expect_repair(written, meant)


@pytest.mark.parametrize(
    "fine",
    [
        "{type: [string, 'null'], x-nullable: true}",
        "{type: array}",
        "{type: object, required: [nobody, knows]}",
        "{enum: [a, 1, null]}",
        "{type: integer, enum: ['1', '2']}",
        "{type: object, additionalProperties: true}",
        "{type: object, discriminator: kind, properties: {}}",
        "{allOf: [{$ref: '#/definitions/Label'}], required: [text]}",
        "{minimum: 3, maximum: 1}",
        "{type: string, format: anything at all}",
        "{properties: {a: {$ref: '#/definitions/Label', description: It.}}}",
        "{example: {type: post, $ref: nowhere}, x-note: {type: post}}",
    ],
)
def test_valid_input_is_unchanged(fine: str) -> None:
    root = whole(fine)
    result = repaired(root)
    assert result.document.root == root
    assert result.diagnostics == ()


@pytest.mark.parametrize(
    ("dialect", "written", "meant"),
    [
        ("3.0.0", "{type: [string, 'null']}", "{type: string, nullable: true}"),
        (
            "3.0.0",
            "{type: [string, integer]}",
            "{anyOf: [{type: string}, {type: integer}]}",
        ),
        ("3.0.0", "{type: string, const: a}", "{type: string, enum: [a]}"),
        ("3.0.0", "{type: array}", "{type: array, items: {}}"),
        (
            "3.0.0",
            "{discriminator: kind, oneOf: [{type: object}]}",
            "{discriminator: {propertyName: kind}, oneOf: [{type: object}]}",
        ),
        (
            "3.0.0",
            "{type: string, default: null}",
            "{type: string, default: null, nullable: true}",
        ),
        (
            "3.0.0",
            "{type: number, exclusiveMinimum: 3}",
            "{type: number, exclusiveMinimum: true, minimum: 3}",
        ),
        (
            "3.1.0",
            "{type: number, exclusiveMinimum: true, minimum: 3}",
            "{type: number, exclusiveMinimum: 3}",
        ),
        (
            "3.1.0",
            "{type: string, default: null}",
            "{type: [string, 'null'], default: null}",
        ),
        (
            "3.1.0",
            "{type: array, items: [{type: string}, {type: int}]}",
            "{type: array, prefixItems: [{type: string}, {type: integer}]}",
        ),
        (
            "3.1.0",
            "{type: [string, 'null'], const: a, examples: [a]}",
            "{type: [string, 'null'], const: a, examples: [a]}",
        ),
    ],
)
def test_schemas_of_openapi_3_are_repaired(
    dialect: str, written: str, meant: str
) -> None:
    root = parse(f"""
openapi: {dialect}
info: {{title: Parcels, version: "1"}}
paths: {{}}
components: {{schemas: {{Parcel: {written}}}}}
""")
    result = repair(document(root))
    schema = resolve(result.document.root, "/components/schemas/Parcel")
    assert schema == parse(f"schema: {meant}")["schema"]
    assert not validation_errors(result.document.root, result.document.dialect)
    assert repair(result.document).document.root is result.document.root
