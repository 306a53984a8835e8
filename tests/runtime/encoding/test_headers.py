"""Encoding of header parameters."""

from __future__ import annotations

import pytest
from runtime.encoding.headers import HeaderSet, encode_header
from runtime.omission import omit


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        ("text", "simple", "text"),
        ("  padded\t", "simple", "padded"),
        ("in\tside", "simple", "in\tside"),
        (True, "simple", "true"),
        (5, "simple", "5"),
        (None, "simple", ""),
        (["a", 1], "simple", "a,1"),
        ({"a": 1, "b": 2}, "simple", "a,1,b,2"),
        ({"a": 1, "b": 2}, "simple*", "a=1,b=2"),
        ({"a": [1]}, "json", '{"a":[1]}'),
        ("a/b c", "simple", "a/b c"),
    ],
)
def test_values_are_encoded_in_their_style(
    value: object, style: str, expected: str
) -> None:
    assert encode_header("X-Any", value, style) == expected


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\x00", "\x7f", ["a\n"]])
def test_line_breaks_are_rejected_without_quoting_the_value(value: object) -> None:
    with pytest.raises(
        ValueError, match=r"^Header 'X-Key' contains line breaks"
    ) as caught:
        encode_header("X-Key", value)
    assert "Evil" not in str(caught.value)


def test_characters_outside_ascii_are_rejected_without_quoting_them() -> None:
    with pytest.raises(ValueError, match="characters that are not ASCII") as caught:
        encode_header("X-Key", "sécret")
    assert "cret" not in str(caught.value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "é", "a\r\n"])
def test_invalid_names_are_rejected(name: str) -> None:
    with pytest.raises(ValueError, match="Invalid header name"):
        encode_header(name, "x")


def test_values_that_cannot_be_encoded_are_rejected() -> None:
    with pytest.raises(TypeError, match="Invalid value of header 'X-Key': cannot send"):
        encode_header("X-Key", object())


def test_header_sets_ignore_case() -> None:
    headers = HeaderSet()
    headers.update({"X-One": "1", "x-two": "2"})
    headers.set("X-ONE", "one")
    assert headers.get("x-one") == "one"
    assert "X-Two" in headers
    assert 5 not in headers
    headers.set("X-Two", omit)
    headers.set("X-Three", omit)
    assert headers.get("X-Two") is None
    assert headers.items() == [("X-ONE", "one")]
