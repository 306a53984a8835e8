"""RS004: an operation has no response at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...jsondata import object_of
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import Finding, Node, put, rule
from ..statuses import ERROR_CODES, codes, is_success

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject

_SUCCESS: Final[JsonObject] = {"description": "The response, which nobody described."}


@rule(
    "RS004",
    on=Kind.OPERATION,
    title="Give operations a response",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        get: {}
        put: {responses: {}}
    """,
    good="""
    paths:
      /parcels:
        get:
          responses:
            default: {description: "The response, which nobody described."}
        put:
          responses:
            default: {description: "The response, which nobody described."}
    """,
)
def missing_response(node: Node) -> Iterator[Finding]:
    """An operation has at least one response, and one for the call that succeeds.

    Where there is none, or where only the error numbers of the API were described
    (RS001), a `default` response is added. The client gives back the decoded JSON.
    """
    responses = node.get("responses")
    if responses is None:
        # From OpenAPI 3.1 on responses are not required.
        if "responses" not in node.value and _needs_responses(node):
            target = node.child_pointer("responses")
            edit = put(target, {"default": {**_SUCCESS}})
            yield Finding("The operation has no responses.", edits=(edit,))
        return
    keys = codes(object_of(responses))
    bare = bool(node.get(ERROR_CODES)) and not any(is_success(key) for key in keys)
    if isinstance(responses, dict) and (not keys or bare):
        target = node.child_pointer("responses", "default")
        at = node.child_pointer("responses")
        message = "No response says what a call that succeeds gives back."
        yield Finding(message, edits=(put(target, {**_SUCCESS}),), at=at)


def _needs_responses(node: Node) -> bool:
    return node.document.dialect in {Dialect.SWAGGER_20, Dialect.OPENAPI_30}
