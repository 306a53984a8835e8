"""RS001: response keys that are not HTTP status codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of, text_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.statuses import ERROR_CODES, codes, error_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue


@rule(
    "RS001",
    on=Kind.OPERATION,
    title="Separate error numbers of the API from HTTP statuses",
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
    """Responses are listed by HTTP status: 200 to 599, or 101 (Switching Protocols).

    Other numbers are error codes that the API sends in the body of a response. They are
    moved to `x-sdksmith-error-codes`, from which the client gets an enumeration of all
    error codes. A 1xx status code is never final (RFC 9110, section 15.2), so a key
    such as 105 cannot be the status of a response. 100, 102 and 103 are real status
    codes, so they are only moved together with other numbers.
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
        f"{listed} "
        f"{'is not an HTTP status code' if len(numbers) == 1 else 'are not HTTP status codes'}"
        "; moved to `x-sdksmith-error-codes`",
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
