"""Messages and codes in error bodies."""

from __future__ import annotations

import pytest
from runtime.response.error_body import find_code, find_message, shorten


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"code": 100}, 100),
        ({"code": "100"}, "100"),
        ({"stat": "fail", "code": 116, "message": "x"}, 116),
        ({"error": {"code": "card_declined"}}, "card_declined"),
        ({"error": {"code": 404, "errors": [{"reason": "notFound"}]}}, 404),
        ({"code": "outer", "error": {"code": "inner"}}, "inner"),
        ({"error_code": 7}, 7),
        ({"errorCode": "E7"}, "E7"),
        ({"err": {"code": 5, "msg": "x"}}, 5),
        ({"errors": [{"code": "a"}, {"code": "b"}]}, "a"),
        ([{"code": "a"}], "a"),
        ({"error": "invalid_grant", "error_description": "x"}, "invalid_grant"),
        ({"error": "Something broke"}, None),
        ({"stat": "fail"}, "fail"),
        ({"code": None, "errno": 3}, 3),
        ({"code": True}, None),
        ({"code": ""}, None),
        ({"code": 1.5}, None),
        ({"code": 0}, 0),
        ({}, None),
        ([], None),
        ("text", None),
        (None, None),
    ],
)
def test_find_code_returns_the_error_code(body: object, code: object) -> None:
    assert find_code(body) == code


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"message": "m"}, "m"),
        ({"error": "e"}, "e"),
        ({"error": {"message": "m"}}, "m"),
        ({"error": "invalid_grant", "error_description": "d"}, "d"),
        ({"type": "about:blank", "title": "t", "detail": "d"}, "d"),
        ({"title": "t"}, "t"),
        ({"errors": [{"detail": "d"}]}, "d"),
        ({"errors": ["plain"]}, ""),
        ({"err": {"msg": "m"}}, "m"),
        ({"message": "  "}, ""),
        ({"message": {"text": "x"}}, ""),
        ({"a": 1}, ""),
        ("plain text\n", "plain text"),
        ("<html>", ""),
        (None, ""),
        (5, ""),
    ],
)
def test_find_message_returns_the_message(body: object, message: str) -> None:
    assert find_message(body) == message


def test_shorten_returns_one_line_of_limited_length() -> None:
    assert shorten("a\r\n\tb\x1b[31mc") == r"a b\x1b[31mc"
    assert shorten("x" * 10_000_000) == "x" * 300 + "..."


@pytest.mark.parametrize(
    ("body", "message"),
    [
        # FastAPI
        (
            {"detail": [{"loc": ["body", "age"], "msg": "Field required"}]},
            "body.age: Field required",
        ),
        ({"detail": "Not found"}, "Not found"),
        # ASP.NET, Rails, Laravel
        (
            {"title": "Invalid.", "errors": {"age": ["is missing"], "b": "x", "c": []}},
            "Invalid.",
        ),
        (
            {"message": "Invalid:", "errors": {"age": ["is missing"], "b": "is not c"}},
            "Invalid: age: is missing; b: is not c",
        ),
        ({"errors": {"age": ["is missing"]}}, "age: is missing"),
        ({"errors": {c: ["x"] for c in "abcd"}}, "a: x; b: x; c: x"),
        # JSON:API, and lists of errors by field
        (
            {"errors": [{"field": "age", "message": "too small"}, {"field": "b"}]},
            "age: too small",
        ),
    ],
)
def test_find_message_describes_errors_of_fields(body: object, message: str) -> None:
    assert find_message(body) == message
