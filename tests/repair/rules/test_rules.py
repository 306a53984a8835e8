"""Repair of invalid and valid OpenAPI 3 documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import Dialect
from sdksmith.repair.engine.passes import repair
from sdksmith.repair.engine.rule import complete_example

from tests.repair.documents import document, parse, validation_errors

if TYPE_CHECKING:
    from sdksmith.load.document import Document

DIALECTS = (Dialect.OPENAPI_30, Dialect.OPENAPI_31, Dialect.OPENAPI_32)

PARAMETERS = [
    "{name: q, in: query, type: array, items: {type: string}, collectionFormat: multi}",
    "{name: q, in: query, schema: {type: array, items: {}}, collectionFormat: tsv}",
    "{name: q, in: query, type: integer, default: '1', description: A page.}",
    "{name: q, in: query, enum: [a, b], schema: {type: string}}",
    "{name: q, in: query, content: {}}",
    "{name: q, in: query, style: multi, schema: {type: string}}",
    "{name: q, in: path, schema: {type: string}}",
    "{name: q, in: Cookie, schema: {type: string}}",
    "{name: q, in: somewhere}",
    "{name: q, in: [query], schema: {type: string}}",
    "{name: [q], in: {path: true}, schema: {type: string}}",
    "{name: q, schema: {type: string}}",
    "{in: query, schema: {type: string}}",
    "{name: q, in: header, style: form, schema: {}, examples: [a, {b: c}]}",
    "{name: q, in: query, schema: {}, example: a, examples: {x: b}}",
    "{name: q, in: body, schema: {type: object}}",
    "{name: q, in: formData, type: file}",
]
SCHEMAS = [
    "{type: 'null'}",
    "{oneOf: [{type: string}, {type: 'null'}]}",
    "{type: [string, 'null'], const: a, examples: [a]}",
    "{examples: {a: {value: 1}}}",
    "{examples: a}",
    "{type: integer, exclusiveMinimum: 3, maximum: 5, exclusiveMaximum: true}",
    "{type: object, discriminator: kind, properties: {kind: {type: string}}}",
    "{oneOf: [{type: object}], discriminator: {mapping: [a]}}",
    "{type: object, required: true, properties: {a: {type: float, required: true}}}",
    "{type: array, items: [{type: string}, {type: number}]}",
    "{type: object, $defs: {B: {}}, properties: {b: {$ref: '#/components/schemas/A/$defs/B'}}}",
    "{type: string, enum: [a, a], nullable: 'yes', pattern: '[a-'}",
    "{allOf: {type: object}, anyOf: [], not: []}",
]
WHOLE = [
    "servers: https://example.com",
    "servers: [{description: None.}, https://example.com]",
    "servers: [{url: 'https://{a}.example.com/{b}', variables: {a: eu, b: {enum: [1, 2]}}}]",
    "servers: [{url: 'https://{a}.example.com', variables: [{name: a}]}]",
    "components: {securitySchemes: {a: {type: basic}, b: {type: HTTP, scheme: Basic}}}",
    "components: {securitySchemes: {a: {type: http}, b: {type: openIdConnect}, c: {}}}",
    "components: {securitySchemes: {a: {type: oauth2}, b: {type: oauth2, flows: [x]}}}",
    """
components:
  securitySchemes:
    a: {type: oauth2, flow: application, tokenUrl: "https://example.com", scopes: [a]}
    b: {type: oauth2, flows: {accessCode: {tokenUrl: "https://example.com"}}}
    c: {type: oauth2, flows: {password: {tokenUrl: "https://example.com", scopes: null}}}
""",
    """
host: example.com
definitions: {A: {type: object}, B: {$ref: "#/definitions/A"}}
parameters: {p: {name: p, in: query, type: string}}
responses: {r: {description: An A., schema: {$ref: "#/definitions/A"}}}
securityDefinitions: {k: {type: apiKey, in: header, name: K}}
security: [{k: []}]
components: {schemas: {C: {type: string}}}
paths:
  /a:
    get:
      produces: [application/xml]
      parameters: [{$ref: "#/parameters/p"}]
      responses: {"200": {$ref: "#/responses/r"}}
""",
    """
paths:
  /a:
    post:
      requestBody: {content: [application/json, text/plain]}
      responses:
        "200":
          content: {application/json: {type: object, properties: {a: {type: string}}}}
          headers: {X-A: {type: integer}, X-B: {name: X-B, in: header}, X-C: text}
          links: {a: {}, b: text, c: {operationId: x, operationRef: y, parameters: []}}
    put:
      requestBody: {schema: {type: object}, required: "true"}
      responses: {}
    patch:
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object}
            encoding: {f: image/png, g: {contentType: [a/b, c/d], explode: "yes"}}
      responses: {4xx: {description: Wrong.}, 200 OK: null}
""",
    """
components:
  schemas: {"A<B>": {type: object}, "A B": {$ref: "#/components/schemas/A%3CB%3E"}}
  headers: {"X A": {schema: {type: string}}}
  examples: {e: {value: 1}}
