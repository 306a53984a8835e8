"""RS004: operations without a response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import object_of
from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule
from ...readings.statuses import ERROR_CODES, codes, is_success

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject

_SUCCESS: Final[JsonObject] = {"description": "No description was provided."}


@rule(
    "RS004",
    on=Kind.OPERATION,
    title="Add a default response to operations without responses",
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
            default: {description: "No description was provided."}
        put:
          responses:
            default: {description: "No description was provided."}
    """,
)
def missing_response(node: Node) -> Iterator[Finding]:
    """An operation must define a response, and should define one for a successful call.

    A `default` response is added if there is no response, or if there are error numbers
    of the API (RS001) and no response for success. The client then returns the decoded
    JSON of the response. From OpenAPI 3.1 on, `responses` itself is optional. Define
    the response to get a typed result.
    """
    responses = node.get("responses")
    if responses is None:
        # From OpenAPI 3.1 on responses are not required.
        if "responses" not in node.value and _needs_responses(node):
            target = node.child_pointer("responses")
            edit = put(target, {"default": {**_SUCCESS}})
            yield Finding(
                "operation has no `responses`; `default` added", edits=(edit,)
            )
        return
    keys = codes(object_of(responses))
    bare = bool(node.get(ERROR_CODES)) and not any(is_success(key) for key in keys)
    if isinstance(responses, dict) and (not keys or bare):
        target = node.child_pointer("responses", "default")
        at = node.child_pointer("responses")
        message = "no response describes a successful call; `default` added"
        yield Finding(message, edits=(put(target, {**_SUCCESS}),), at=at)


def _needs_responses(node: Node) -> bool:
    return node.document.dialect in {Dialect.SWAGGER_20, Dialect.OPENAPI_30}
