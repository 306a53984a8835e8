"""RS005: responses without a description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule
from ...readings.statuses import describe_status

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RS005",
    on=Kind.RESPONSE,
    title="Add missing response descriptions",
    safety=Safety.EXACT,
    dialects=(Dialect.SWAGGER_20, Dialect.OPENAPI_30, Dialect.OPENAPI_31),
    bad="""
    paths:
      /parcels:
        get: {responses: {"201": {schema: {type: string}}}}
    """,
    good="""
    paths:
      /parcels:
        get: {responses: {"201": {schema: {type: string}, description: Created}}}
    """,
)
def undescribed_response(node: Node) -> Iterator[Finding]:
    """A response must have a `description`, which can be short (Response Object).

    A missing description is set to the reason phrase of the HTTP status code, such as
    `Created`, or to the name of a reusable response.
    """
    if "description" not in node.value:
        edit = put(node.child_pointer("description"), describe_status(node.key))
        yield Finding("response has no `description`; added", edits=(edit,))
