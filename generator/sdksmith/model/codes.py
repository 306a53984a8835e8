"""The codes of what the model says about a document."""

from __future__ import annotations

from typing import Final

from ..diagnostics import CodeInfo

OMITTED_OPERATION: Final = "MD001"
DANGLING_REFERENCE: Final = "MD003"
CIRCULAR_REFERENCE: Final = "MD004"
HEADER_OF_THE_CLIENT: Final = "MD005"
UNKNOWN_SCHEME: Final = "MD006"
UNUSED_PATH_PARAMETER: Final = "MD007"
UNUSABLE_PARAMETER: Final = "MD008"
STRANGE_STATUS: Final = "MD009"
UNDECLARED_PLACEHOLDER: Final = "MD010"
SCHEMES_WITHOUT_USE: Final = "MD011"

CODES: Final = (
    CodeInfo(
        OMITTED_OPERATION,
        "An operation cannot be made",
        "The operation is described in a way that no request can follow. It is left "
        "out of the client and counted; the others are made.",
        "paths:\n  no-slash:\n    get: {responses: {'200': {description: OK}}}\n",
        "paths:\n  /slash:\n    get: {responses: {'200': {description: OK}}}\n",
    ),
    CodeInfo(
        DANGLING_REFERENCE,
        "A reference leads to nothing",
        "Nothing stands where it points. A schema becomes any JSON; a parameter, "
        "response or request body is left out.",
        "schema: {$ref: '#/components/schemas/Missing'}\n",
        "schema: {$ref: '#/components/schemas/Pet'}\n",
    ),
    CodeInfo(
        CIRCULAR_REFERENCE,
        "A schema is described by itself alone",
        "Following its references, or its `allOf`, leads back to the schema without "
        "a word about what it holds. It becomes any JSON.",
        "components:\n  schemas:\n    A: {$ref: '#/components/schemas/A'}\n",
        "components:\n  schemas:\n    A: {type: object}\n",
    ),
    CodeInfo(
        HEADER_OF_THE_CLIENT,
        "A header parameter that the client sends by itself",
        "OpenAPI 3 says that parameters named Accept, Content-Type and Authorization "
        "are ignored: media types and security schemes describe them. In Swagger 2.0 "
        "they are ignored where the client sends the header for that reason, and so is "
        "Authorization in any version.",
        "parameters:\n  - {name: Accept, in: header, schema: {type: string}}\n",
        "responses:\n  '200': {description: OK, content: {application/json: {}}}\n",
    ),
    CodeInfo(
        UNKNOWN_SCHEME,
        "A security requirement names no scheme",
        "The scheme is not defined, so nobody can know what to send. The requirement "
        "is dropped.",
        "security:\n  - missing: []\n",
        "security:\n  - key: []\ncomponents:\n  securitySchemes:\n"
        "    key: {type: apiKey, name: X-Key, in: header}\n",
    ),
    CodeInfo(
        UNUSED_PATH_PARAMETER,
        "A path parameter without a place in the path",
        "The path has no placeholder of that name. The parameter is left out.",
        "/pets:\n  get:\n    parameters:\n"
        "      - {name: id, in: path, required: true, schema: {type: string}}\n",
        "/pets/{id}:\n  get:\n    parameters:\n"
        "      - {name: id, in: path, required: true, schema: {type: string}}\n",
    ),
    CodeInfo(
        UNUSABLE_PARAMETER,
        "A parameter that cannot be sent",
        "It is no object, has no name, says no place that there is, or would be a header "
        "with a name that no header can have. It is left out.",
        "parameters:\n  - {in: query}\n",
        "parameters:\n  - {in: query, name: limit, schema: {type: integer}}\n",
    ),
    CodeInfo(
        STRANGE_STATUS,
        "A response for what is no HTTP status",
        "Keys of `responses` are statuses such as 200, ranges such as 2XX, or "
        "`default`. The response is left out.",
        "responses:\n  OK: {description: Fine}\n",
        "responses:\n  '200': {description: Fine}\n",
    ),
    CodeInfo(
        UNDECLARED_PLACEHOLDER,
        "A placeholder of the path is no parameter",
        "The path needs a value that nobody describes. It is a required string.",
        "/pets/{id}:\n  get: {responses: {'200': {description: OK}}}\n",
        "/pets/{id}:\n  get:\n    parameters:\n"
        "      - {name: id, in: path, required: true, schema: {type: string}}\n",
    ),
    CodeInfo(
        SCHEMES_WITHOUT_USE,
        "Security schemes that nothing requires",
        "The document defines schemes, and neither it nor any operation has `security`, "
        "which by the letter means that no call needs a credential. The client sends "
        "those that it has, and asks for none.",
        "components:\n  securitySchemes:\n"
        "    key: {type: apiKey, name: X-Key, in: header}\n",
        "security:\n  - key: []\ncomponents:\n  securitySchemes:\n"
        "    key: {type: apiKey, name: X-Key, in: header}\n",
    ),
)
"""Every code, in order, for `sdksmith explain`."""
