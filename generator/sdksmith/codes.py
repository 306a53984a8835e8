"""The diagnostics that no stage can give, since they speak of a whole run."""

from __future__ import annotations

from typing import Final

from .diagnostics import CodeInfo

PLAIN_HTTP: Final = "GE001"
NO_OPERATION: Final = "GE002"
NOT_STRICT: Final = "GE003"
MODELS_ALONE: Final = "GE004"

CODES: Final = (
    CodeInfo(
        PLAIN_HTTP,
        "Credentials would travel over plain http",
        "The base URL is plain http, its host is not this machine, and the API takes "
        "credentials: anyone on the way could read them. The client is made, but it "
        "refuses to send credentials there unless it is told to. Where the API answers "
        "on https, as nearly all do, set `base_url` in the settings or list https in "
        "the document.",
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
        "There is no operation to make a client of",
        "The document describes no operation and no schema, or no operation that can be "
        "used. Nothing is written.",
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
        "Under --strict, the document must need no repair that is not exact",
        "`--strict` is for teams that own their document. A repair that is likely or a "
        "guess, or a piece that was left out, ends the run with exit code 1, and nothing "
        "is written. Mend the document; `sdksmith repair` shows how.",
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
        MODELS_ALONE,
        "There is nothing to call, but there are schemas",
        "The document describes no operation and no webhook. The package that is made "
        "holds a model for each schema, and no client. If the operations stand in "
        "another file that refers to this one, give that file.",
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
)
