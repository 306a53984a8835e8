"""RS006: operations that only describe error responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, rule
from ...readings.statuses import ERROR_CODES, RANGES, codes, is_success

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RS006",
    on=Kind.OPERATION,
    title="Report operations that only describe errors",
    safety=Safety.EXACT,
    bad="""
    paths:
      /parcels:
        get: {responses: {"404": {description: There is no parcel.}}}
    """,
    good="""
    paths:
      /parcels:
        get: {responses: {"404": {description: There is no parcel.}}}
    """,
)
def no_success(node: Node) -> Iterator[Finding]:
    """An operation should describe the response to a successful call.

    A document without this response is valid (Responses Object), so nothing is changed.
    The client returns the decoded JSON of the response. Describe the response to get a
    typed result.
    """
    keys = codes(object_of(node.get("responses")))
    keys += codes(object_of(node.get(RANGES)))
    # Status codes below 400 do not indicate a failure.
    succeeds = any(is_success(key) or key[:1] in {"1", "3"} for key in keys)
    if keys and not succeeds and ERROR_CODES not in node.value:
        message = (
            "no response describes a successful call; the client returns the "
            "decoded JSON"
        )
        yield Finding(message, at=node.child_pointer("responses"))
