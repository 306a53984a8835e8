"""Header names, header values and media types; h11 decides what can be sent."""

from __future__ import annotations

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.text.http_fields import (
    correct_media_types,
    correct_token,
    is_field_value,
    is_media_type,
    is_token,
)


def can_be_sent(name: str, value: str) -> bool:
    """Return whether h11 sends a header, and reads it back unchanged."""
    headers = [("Host", "example.com"), (name, value)]
    try:
        sent = h11.Connection(h11.CLIENT).send(
            h11.Request(method="GET", target="/", headers=headers)
        )
    except (h11.LocalProtocolError, UnicodeEncodeError):
        return False
    server = h11.Connection(h11.SERVER)
    server.receive_data(sent or b"")
    read = server.next_event()
    assert isinstance(read, h11.Request)
    return (name.lower().encode(), value.strip(" \t").encode()) in list(read.headers)


CHARACTERS = st.sampled_from([*map(chr, range(256)), "\u2028", "\u4e2d", "\ud800"])
TEXTS = st.text(CHARACTERS, max_size=4)


@given(TEXTS)
def test_tokens_are_the_names_that_can_be_sent(name: str) -> None:
    assert is_token(name) is can_be_sent(name, "x")


@given(TEXTS)
def test_field_values_can_be_sent(value: str) -> None:
    if is_field_value(value):
        assert can_be_sent("X-Name", value)


@given(
    st.lists(
        st.sampled_from(
            [
                "json",
                "text/csv",
                ";",
                ",",
                "/",
                "=",
                " ",
                '"',
                "\r\n",
                "\u2028",
                "charset=utf-8",
            ]
        )
    ).map("".join)
)
def test_corrected_media_types_are_valid(text: str) -> None:
    for found in [*correct_media_types(text), *([text] if is_media_type(text) else [])]:
        assert is_media_type(found)
        assert can_be_sent("Content-Type", found)
        assert correct_media_types(found) == [found]


@pytest.mark.parametrize(
    "text",
    [
        *("application/json", "text/plain;charset=utf-8", 'text/plain; a="b;c\\"d"'),
        *("*/*", "image/*; q=0.5", "application/vnd.acme.v1+json", "TEXT/CSV"),
    ],
)
def test_valid_media_types(text: str) -> None:
    assert is_media_type(text)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("json", ["application/json"]),
        ("application.json", ["application/json"]),
        ("json; charset=utf-8", ["application/json; charset=utf-8"]),
        ("application / json", ["application/json"]),
        ("application/json;", ["application/json"]),
        ("application/json; charset", ["application/json"]),
        ("application/json charset=utf-8", ["application/json; charset=utf-8"]),
        ("application/json\r\nX-Evil: 1", ["application/json"]),
        ("application/json, text/csv", ["application/json", "text/csv"]),
        ('multipart/form-data; boundary="a\r\nb"', ["multipart/form-data"]),
        ("application/j\u00e9son", []),
        ("application/", []),
        ("/json", []),
        ("none", []),
        ("", []),
        (f"{'a' * 128}/x", []),
    ],
)
def test_media_types_are_corrected(text: str, corrected: list[str]) -> None:
    assert not is_media_type(text)
    assert correct_media_types(text) == corrected


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("X-Name: ", "X-Name"),
        (" X-Name", "X-Name"),
        ("X Name", ""),
        (":", ""),
        ("", ""),
    ],
)
def test_header_names_are_corrected(text: str, corrected: str) -> None:
    assert correct_token(text) == corrected
