"""PA024: names of headers that are not tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....text.http_fields import correct_token, is_token
from ...engine.rule import Finding, Node, move, put, remove, rule
from ...readings.strings import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp


@rule(
    "PA024",
    on=(Kind.PARAMETER, Kind.RESPONSE, Kind.ENCODING),
    title="Correct invalid header names",
    safety=Safety.LIKELY,
    having=("name", "headers"),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: "X-Trace:", in: header, type: string}
          responses:
            "200":
              description: Parcels.
              headers:
                " X-Total": {type: integer}
                Rate limit: {type: integer}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: X-Trace, in: header, type: string}
          responses:
            "200":
              description: Parcels.
              headers:
                X-Total: {type: integer}
    """,
)
def header_name(node: Node) -> Iterator[Finding]:
    """The name of a header consists of letters, digits and some punctuation.

    It is a token (RFC 9110, section 5.6.2). Surrounding white space and a colon at the
    end are removed. A response header with any other invalid name is removed, because a
    response cannot contain it. A header parameter with such a name is omitted when the
    client is generated (MD008).
    """
    if node.kind is Kind.PARAMETER:
        name = node.get("name")
        if node.get("in") == "header" and isinstance(name, str) and not is_token(name):
            corrected = correct_token(name)
            if corrected:
                at = node.child_pointer("name")
                message = f"invalid header name {name!r}; read as {corrected!r}"
                yield Finding(message, edits=(put(at, corrected),), at=at)
        return
    headers = object_of(node.get("headers"))
    for key in headers:
        if is_token(key):
            continue
        at = node.child_pointer("headers", key)
        corrected = correct_token(key)
        is_free = bool(corrected) and corrected not in headers
        target = node.child_pointer("headers", corrected)
        edit: EditOp = move(at, target) if is_free else remove(at)
        action = f"read as {corrected!r}" if is_free else "removed"
        message = f"invalid header name {quoted(key)}; {action}"
        yield Finding(message, edits=(edit,), at=at)
