"""Exceptions for responses with an error status."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    APIConnectionError,
    APIDecodeError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    ListOf,
    NotFoundError,
    Operation,
    PermissionDeniedError,
    RateLimitError,
    SDKError,
    ServerError,
    Service,
    UnprocessableEntityError,
)

from .mock_server import GET, KINDS, Kind, MockServer, make_response
from .sample_models import Problem

SERVICE = Service(
    user_agent="x/1",
    base_url="https://api.example.com",
    models="tests.runtime.sample_models",
)
NO_RETRIES = {"max_retries": 0}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (402, APIStatusError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (418, APIStatusError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, ServerError),
        (503, ServerError),
        (599, ServerError),
    ],
)
def test_each_status_has_an_exception_class(
    kind: Kind, status: int, error: type[Exception]
) -> None:
    server = MockServer(
        make_response(status, {"message": "No."}, {"x-request-id": "r1"})
    )
    with pytest.raises(APIStatusError) as caught:
        server.call(kind, client=NO_RETRIES)
    assert type(caught.value) is error
    assert caught.value.status_code == status
    assert caught.value.body == {"message": "No."}
    assert caught.value.request_id == "r1"
    assert caught.value.headers["x-request-id"] == "r1"


def test_exceptions_have_base_classes() -> None:
    for error in (BadRequestError, RateLimitError, ServerError):
        assert issubclass(error, APIStatusError)
    assert issubclass(APIStatusError, APIResponseError)
    assert issubclass(APIDecodeError, APIResponseError)
    assert issubclass(APITimeoutError, APIConnectionError)
    assert issubclass(APIConnectionError, SDKError)
    assert issubclass(APIResponseError, SDKError)


def failure(response: httpx2.Response, **arguments: Any) -> APIStatusError:
    operation = arguments.pop("operation", GET)
    with pytest.raises(APIStatusError) as caught:
        MockServer(response).call(
            "sync", operation, service=SERVICE, client=NO_RETRIES, **arguments
        )
    return caught.value


def test_the_message_contains_request_status_code_and_request_id() -> None:
    response = make_response(
        404,
        {"error": {"code": "resource_missing", "message": "No such\r\ninvoice: in_1"}},
        {"request-id": "req_1"},
    )
    error = failure(response, query={"expand": "a", "api_key": "sk-secret"})
    assert str(error) == error.message
    assert error.message == (
        "GET https://api.example.com/things?expand=a&api_key=REDACTED returned 404 "
        "Not Found: No such invoice: in_1 (code resource_missing, request ID req_1)"
    )


@pytest.mark.parametrize(
    ("content", "content_type", "body"),
    [
        (b"", "", None),
        (b"Bad Gateway", "text/plain", "Bad Gateway"),
        (b"<h1>502</h1>", "text/html", "<h1>502</h1>"),
        (b'{"broken', "application/json", '{"broken'),
        (b"caf\xe9", "text/plain; charset=latin-1", "café"),
        (b"[1]", "text/plain", [1]),
        (b"[" * 5000, "application/json", "[" * 5000),
    ],
)
def test_an_error_body_can_be_of_any_kind(
    content: bytes, content_type: str, body: object
) -> None:
    response = make_response(
        502, content=content, headers={"content-type": content_type}
    )
    error = failure(response)
    assert error.body == body
    assert error.error is None
    assert error.code is None
    assert len(str(error)) < 400


def test_the_message_does_not_quote_html() -> None:
    error = failure(
        make_response(502, content=b"<h1>x</h1>", headers={"content-type": "text/html"})
    )
    assert str(error) == "GET https://api.example.com/things returned 502 Bad Gateway"


def test_error_bodies_are_decoded_to_documented_types() -> None:
    operation: Operation[Any] = Operation(
        "GET",
        "/things",
        returns=ANY,
        errors={"404": "Problem", "4XX": ListOf("Problem"), "default": "Label"},
    )
    problem = {"code": "gone", "message": "Gone."}
    exact = failure(make_response(404, problem), operation=operation)
    assert exact.error == Problem(code="gone", message="Gone.")
    ranged = failure(make_response(422, [problem]), operation=operation)
    assert ranged.error == [Problem(code="gone", message="Gone.")]
    assert ranged.code == "gone"
    other = failure(make_response(500, {"text": "x"}), operation=operation)
    assert type(other.error).__name__ == "Label"
    # A body that does not match its schema is decoded leniently.
    broken = failure(make_response(404, {"code": [1]}), operation=operation)
    assert isinstance(broken.error, Problem)
    assert broken.error.to_dict() == {"code": [1]}
    assert failure(make_response(404, content=b""), operation=operation).error is None


@pytest.mark.parametrize(
    "header",
    ["X-Request-Id", "request-id", "x-amzn-RequestId", "X-MS-Request-ID", "CF-RAY"],
)
def test_the_request_id_is_read_from_common_headers(header: str) -> None:
    error = failure(make_response(400, headers={header: "r1"}))
    assert error.request_id == "r1"
    assert "request ID r1" in str(error)


def test_copies_keep_all_attributes() -> None:
    operation: Operation[Any] = Operation(
        "GET", "/things", errors={"default": "Problem"}
    )
    value = {"code": "c", "message": "m"}
    error = failure(
        make_response(429, value, {"x-request-id": "r1"}), operation=operation
    )
    for copied in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(copied) is RateLimitError
        assert str(copied) == str(error)
        assert copied.args == error.args
        assert copied.status_code == 429
        assert copied.body == value
        assert copied.error == Problem(code="c", message="m")
        assert copied.code == "c"
        assert copied.request_id == "r1"
        assert copied.headers == error.headers
        assert repr(copied) == repr(error)
    plain = pickle.loads(pickle.dumps(SDKError("no")))
    assert (str(plain), plain.message, repr(plain)) == ("no", "no", "SDKError('no')")


def test_the_repr_contains_status_and_request_id() -> None:
    error = failure(make_response(404, headers={"x-request-id": "r1"}))
    assert repr(error) == (
        f"NotFoundError({error.message!r}, status_code=404, request_id='r1')"
    )


def test_a_status_without_a_phrase_is_shown_as_a_number() -> None:
    assert str(failure(make_response(499, content=b""))).endswith("returned 499")


def test_exceptions_do_not_contain_the_request() -> None:
    server = MockServer(make_response(401))
    with pytest.raises(AuthenticationError) as caught:
        server.call("sync", options={"headers": {"Authorization": "Bearer sk-secret"}})
    assert b"sk-secret" not in pickle.dumps(caught.value)
    assert "sk-secret" not in repr(vars(caught.value))


PROBLEM = {
    "type": "https://example.com/probs/out-of-credit",
    "title": "You do not have enough credit.",
    "status": 403,
    "detail": "Your current balance is 30, but that costs 50.",
    "instance": "/account/12345/msgs/abc",
    "balance": 30,
}


@pytest.mark.parametrize(
    "content_type", ["application/problem+json; charset=utf-8", "application/json"]
)
def test_problem_details_are_parsed(content_type: str) -> None:
    error = failure(make_response(403, PROBLEM, {"content-type": content_type}))
    problem = error.problem
    assert problem is not None
    assert problem.type == PROBLEM["type"]
    assert problem.title == PROBLEM["title"]
    assert problem.status == 403
    assert problem.detail == PROBLEM["detail"]
    assert problem.instance == PROBLEM["instance"]
    assert problem.extensions == {"balance": 30}
    assert error.message == (
        "GET https://api.example.com/things returned 403 Forbidden: You do not have "
        "enough credit.: Your current balance is 30, but that costs 50."
    )
    assert pickle.loads(pickle.dumps(error)).problem == problem


def test_problem_members_of_the_wrong_type_are_ignored() -> None:
    body = {"type": 7, "title": ["x"], "status": "403", "detail": None, "instance": 1}
    error = failure(
        make_response(403, body, {"content-type": "application/problem+json"})
    )
    assert error.problem is not None
    assert error.problem.message == ""
    assert tuple(error.problem) == ("about:blank", None, None, None, None, {})


@pytest.mark.parametrize(
    "body", [{"title": "x"}, {"title": "x", "status": 404}, {"status": 403}, ["x"], "x"]
)
def test_other_bodies_are_not_problem_details(body: object) -> None:
    assert failure(make_response(403, body)).problem is None


@pytest.mark.parametrize(
    "name",
    ["X-Request-Id", "apigw-requestid", "X-GitHub-Request-Id", "Paypal-Debug-Id"],
)
def test_the_message_ends_with_the_request_id(name: str) -> None:
    error = failure(make_response(400, {"message": "No."}, {name: "r_1"}))
    assert error.request_id == "r_1"
    assert error.message.endswith("(request ID r_1)")
