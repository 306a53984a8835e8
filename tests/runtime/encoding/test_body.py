"""Request bodies of each media type."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from runtime import ANY, Operation, Part, omit
from runtime.encoding.body import Payload, encode_body

from ..mock_server import decoded_pairs
from ..sample_files import UnseekableFile
from ..sample_models import Label

NO_EXTRA: dict[str, object] = {}


def operation(media_type: str, **settings: Any) -> Operation[Any]:
    return Operation("POST", "/", returns=ANY, body=media_type, **settings)


def encode(media_type: str, body: object, **settings: Any) -> Payload:
    payload = encode_body(operation(media_type, **settings), body, NO_EXTRA)
    assert payload is not None
    return payload


def content(payload: Payload) -> bytes:
    if isinstance(payload.content, bytes):
        return payload.content
    return b"".join(payload.content)


JSON = operation("application/json")


def test_json_bodies_omit_omitted_properties() -> None:
    payload = encode("application/json", {"a": omit, "b": None, "c": [{"d": omit}]})
    assert json.loads(content(payload)) == {"b": None, "c": [{}]}
    assert payload.content_type == "application/json"
    assert payload.replayable


@pytest.mark.parametrize(
    "media_type",
    ["application/merge-patch+json", "application/json; charset=utf-8", "text/json"],
)
def test_json_bodies_keep_their_media_type(media_type: str) -> None:
    payload = encode(media_type, [1])
    assert (payload.content, payload.content_type) == (b"[1]", media_type)


@pytest.mark.parametrize("media_type", ["*/*", "application/*", ""])
def test_a_body_of_any_media_type_is_json_unless_it_is_bytes(media_type: str) -> None:
    assert encode(media_type, {"a": 1}).content_type == "application/json"
    payload = encode(media_type or "*/*", b"\x00")
    assert (payload.content, payload.content_type) == (
        b"\x00",
        "application/octet-stream",
    )


def test_media_type_ranges_are_replaced_by_a_concrete_type() -> None:
    payload = encode("text/*", "text")
    assert (payload.content, payload.content_type) == (
        b"text",
        "text/plain; charset=utf-8",
    )
    form = encode("multipart/*", {"a": "1"})
    assert form.content_type.startswith("multipart/form-data; boundary=")


def test_json_bodies_can_be_any_value() -> None:
    assert encode("application/json", [1, "a"]).content == b'[1,"a"]'
    assert encode("application/json", "text").content == b'"text"'
    assert encode("application/json", None).content == b"null"
    assert encode("application/json", Label(text="x")).content == b'{"text":"x"}'
    # Bytes are sent unchanged.
    assert encode("application/json", b'{"a":1}').content == b'{"a":1}'


def test_an_object_whose_properties_are_all_omitted_is_not_sent() -> None:
    required = replace(JSON, body_required=True)
    assert encode_body(JSON, omit, NO_EXTRA) is None
    assert encode_body(JSON, {"a": omit}, NO_EXTRA) is None
    assert encode_body(required, {"a": omit}, NO_EXTRA) == Payload(
        b"{}", "application/json"
    )
    # The caller has passed an empty object.
    assert encode_body(JSON, {}, NO_EXTRA) == Payload(b"{}", "application/json")


def test_extra_properties_are_merged_into_the_body() -> None:
    assert encode_body(JSON, {"a": 1, "b": 2}, {"b": 3, "c": 4}) == Payload(
        b'{"a":1,"b":3,"c":4}', "application/json"
    )
    assert encode_body(JSON, omit, {"c": 4}) == Payload(b'{"c":4}', "application/json")
    assert encode_body(JSON, Label(text="x"), {"c": 4}) == Payload(
        b'{"text":"x","c":4}', "application/json"
    )
    with pytest.raises(TypeError, match="requires a request body that is an object"):
        encode_body(JSON, [1], {"c": 4})


def test_forms_are_url_encoded() -> None:
    payload = encode(
        "application/x-www-form-urlencoded",
        {
            "text": "a b&c",
            "none": None,
            "left": omit,
            "tags": ["x", "y"],
            "joined": ["x", "y"],
            "nested": {"a": {"b": [1]}},
            "rows": [{"a": 1}, {"a": 2}],
            "note": Label(text="t"),
            "meta": {"a": 1},
        },
        parts={
            "joined": Part(style="form"),
            "meta": Part(content_type="application/json"),
        },
    )
    assert payload.content_type == "application/x-www-form-urlencoded"
    assert decoded_pairs([content(payload).decode()]) == [
        ("text", "a b&c"),
        ("tags", "x"),
        ("tags", "y"),
        ("joined", "x,y"),
        ("nested[a][b][]", "1"),
        ("rows[0][a]", "1"),
        ("rows[1][a]", "2"),
        ("note[text]", "t"),
        ("meta", '{"a":1}'),
    ]


def test_a_form_must_be_an_object() -> None:
    with pytest.raises(TypeError, match="must be an object, not list"):
        encode("application/x-www-form-urlencoded", [1])
    assert (
        encode_body(operation("application/x-www-form-urlencoded"), None, NO_EXTRA)
        is None
    )


@pytest.mark.parametrize(
    ("media_type", "body", "expected", "content_type"),
    [
        ("text/plain", "é", "é".encode(), "text/plain; charset=utf-8"),
        ("text/plain", 5, b"5", "text/plain; charset=utf-8"),
        ("text/plain; charset=latin-1", "é", b"\xe9", "text/plain; charset=latin-1"),
        ("application/xml", "<é/>", "<é/>".encode(), "application/xml"),
        ("application/xml", b"<a/>", b"<a/>", "application/xml"),
        ("application/octet-stream", "text", b"text", "application/octet-stream"),
        ("image/png", bytearray(b"\x89"), b"\x89", "image/png"),
        ("image/*", ("x.png", b"\x89", "image/png"), b"\x89", "image/png"),
        ("image/*", ("x.png", b"\x89"), b"\x89", "application/octet-stream"),
    ],
)
def test_text_and_bytes_are_sent_with_their_media_type(
    media_type: str, body: object, expected: bytes, content_type: str
) -> None:
    payload = encode(media_type, body)
    assert (content(payload), payload.content_type) == (expected, content_type)


def test_an_object_cannot_be_sent_as_text() -> None:
    with pytest.raises(
        TypeError, match="Cannot encode the request body as text/plain: cannot send"
    ):
        encode("text/plain", {"a": 1})


def test_files_are_sent_from_their_current_position(tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(b"0123456789")
    by_path = encode("application/octet-stream", path)
    assert not isinstance(by_path.content, bytes)
    assert by_path.content.length == 10
    assert content(by_path) == content(by_path) == b"0123456789"

    file = io.BytesIO(b"0123456789")
    file.seek(4)
    opened = encode("application/octet-stream", file)
    assert not isinstance(opened.content, bytes)
    assert opened.content.length == 6
    # Each iteration starts at the position at which the file was passed.
    assert content(opened) == content(opened) == b"456789"
    assert opened.replayable


def test_an_unseekable_file_is_not_replayable() -> None:
    payload = encode("application/octet-stream", UnseekableFile(b"once"))
    assert not isinstance(payload.content, bytes)
    assert payload.content.length is None
    assert not payload.replayable
    assert content(payload) == b"once"


def test_a_file_in_text_mode_is_rejected() -> None:
    with pytest.raises(TypeError, match="binary mode"):
        encode("application/octet-stream", io.StringIO("text"))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        encode("application/octet-stream", tmp_path / "none")
