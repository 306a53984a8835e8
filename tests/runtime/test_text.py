"""Text from outside in messages and logs."""

from __future__ import annotations

import httpx2
import pytest
from runtime import APIStatusError, SDKError
from runtime.text import MAX_MESSAGE, MAX_TEXT, clean, describe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Größe 5 €, 名前, 🙂", "Größe 5 €, 名前, 🙂"),
        # Persian, French and Japanese use characters that are not printable for Python.
        ("a\u200cb, 5\u00a0€, 名\u3000前", "a\u200cb, 5\u00a0€, 名\u3000前"),
        ("a\r\nb\tc\x00", r"a\r\nb\tc\x00"),
        ("\x1b[2J\x7f\x85\x9b", r"\x1b[2J\x7f\x85\x9b"),
        (
            "\u2028\u2029\u202e\u2066\u061c\u200f",
            r"\u2028\u2029\u202e\u2066\u061c\u200f",
        ),
        ("\ud800", r"\ud800"),
    ],
)
def test_unsafe_characters_are_escaped(text: str, shown: str) -> None:
    assert clean(text) == shown
    assert str(SDKError(text)) == shown
    assert SDKError(text).message == shown


def test_long_texts_are_cut() -> None:
    assert clean("x" * MAX_TEXT) == "x" * MAX_TEXT
    assert clean("x" * (MAX_TEXT + 1)) == "x" * MAX_TEXT + "..."
    assert clean("\n" * 10, 5) == r"\n\n" + "\\..."
    assert len(str(SDKError("x" * 10_000_000))) == MAX_MESSAGE + 3


def test_the_request_id_is_escaped_only_in_the_repr() -> None:
    headers = httpx2.Headers([(b"x-request-id", b"a\x1b" + b"b" * 500)])
    error = APIStatusError("m", status_code=400, headers=headers)
    assert error.request_id == "a\x1b" + "b" * 500
    assert repr(error).startswith(
        r"APIStatusError('m', status_code=400, request_id='a\\x1bbb"
    )
    assert len(repr(error)) < 300


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "None"),
        (True, "True"),
        (5, "5"),
        (1.5, "1.5"),
        ("a\n", r"'a\n'"),
        ("x" * 999, "'" + "x" * 199 + "..."),
        pytest.param(10**5000, "a value of type int", id="long integer"),
        ([[1]], "a value of type list"),
    ],
)
def test_values_of_callers_are_described(value: object, shown: str) -> None:
    assert describe(value) == shown
