"""The `Returns:` and `Raises:` sections of docstrings."""

from __future__ import annotations

import pytest
from sdksmith.model.types import TypeId
from sdksmith.plan.content.media_types import PlannedResponse, Reading
from sdksmith.plan.docs.responses import describe_raises, describe_returns


def _response(status: str, description: str) -> PlannedResponse:
    reading = Reading.NOTHING if status in ("204", "205") else Reading.JSON
    return PlannedResponse(status, reading, TypeId(0), description=description)


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("OK", "Decoded JSON of any type; None if the body is empty."),
        (
            "The state of the room",
            "The state of the room. Decoded JSON of any type; None if the body is empty.",
        ),
    ],
)
def test_responses_without_a_schema_are_described(description: str, text: str) -> None:
    response = PlannedResponse("200", Reading.JSON, description=description)
    assert describe_returns([response], "", "") == text


@pytest.mark.parametrize(
    ("status", "description"),
    [
        ("200", "OK"),
        ("200", "Success"),
        ("200", "Successful Response"),
        ("200", "A successful response."),
        ("200", "200 response"),
        ("200", "200 response for list_rooms"),
        ("200", "**HTTP Status Code:** `200`<br>"),
        ("200", "OK - the request has succeeded."),
        ("200", "Expected response to a valid request"),
        ("200", "No response was specified"),
        ("200", "Successfully retrieved"),
        ("200", "Lists all rooms"),
        ("201", "Created"),
        ("202", "Accepted"),
        ("204", "No Content"),
        ("204", "A header with no content is returned."),
        ("204", "The resource was deleted successfully."),
        ("default", "Default Response"),
        ("default", "The response, which nobody described."),
    ],
)
def test_generic_response_descriptions_are_omitted(
    status: str, description: str
) -> None:
    text = describe_returns(
        [_response(status, description)], "list_rooms", "Lists all rooms."
    )
    assert text == ""


@pytest.mark.parametrize(
    ("status", "description"),
    [
        ("200", "A list of rooms"),
        ("200", "Accepted"),
        ("200", "Operation status"),
        ("200", "Response 404"),
        ("200", "No content"),
        ("200", "OK, if the room is open"),
        ("200", "200 response for list_rooms_of_a_house"),
        ("202", "Accepted and the operation will complete asynchronously."),
        ("204", "The room is empty"),
        ("200", "\u6210\u529f"),
    ],
)
def test_specific_response_descriptions_are_kept(status: str, description: str) -> None:
    response = _response(status, description)
    assert describe_returns([response], "list_rooms", "List.") == description


def test_generic_descriptions_among_several_responses_are_omitted() -> None:
    responses = [
        _response("200", "OK"),
        _response("201", "Created"),
        _response("202", "The room opens later"),
        _response("204", "No content"),
    ]
    assert describe_returns(responses, "", "") == "202: The room opens later"
    created = [_response("200", "Updated"), _response("201", "Created")]
    assert describe_returns(created, "", "") == "200: Updated"


def test_error_descriptions_keep_reason_phrases_and_replace_bare_status_codes() -> None:
    failures = [
        _response("401", "Unauthorized"),
        _response("404", "404"),
        _response("410", "410"),
        _response("418", "Teapot"),
        _response("4XX", "4xx"),
        _response("500", "500"),
    ]
    assert [(item.name, item.description) for item in describe_raises(failures)] == [
        ("AuthenticationError", "Unauthorized"),
        ("NotFoundError", "The API returned status 404."),
        ("ServerError", "The API returned a 5xx status."),
        ("APIStatusError", "418: Teapot"),
    ]


def test_pages_without_a_schema_are_described_as_pages() -> None:
    response = PlannedResponse("200", Reading.JSON, None, description="OK")
    text = describe_returns([response], "", "List rooms.", paged=True)
    assert text == "Pages whose items are decoded JSON of any type."
