"""RS006: an operation describes errors alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import object_of
from ..grammar import Kind
from ..rule import Finding, Node, rule
from ..statuses import ERROR_CODES, RANGES, codes, is_success

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RS006",
    on=Kind.OPERATION,
    title="Say which operations describe errors alone",
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
    """An operation should say what it answers when all goes well.

    Nothing is wrong with one that does not, so nothing is changed. The client gives
    back the decoded JSON.
    """
    keys = codes(object_of(node.get("responses")))
    keys += codes(object_of(node.get(RANGES)))
    # Statuses below 400 say that nothing failed.
    succeeds = any(is_success(key) or key[:1] in {"1", "3"} for key in keys)
    if keys and not succeeds and ERROR_CODES not in node.value:
        message = "No response says what a call that succeeds gives back."
        yield Finding(message, at=node.child_pointer("responses"))
