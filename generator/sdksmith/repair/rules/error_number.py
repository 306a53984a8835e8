"""RS001: responses are listed under numbers that are no HTTP status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import object_of, text_of
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule
from ..statuses import ERROR_CODES, codes, error_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject, JsonValue


@rule(
    "RS001",
    on=Kind.OPERATION,
    title="Keep the error numbers of an API apart from HTTP statuses",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        get:
          responses:
            "1": {description: Parcel not found}
            "105": {description: Depot closed}
            "200": {description: Parcels.}
    """,
    good="""
    paths:
      /parcels:
        get:
          responses:
            "200": {description: Parcels.}
          x-sdksmith-error-codes:
            "1": Parcel not found
            "105": Depot closed
    """,
)
def error_number(node: Node) -> Iterator[Finding]:
    """Responses are listed by HTTP status: 200 to 599, or 101 for a change of protocol.

    Other numbers are what the API writes into the body of an error. They move to
    `x-sdksmith-error-codes`, from which the client makes one enumeration. 1xx is no
    final status (RFC 9110, section 15.2), so 105 is as impossible as 1.
    """
    responses = object_of(node.get("responses"))
    numbers = error_numbers(codes(responses))
    if not numbers:
        return
    known = object_of(node.get(ERROR_CODES))
    found = {key: _description(node, responses[key]) for key in numbers}
    kept: JsonObject = {**found, **known}
    at = node.child_pointer("responses")
    listed = ", ".join(numbers)
    yield Finding(
        f"{listed} {'is' if len(numbers) == 1 else 'are'} no HTTP status.",
        edits=(
            *(remove(f"{at}/{key}") for key in numbers),
            put(node.child_pointer(ERROR_CODES), kept, origin=at),
        ),
        at=f"{at}/{numbers[0]}",
    )


def _description(node: Node, response: JsonValue) -> str:
    if isinstance(response, str):
        return response
    reference = object_of(response).get("$ref")
    target = node.resolve(reference) if reference is not None else response
    return text_of(object_of(target).get("description"))
