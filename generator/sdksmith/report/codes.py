"""Diagnostic codes that concern a whole run rather than one stage."""

from __future__ import annotations

from typing import Final

from .diagnostics import CodeInfo

PLAIN_HTTP: Final = "GE001"
NO_OPERATION: Final = "GE002"
NOT_STRICT: Final = "GE003"
MODELS_ONLY: Final = "GE004"
TOO_MUCH_WORK: Final = "GE005"

CODES: Final = (
    CodeInfo(
        PLAIN_HTTP,
        "Credentials would be sent over plain HTTP",
        "The base URL uses plain HTTP, its host is not a loopback host, and the API takes "
        "credentials, which anyone on the network could read. The client is generated, "
        "but refuses to send credentials to this URL unless it is created with "
        "`allow_insecure_http=True`. If the API supports https, as nearly all do, set "
        "`base_url` in the settings or list https in the document.",
        bad="""\
host: api.example.com
schemes: [http]
securityDefinitions:
  basic: {type: basic}
""",
        good="""\
host: api.example.com
schemes: [https]
securityDefinitions:
  basic: {type: basic}
""",
    ),
    CodeInfo(
        NO_OPERATION,
        "No usable operations",
        "The document contains neither operations nor schemas, or none of its operations "
        "can be used. Nothing is written.",
        bad="""\
paths: {}
""",
        good="""\
paths:
  /status:
    get:
      responses:
        200: {description: Whether the service is up.}
""",
    ),
    CodeInfo(
        NOT_STRICT,
        "Omissions or inexact repairs with --strict",
        "`--strict` is intended for teams that own their document. With it, any omission "
        "and any repair that is likely or a guess is an error: the run ends with exit "
        "code 1 and nothing is written. Fix the document; `sdksmith repair` lists the "
        "changes that it needs.",
        bad="""\
paths:
  /things/{id}:
    get:
      responses:
        200: {description: A thing.}
""",
        good="""\
paths:
  /things/{id}:
    get:
      parameters:
      - {name: id, in: path, required: true, type: string}
      responses:
        200: {description: A thing.}
""",
    ),
    CodeInfo(
        MODELS_ONLY,
        "Schemas without operations",
        "The document contains neither operations nor webhooks. The generated package "
        "contains a model for each schema, and no client. If the operations are in "
        "another file that refers to this one, pass that file instead.",
        bad="""\
paths: {}
definitions:
  Thing: {type: object}
""",
        good="""\
paths:
  /thing:
    get:
      responses:
        200: {description: The thing., schema: {$ref: "#/definitions/Thing"}}
definitions:
  Thing: {type: object}
""",
    ),
    CodeInfo(
        TOO_MUCH_WORK,
        "Document expands to too much work",
        "The API is far larger than its document: for example, thousands of schemas that "
        "each extend the previous one, or an object with thousands of properties that is "
        "the body of hundreds of operations. The limits are derived from the size of the "
        "document, and the largest known documents stay far below them. Nothing is "
        "written. If the document is meant to be this large, set higher limits:\n\n"
        "    [limits]\n    nodes = 5000000\n    output_bytes = 500000000",
        bad="""\
components:
  schemas:
    A0: {allOf: [{$ref: "#/components/schemas/A1"}], properties: {p0: {}}}
    A1: {allOf: [{$ref: "#/components/schemas/A2"}], properties: {p1: {}}}
    # ... and so on up to A5000
""",
        good="""\
components:
  schemas:
    A0: {properties: {p0: {}, p1: {}, p2: {}}}
""",
    ),
)
