"""Diagnostic codes of the plan stage."""

from __future__ import annotations

from typing import Final

from ..report.diagnostics import CodeInfo

RENAMED_SCHEMA: Final = "PL001"
LONGER_METHOD: Final = "PL002"
UNREAD_PAGING: Final = "PL003"
DAMAGED_TEXT: Final = "PL004"
UNDECODED_OBJECTS: Final = "PL005"
UNTESTED_METHOD: Final = "PL006"
LONG_TEXT: Final = "PL007"
RENAMED_METHOD: Final = "PL008"
TWIN_OPERATION: Final = "PL009"

CODES: Final = (
    CodeInfo(
        RENAMED_SCHEMA,
        "Schema name is not available as a class name",
        "Class names must differ in more than case, and must not hide names that every "
        "client defines or imports (`Client`, `Omit`, `Any`, ...). If two schemas map to "
        "the same class name, both get a longer one, so the result does not depend on "
        "their order. Rename the schema to choose the name of its class.",
        "components:\n  schemas:\n    Client: {type: object}\n",
        "components:\n  schemas:\n    Customer: {type: object}\n",
    ),
    CodeInfo(
        LONGER_METHOD,
        "Method name is not unique",
        "Several operations of a resource would get the same method name, or one would "
        "get the name of another attribute. Each of them gets a longer name, made from "
        "the operationId or from the placeholders of the path. Define better names in "
        "the settings:\n\n"
        '    [names]\n    "GET /users/{name}" = "users.find"',
        "paths:\n  /users/{id}:\n    get: {responses: {'200': {description: OK}}}\n"
        "  /users/{name}/:\n    get: {responses: {'200': {description: OK}}}\n",
        "paths:\n  /users/{id}:\n    get: {responses: {'200': {description: OK}}}\n"
        "  /users/by-name/{name}:\n"
        "    get: {responses: {'200': {description: OK}}}\n",
    ),
    CodeInfo(
        RENAMED_METHOD,
        "Released method has another name",
        "The names lock `sdksmith.lock` contains the name of a method that the settings or "
        "an extension of the document now name differently. Code that calls the released "
        "name fails. Keep the old name as a deprecated alias in the settings:\n\n"
        "    deprecated_aliases = true",
        'names:\n  "GET /users/{name}": users.find\n',
        'deprecated_aliases: true\nnames:\n  "GET /users/{name}": users.find\n',
    ),
    CodeInfo(
        UNREAD_PAGING,
        "Pagination extension does not match the operation",
        "An extension (`x-sdksmith-paging`, `x-ms-pageable`, `x-speakeasy-pagination` or "
        "`x-fern-pagination`) refers to a parameter that the operation does not have, or "
        "to a list that its response does not contain. The extension is ignored, and "
        "pagination is detected from the parameters and the response alone. Correct the "
        "extension, or define pagination in the settings without changing the "
        'document:\n\n    [operations."GET /users".paging]\n    by = "cursor"\n'
        '    parameter = "after"\n    next = "/last"',
        "paths:\n  /users:\n    get:\n"
        "      x-sdksmith-paging: {by: cursor, parameter: aftr, next: /last}\n",
        "paths:\n  /users:\n    get:\n"
        "      x-sdksmith-paging: {by: cursor, parameter: after, next: /last}\n",
    ),
    CodeInfo(
        DAMAGED_TEXT,
        "Description contains damaged text",
        "A description contains an apostrophe that became `???`, characters that were "
        "read in the wrong encoding, or two sentences without a space between them. A "
        "program that processed the text before it was published can be the cause. The "
        "documentation of the client contains the repaired text; the document is not "
        "changed.",
        "info:\n  title: Users\n  version: '1'\n"
        "  description: The customer???s users.If one is missing, add it.\n",
        "info:\n  title: Users\n  version: '1'\n"
        "  description: The customer's users. If one is missing, add it.\n",
    ),
    CodeInfo(
        UNDECODED_OBJECTS,
        "Objects in this media type are not decoded",
        "A schema describes an object or array in a media type that the client cannot "
        "decode or encode, such as XML, YAML or JWT. Its methods take and return strings "
        "or bytes, so the types of the schema are not used there. If the API also offers "
        "JSON, add it to the document: the client prefers it.",
        "responses:\n  '200':\n    description: OK\n    content:\n"
        "      application/yaml: {schema: {$ref: '#/components/schemas/Pet'}}\n",
        "responses:\n  '200':\n    description: OK\n    content:\n"
        "      application/json: {schema: {$ref: '#/components/schemas/Pet'}}\n",
    ),
    CodeInfo(
        UNTESTED_METHOD,
        "No smoke test because a sample would be too large",
        "The smallest valid value of a required argument has more than 4,000 parts or 50 "
        "levels, or the samples of the whole document have too many parts. The method is "
        "generated, but the smoke tests of the client do not call it. Mark properties as "
        "optional if the API does not require them.",
        "components:\n  schemas:\n    A: {type: object, required: [list], properties: "
        "{list: {type: array, minItems: 9000, items: {}}}}\n",
        "components:\n  schemas:\n    A: {type: object, required: [list], properties: "
        "{list: {type: array, minItems: 1, items: {}}}}\n",
    ),
    CodeInfo(
        LONG_TEXT,
        "Description is too long for a docstring",
        "A description has more than 20,000 characters. The docstring, or the README for "
        "the description of the API, contains the paragraphs at its start and refers to "
        "`api.md`, which contains all of it. Move the details to a page of their own, and "
        "link it with `externalDocs`.",
        "info:\n  title: Users\n  version: '1'\n"
        "  description: This manual with more than 20,000 characters ...\n",
        "info:\n  title: Users\n  version: '1'\n  description: A directory of users.\n"
        "externalDocs: {url: 'https://users.example/manual'}\n",
    ),
    CodeInfo(
        TWIN_OPERATION,
        "GET and POST are one operation",
        "GET and POST of one path have the same documentation, arguments and responses, "
        "so that they are one operation, which the API offers twice. The client has one "
        "method. It sends POST if the properties of its body are the arguments, because "
        "a URL has a maximum length, and GET otherwise. If both are needed, name them in "
        "the settings:\n\n"
        '    [names]\n    "GET /search" = "search"\n    "POST /search" = "post_search"',
        "paths:\n  /search:\n"
        "    get: {summary: Search., parameters: [{name: q, in: query}]}\n"
        "    post: {summary: Search., parameters: [{name: q, in: formData}]}\n",
        "paths:\n  /search:\n"
        "    post: {summary: Search., parameters: [{name: q, in: formData}]}\n",
    ),
)
"""All codes in order, for `sdksmith explain`."""
