"""Invalid responses, and errors."""

from __future__ import annotations

from typing import Any

import pytest

from .harness import Harness, Kind


def retrieve(client: Any) -> Any:
    return client.things.retrieve("t1")


@pytest.mark.parametrize(
    "fault", ["ok", "gzip", "charset:utf-8", "charset:utf-16", "charset:latin-1"]
)
@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_valid_responses_are_decoded(
    harness: Harness, kind: Kind, fault: str, validation: str
) -> None:
    outcome = harness.call_with_faults(
        kind, fault, retrieve, response_validation=validation
    )
    thing = outcome.returned()
    assert (thing.id, thing.name, thing.size) == ("t1", "Größe t1", 2)


@pytest.mark.parametrize("fault", ["no-type", "declared:utf-16", "declared:nonsense"])
def test_responses_with_wrong_content_types_are_decoded(
    harness: Harness, kind: Kind, fault: str
) -> None:
    thing = harness.call_with_faults(kind, fault, retrieve).returned()
    assert (thing.id, thing.name, thing.size) == ("t1", "Größe t1", 2)


@pytest.mark.parametrize(
    ("fault", "what", "excerpt"),
    [
        ("bad-json", "invalid JSON", '{"id": "t1"'),
        ("html", "HTML", "<html>"),
    ],
)
def test_undecodable_responses_raise(
    harness: Harness, kind: Kind, fault: str, what: str, excerpt: str
) -> None:
    outcome = harness.call_with_faults(kind, fault, retrieve)
    error = outcome.raised(harness.package.APIDecodeError)
    assert "GET" in str(error)
    assert "returned 200" in str(error)
    assert what in str(error)
    assert error.status_code == 200
    assert "content-type" in error.headers
    assert error.excerpt.startswith(excerpt)
    assert len(outcome.attempts) == 1


def test_strict_client_raises_for_an_empty_body(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind, "empty", retrieve, response_validation="strict"
    )
    error = outcome.raised(harness.package.APIDecodeError)
    assert "an empty body" in str(error)
    assert (error.status_code, error.excerpt) == (200, "")


def test_warning_client_warns_about_an_empty_body(harness: Harness, kind: Kind) -> None:
    package = harness.package
    with pytest.warns(package.ResponseValidationWarning, match="an empty body"):
        outcome = harness.call_with_faults(
            kind, "empty", retrieve, response_validation="warn"
        )
    assert outcome.returned() is None


@pytest.mark.parametrize("fault", ["bad-gzip", "cut-gzip"])
def test_invalid_compression_raises(harness: Harness, kind: Kind, fault: str) -> None:
    outcome = harness.call_with_faults(kind, fault, retrieve)
    package = harness.package
    assert isinstance(
        outcome.error, package.APIConnectionError | package.APIDecodeError
    )
    assert len(outcome.attempts) == 1


def test_reply_contains_status_request_id_and_retries(
    harness: Harness, kind: Kind
) -> None:
    def call(client: Any) -> Any:
        return client.with_response(client.things.retrieve)("t1")

    reply = harness.call_with_faults(kind, "503,ok", call).returned()
    assert reply.data.id == "t1"
    assert (reply.status_code, reply.request_id, reply.retries) == (200, "req-t1", 1)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "ServerError"),
        (501, "ServerError"),
    ],
)
def test_error_class_depends_on_status(
    harness: Harness, kind: Kind, status: int, name: str
) -> None:
    outcome = harness.call_with_faults(kind, str(status), retrieve, max_retries=0)
    error = outcome.raised(getattr(harness.package, name))
    assert error.status_code == status
    assert (error.error.detail, error.error.code) == ("as you wish", "injected")
    assert error.code == "injected"
    assert error.body["detail"] == "as you wish"
    assert "as you wish" in str(error)
    assert f"returned {status}" in str(error)
    assert error.request_id == "req-refused"
    assert "req-refused" in str(error)


def test_documented_error_is_parsed(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: client.things.create(name="")
    )
    error = outcome.raised(harness.package.UnprocessableEntityError)
    assert error.error.problems[0].field == "name"
    assert "the thing needs a name" in str(error)


def test_error_contains_detail_and_headers(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: client.things.retrieve("none-1")
    )
    error = outcome.raised(harness.package.NotFoundError)
    assert "there is no none-1" in str(error)
    assert error.headers["content-type"] == "application/problem+json"
