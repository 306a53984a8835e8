"""Multipart bodies, parsed with the standard library."""

from __future__ import annotations

import io
import json
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

import pytest
from runtime import Part
from runtime.encoding.multipart import Multipart

from ..sample_files import UnseekableFile
from ..sample_models import Label


def parse(multipart: Multipart) -> list[Message]:
    body = b"".join(multipart)
    if multipart.length is not None:
        assert len(body) == multipart.length
    head = f"Content-Type: {multipart.content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    assert message.is_multipart()
    return [part for part in message.get_payload() if isinstance(part, Message)]


def name_of(part: Message) -> object:
    return part.get_param("name", header="content-disposition")


def content_of(part: Message) -> object:
    return part.get_payload(decode=True)


def test_scalars_lists_and_objects_are_encoded_as_parts() -> None:
    parts = parse(
        Multipart(
            {
                "text": "é b",
                "number": 5,
                "flag": True,
                "none": None,
                "tags": ["x", "y"],
                "meta": {"a": [1]},
                "label": Label(text="t"),
                "rows": [{"a": 1}, {"a": 2}],
                "typed": "<a/>",
                "nested": {"a": {"b": 1}},
                "list": [1, 2],
            },
            {
                "typed": Part(content_type="application/xml"),
                "nested": Part(style="deepObject"),
                "list": Part(content_type="application/json"),
            },
        )
    )
    encoded = [
        (name_of(part), part.get("Content-Type"), content_of(part)) for part in parts
    ]
    assert encoded == [
        ("text", None, "é b".encode()),
        ("number", None, b"5"),
        ("flag", None, b"true"),
        ("tags", None, b"x"),
        ("tags", None, b"y"),
        ("meta", "application/json", b'{"a":[1]}'),
        ("label", "application/json", b'{"text":"t"}'),
        ("rows", "application/json", b'{"a":1}'),
        ("rows", "application/json", b'{"a":2}'),
        ("typed", "application/xml", b"<a/>"),
        ("nested[a][b]", None, b"1"),
        ("list", "application/json", b"[1,2]"),
    ]


def test_files_have_a_name_and_a_media_type(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"notes")
    named = path.open("rb")
    unnamed = io.BytesIO(b"stream")
    multipart = Multipart(
        {
            "bytes": b"\x00\r\n--",
            "path": path,
            "open": named,
            "unnamed": unnamed,
            "pair": ("a.png", b"png"),
            "triple": ("a.bin", path, "image/gif"),
            "several": [b"1", ("2.txt", b"2")],
            "described": b"x",
            "any_image": ("a.jpg", b"x"),
        },
        {
            "described": Part(content_type="image/png, image/gif"),
            "any_image": Part(content_type="image/*"),
        },
    )
    encoded = [
        (name_of(part), part.get_filename(), part.get("Content-Type"), content_of(part))
        for part in parse(multipart)
    ]
    named.close()
    octets = "application/octet-stream"
    assert encoded == [
        ("bytes", "bytes", octets, b"\x00\r\n--"),
        ("path", "notes.txt", "text/plain", b"notes"),
        ("open", "notes.txt", "text/plain", b"notes"),
        ("unnamed", "unnamed", octets, b"stream"),
        ("pair", "a.png", "image/png", b"png"),
        ("triple", "a.bin", "image/gif", b"notes"),
        ("several", "several", octets, b"1"),
        ("several", "2.txt", "text/plain", b"2"),
        ("described", "described", "image/png", b"x"),
        ("any_image", "a.jpg", "image/jpeg", b"x"),
    ]


def test_a_file_can_have_additional_headers() -> None:
    file = ("a.txt", b"x", "text/plain", {"X-Checksum": "9dd4"})
    (part,) = parse(Multipart({"file": file}, {}))
    assert (part["X-Checksum"], part.get_filename()) == ("9dd4", "a.txt")
    with pytest.raises(ValueError, match="line breaks"):
        Multipart({"file": ("a", b"x", "text/plain", {"X": "1\r\nY: 2"})}, {})


def test_the_media_type_of_the_operation_is_used() -> None:
    assert Multipart({"a": "1"}, {}, "multipart/mixed").content_type.startswith(
        "multipart/mixed; boundary="
    )


def test_a_body_of_seekable_files_is_replayable() -> None:
    multipart = Multipart({"a": "1", "f": io.BytesIO(b"x")}, {})
    assert multipart.replayable
    assert b"".join(multipart) == b"".join(multipart)


def test_a_body_with_an_unseekable_file_has_no_length() -> None:
    multipart = Multipart({"f": UnseekableFile(b"once")}, {})
    assert multipart.length is None
    assert not multipart.replayable
    (part,) = parse(multipart)
    assert content_of(part) == b"once"


def test_names_are_escaped() -> None:
    hostile = 'a"; filename="x\r\nX-Evil: 1'
    head = b"".join(Multipart({hostile: (hostile, b"x")}, {})).split(b"\r\n\r\n")[0]
    assert len(head.split(b"\r\n")) == 3
    assert b'name="a%22; filename=%22x%0D%0AX-Evil: 1"' in head


def test_media_types_with_line_breaks_are_rejected() -> None:
    with pytest.raises(ValueError, match="line breaks"):
        Multipart({"a": ("x", b"x", "text/plain\r\nX-Evil: 1")}, {})


def test_values_that_cannot_be_encoded_are_rejected() -> None:
    with pytest.raises(TypeError, match="cannot send"):
        Multipart({"a": object()}, {})


def test_tuples_that_are_not_files_are_lists() -> None:
    parts = parse(Multipart({"a": ("x", "y"), "b": (1, b"2")}, {}))
    assert [(name_of(part), content_of(part)) for part in parts] == [
        ("a", b"x"),
        ("a", b"y"),
        ("b", b"1"),
        ("b", b"2"),
    ]


def test_a_file_opened_from_a_descriptor_is_named_after_its_part(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"x")
    with path.open("rb") as outer, open(outer.fileno(), "rb", closefd=False) as file:
        (part,) = parse(Multipart({"f": file}, {}))
    assert part.get_filename() == "f"


def test_object_parts_are_encoded_as_json() -> None:
    (part,) = parse(Multipart({"meta": {"é": None}}, {}))
    content = content_of(part)
    assert isinstance(content, bytes)
    assert json.loads(content) == {"é": None}