""",
]


def document_from(text: str, dialect: Dialect) -> Document:
    return document(complete_example(parse(text), dialect))


def repair_and_check(written: Document) -> Document:
    result = repair(written)
    again = repair(result.document)
    assert again.document is result.document
    assert all(not item.edits for item in again.diagnostics)
    return result.document


@pytest.mark.parametrize("dialect", DIALECTS)
class TestInvalidDocuments:
    def check(self, text: str, dialect: Dialect) -> Document:
        written = document_from(text, dialect)
        result = repair_and_check(written)
        assert result is not written
        assert validation_errors(result.root, dialect) == []
        return result

    @pytest.mark.parametrize("parameter", PARAMETERS)
    def test_parameters_are_repaired(self, parameter: str, dialect: Dialect) -> None:
        self.check(
            f"paths:\n  /a:\n    post:\n      parameters: [{parameter}]\n"
            '      responses: {"200": {description: A.}}\n',
            dialect,
        )

    @pytest.mark.parametrize("schema", SCHEMAS)
    def test_schemas_are_repaired(self, schema: str, dialect: Dialect) -> None:
        text = f"components: {{schemas: {{A: {schema}}}}}"
        written = document_from(text, dialect)
        assert validation_errors(repair_and_check(written).root, dialect) == []

    @pytest.mark.parametrize("text", WHOLE)
    def test_documents_are_repaired(self, text: str, dialect: Dialect) -> None:
        written = document_from(text, dialect)
        assert validation_errors(repair_and_check(written).root, dialect) == []


LEGAL = """
x-note: 1
tags: [{name: a}]
servers:
- {url: /v1}
- {url: "https://{h}.example.com", variables: {h: {default: a, enum: [a, b]}}}
security: [{}, {}]
components:
  schemas:
    A:
      type: object
      additionalProperties: false
      properties: {a: {$ref: "#/components/schemas/A"}, $ref: {type: string}}
      discriminator: {propertyName: a, mapping: {x: "#/components/schemas/A", y: A}}
    B: {type: string, example: 5, pattern: "^([a-z]*\\\\.)?[a-z]+$"}
    C: {not: {}, required: [x]}
  headers:
    H: {schema: {type: integer}, example: 3, style: simple, explode: false}
    T: {content: {text/plain: {schema: {type: string}}}}
  examples: {e: {value: 1}, f: {externalValue: "https://example.com"}, g: {summary: None.}}
  links: {l: {operationRef: "#/paths/~1a/get"}}
  callbacks:
    c: {"{$request.body#/url}": {post: {responses: {"200": {description: Heard.}}}}}
  securitySchemes:
    a: {type: http, scheme: bearer, bearerFormat: JWT}
    b: {type: openIdConnect, openIdConnectUrl: "https://example.com"}
    c: {type: oauth2, flows: {}}
paths:
  /a:
    servers: [{url: "https://other.example.com"}]
    get:
      tags: [a, a]
      operationId: ""
      callbacks: {c: {$ref: "#/components/callbacks/c"}}
      responses:
        default: {description: ""}
        4XX: {description: Wrong.}
        "200":
          description: An A.
          headers: {X-H: {$ref: "#/components/headers/H"}}
          content:
            "*/*": {}
            application/json: {examples: {e: {$ref: "#/components/examples/e"}}}
  /b/{id}.{ext}:
    delete:
      parameters:
      - {name: id, in: path, required: true, style: matrix, explode: true, schema: {}}
      - {name: ext, in: path, required: true, content: {application/json: {}}}
      - {name: "f[]", in: query, style: deepObject, allowReserved: true, schema: {}}
      requestBody: {required: true, content: {}}
      responses: {"299": {description: Gone.}}
"""
LEGAL_SINCE_31 = """
jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
webhooks: {a: {post: {requestBody: {content: {application/json: {}}}}}}
components:
  pathItems: {p: {get: {responses: {"200": {description: A P.}}}}}
  schemas:
    A: true
    B: {type: [string, "null"], const: x, examples: [x], enum: [x, x], own: {a: 1}}
    C: {$ref: "#/components/schemas/B", description: Beside., type: string}
    D: {prefixItems: [{}], items: false, contains: {}, unevaluatedItems: false}
    E: {if: {required: [a]}, then: {}, else: false, patternProperties: {"^x": {}}}
    F: {enum: [], required: [], exclusiveMinimum: 3, nullable: "yes"}
paths:
  /a: {$ref: "#/components/pathItems/p"}
  /b: {get: {}}
"""
LEGAL_SINCE_32 = """
$self: https://example.com/a
tags: [{name: a, summary: An A., parent: b, kind: nav}, {name: b}]
servers: [{url: "https://example.com", name: production}]
components:
  mediaTypes: {J: {schema: {type: string}}}
  securitySchemes:
    o:
      type: oauth2
      deprecated: true
      flows:
        deviceAuthorization:
          deviceAuthorizationUrl: https://example.com/device
          tokenUrl: https://example.com/token
          scopes: {}
paths:
  /a:
    additionalOperations: {COPY: {responses: {"200": {summary: Copied.}}}}
    query:
      parameters:
      - {name: q, in: querystring, content: {application/json: {}}}
      - {name: c, in: cookie, style: cookie, schema: {type: string}}
      responses:
        "200":
          content:
            application/json: {$ref: "#/components/mediaTypes/J"}
            text/event-stream:
              itemSchema: {type: object}
              examples: {a: {dataValue: 1, serializedValue: "1"}}
"""


@pytest.mark.parametrize(
    ("text", "dialects"),
    [
        (LEGAL, DIALECTS),
        (LEGAL_SINCE_31, DIALECTS[1:]),
        (LEGAL_SINCE_32, DIALECTS[2:]),
    ],
    ids=["legal", "legal since 3.1", "legal since 3.2"],
)
def test_valid_documents_are_unchanged(
    text: str, dialects: tuple[Dialect, ...]
) -> None:
    for dialect in dialects:
        written = document_from(text, dialect)
        assert validation_errors(written.root, dialect) == []
        result = repair(written)
        assert result.document is written
        assert all(not item.edits for item in result.diagnostics)
