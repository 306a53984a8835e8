"""The diagnostics that no stage can give, since they speak of a whole run."""

from __future__ import annotations

from typing import Final

from .diagnostics import CodeInfo

PLAIN_HTTP: Final = "GE001"
NO_OPERATION: Final = "GE002"
NOT_STRICT: Final = "GE003"

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
        "The document describes no operation, or none that can be used. Nothing is "
        "written.",
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
)
