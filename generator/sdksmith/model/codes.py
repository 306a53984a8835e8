"""Diagnostic codes of the model stage, with the texts of `sdksmith explain`."""

from __future__ import annotations

from typing import Final

from ..report.diagnostics import CodeInfo

OMITTED_OPERATION: Final = "MD001"
DANGLING_REFERENCE: Final = "MD003"
CIRCULAR_REFERENCE: Final = "MD004"
CLIENT_HEADER: Final = "MD005"
UNKNOWN_SCHEME: Final = "MD006"
UNUSED_PATH_PARAMETER: Final = "MD007"
UNUSABLE_PARAMETER: Final = "MD008"
INVALID_STATUS: Final = "MD009"
UNDECLARED_PLACEHOLDER: Final = "MD010"
UNUSED_SCHEMES: Final = "MD011"
PREFLIGHT: Final = "MD012"

CODES: Final = (
    CodeInfo(
        OMITTED_OPERATION,
        "Operation cannot be generated",
        "The definition of the operation does not allow any request, for example because "
        "its path does not start with a slash (OpenAPI 3.1, section 4.8.8) or has more "
        "than 20,000 characters. The operation "
        "is omitted from the client and counted in the report. All other operations are "
        "generated. Correct the path or the operation.",
        "paths:\n  no-slash:\n    get: {responses: {'200': {description: OK}}}\n",
        "paths:\n  /slash:\n    get: {responses: {'200': {description: OK}}}\n",
    ),
    CodeInfo(
        DANGLING_REFERENCE,
        "Reference cannot be resolved",
        "The document defines nothing at the target of a `$ref`. A schema then accepts any "
        "JSON value, and so does a request body or a response. A parameter is removed. "
        "Define the target, or correct the reference.",
        "schema: {$ref: '#/components/schemas/Missing'}\n",
        "schema: {$ref: '#/components/schemas/Pet'}\n",
    ),
    CodeInfo(
        CIRCULAR_REFERENCE,
        "Schema is defined only by itself",
        "The references of the schema, or the parts of its `allOf`, lead back to the "
        "schema, and none of them describes its values. The schema accepts any JSON "
        "value. Describe the values of the schema.",
        "components:\n  schemas:\n    A: {$ref: '#/components/schemas/A'}\n",
        "components:\n  schemas:\n    A: {type: object}\n",
    ),
    CodeInfo(
        CLIENT_HEADER,
        "Header parameter is set by the client",
        "OpenAPI 3 ignores header parameters named Accept, Content-Type and Authorization "
        "(OpenAPI 3.1, section 4.8.12.1), because media types and security schemes "
        "describe these headers. Swagger 2.0 has no such rule; there, sdksmith ignores the "
        "parameter only if the client sends the header itself. The same applies to "
        "Authorization in every version. If the parameter lists media types that the "
        "responses do not have, it is kept as an argument if the response has no schema "
        "or all of them are JSON. Otherwise the choice is omitted. Parameters for headers "
        "of the connection, such as Host, Content-Length and Transfer-Encoding, are "
        "ignored in every version: the HTTP library sets them, and rejects other values.",
        "parameters:\n  - {name: Accept, in: header, schema: {type: string}}\n",
        "responses:\n  '200': {description: OK, content: {application/json: {}}}\n",
    ),
    CodeInfo(
        UNKNOWN_SCHEME,
        "Undefined security scheme",
        "A security requirement names a scheme that the document does not define. The "
        "client cannot know which credentials to send, so the requirement is removed. "
        "Define the scheme, or correct its name in the requirement.",
        "security:\n  - missing: []\n",
        "security:\n  - key: []\ncomponents:\n  securitySchemes:\n"
        "    key: {type: apiKey, name: X-Key, in: header}\n",
    ),
    CodeInfo(
        UNUSED_PATH_PARAMETER,
        "Path parameter without a placeholder",
        "A path parameter must have a placeholder of the same name in the path (OpenAPI "
        "3.1, section 4.8.12). This path has none, so the parameter is removed. Add the "
        "placeholder, or change `in` of the parameter.",
        "/pets:\n  get:\n    parameters:\n"
        "      - {name: id, in: path, required: true, schema: {type: string}}\n",
        "/pets/{id}:\n  get:\n    parameters:\n"
        "      - {name: id, in: path, required: true, schema: {type: string}}\n",
    ),
    CodeInfo(
        UNUSABLE_PARAMETER,
        "Parameter cannot be sent",
        "A parameter must be an object with a `name` and a valid value of `in`, and the "
        "name of a header parameter must be a valid header name (RFC 9110, section 5.6.2). "
        "A parameter that does not meet these conditions is omitted.",
        "parameters:\n  - {in: query}\n",
        "parameters:\n  - {in: query, name: limit, schema: {type: integer}}\n",
    ),
    CodeInfo(
        INVALID_STATUS,
        "Response key is not an HTTP status code",
        "The keys of `responses` must be HTTP status codes such as 200, ranges such as "
        "2XX, or `default` (OpenAPI 3.1, section 4.8.16). Their values must be objects. "
        "Other responses are removed.",
        "responses:\n  OK: {description: Fine}\n",
        "responses:\n  '200': {description: Fine}\n",
    ),
    CodeInfo(
        UNDECLARED_PLACEHOLDER,
        "Undeclared path placeholder",
        "Every placeholder of a path must be declared as a path parameter. A placeholder "
        "without a declaration is read as a required string parameter. Declare the "
        "parameter.",
        "/pets/{id}:\n  get: {responses: {'200': {description: OK}}}\n",
        "/pets/{id}:\n  get:\n    parameters:\n"
        "      - {name: id, in: path, required: true, schema: {type: string}}\n",
    ),
    CodeInfo(
        UNUSED_SCHEMES,
        "Security schemes without requirements",
        "The document defines security schemes, but neither the document nor any operation "
        "has `security`. Strictly, this means that no operation needs credentials. The "
        "client sends the credentials that it has with every call, and does not require "
        "any. Add `security` to the document or to its operations.",
        "components:\n  securitySchemes:\n"
        "    key: {type: apiKey, name: X-Key, in: header}\n",
        "security:\n  - key: []\ncomponents:\n  securitySchemes:\n"
        "    key: {type: apiKey, name: X-Key, in: header}\n",
    ),
    CodeInfo(
        PREFLIGHT,
        "Preflight operation of a gateway",
        "Amazon API Gateway exports an OPTIONS operation with a mock integration for each "
        "path that allows requests of other origins (CORS). Only browsers send such "
        "requests, so the client has no method for it.",
        "/pets:\n  options:\n    x-amazon-apigateway-integration: {type: mock}\n",
        "/pets:\n  get:\n    x-amazon-apigateway-integration: {type: aws_proxy}\n",
    ),
)
"""All codes of this stage, in the order in which `sdksmith explain` lists them."""
