"""RS003: response keys that contain text instead of an HTTP status code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, put, remove, rule
from ...readings.statuses import (
    codes,
    error_numbers,
    is_final_status,
    status_range,
    statuses_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RS003",
    on=Kind.OPERATION,
    title="Extract HTTP status codes from response keys",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        get:
          responses:
            200 OK: {description: Parcels.}
            Default: {description: An error.}
            mistake: {description: A mistake.}
            "": {description: Nothing.}
    """,
    good="""
    paths:
      /parcels:
        get:
          responses:
            "200": {description: Parcels.}
            default: {description: An error.}
    """,
)
def status_text(node: Node) -> Iterator[Finding]:
    """Responses must be listed by HTTP status code, or under `default`.

    A status code inside a longer key, such as `200 OK`, is extracted, and `success` is
    read as 200 (Responses Object). A response whose key does not indicate any status
    code is removed, because the client cannot match it to the responses of the server.
    """
    responses = object_of(node.get("responses"))
    keys = codes(responses)
    numbers = {*error_numbers(keys), "100", "102", "103"}
    reserved = set(keys)
    for key in keys:
        if key == "default" or is_final_status(key) or key in numbers:
            continue
        if status_range(key) is not None:
            continue
        at = node.child_pointer("responses", key)
        intended = [status for status in statuses_in(key) if status not in reserved]
        reserved.update(intended)
        if not intended:
            yield Finding(
                f"{key!r} is not an HTTP status code; response removed",
                edits=(remove(at),),
                at=at,
                effect=Effect.OMITTED,
            )
            continue
        first, *others = [
            node.child_pointer("responses", status) for status in intended
        ]
        copies = tuple(put(other, responses[key]) for other in others)
        message = (
            f"{key!r} is not an HTTP status code; read as {' and '.join(intended)}"
        )
        yield Finding(message, edits=(move(at, first), *copies), at=at)
