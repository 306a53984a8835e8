"""What `Returns:` and `Raises:` say."""

from __future__ import annotations

import pytest
from sdksmith.plan.content.media_types import PlannedResponse, Reading
from sdksmith.plan.docs.responses import describe_raises, describe_returns


def _answer(status: str, description: str) -> PlannedResponse:
    reading = Reading.NOTHING if status in ("204", "205") else Reading.JSON
    return PlannedResponse(status, reading, description=description)


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
def test_a_description_without_content_is_left_out(
    status: str, description: str
) -> None:
    said = describe_returns(
        [_answer(status, description)], "list_rooms", "Lists all rooms."
    )
    assert said == ""


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
def test_a_description_with_content_stays(status: str, description: str) -> None:
    answer = _answer(status, description)
    assert describe_returns([answer], "list_rooms", "List.") == description


def test_of_several_answers_those_that_say_something_stay() -> None:
    answers = [
        _answer("200", "OK"),
        _answer("201", "Created"),
        _answer("202", "The room opens later"),
        _answer("204", "No content"),
    ]
    assert describe_returns(answers, "", "") == "202: The room opens later"
    told_apart = [_answer("200", "Updated"), _answer("201", "Created")]
    assert describe_returns(told_apart, "", "") == "200: Updated"


def test_errors_keep_their_reason_phrase_but_no_bare_status() -> None:
    failures = [
        _answer("401", "Unauthorized"),
        _answer("404", "404"),
        _answer("410", "410"),
        _answer("418", "Teapot"),
        _answer("4XX", "4xx"),
        _answer("500", "500"),
    ]
    assert [(item.name, item.description) for item in describe_raises(failures)] == [
        ("AuthenticationError", "Unauthorized"),
        ("NotFoundError", "The API returned status 404."),
        ("ServerError", "The API returned a 5xx status."),
        ("APIStatusError", "418: Teapot"),
    ]
