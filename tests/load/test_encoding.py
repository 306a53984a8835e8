"""Detection and decoding of encodings."""

from __future__ import annotations

import gzip

import pytest
from sdksmith.report.diagnostics import Effect

from tests.load.documents import (
    load,
    load_with_one_diagnostic,
    load_without_diagnostics,
    place,
    reject,
    swagger,
)

TEXT = swagger("x-name: Käse — 日本 😀\n")
TREE = {"swagger": "2.0", "x-name": "Käse — 日本 😀"}


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_unicode_encodings_are_detected(encoding: str, end: str) -> None:
    assert load_without_diagnostics(TEXT.replace("\n", end).encode(encoding)) == TREE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32-be"])
def test_json_with_a_byte_order_mark_is_accepted(encoding: str) -> None:
    assert load_without_diagnostics('{"swagger": "2.0"}'.encode(encoding)) == {
        "swagger": "2.0"
    }


def test_windows_1252_is_decoded_and_noted() -> None:
    root, diagnostic = load_with_one_diagnostic(
        swagger("x-name: “Käse” — 5 €\n").encode("cp1252")
    )
    assert root["x-name"] == "“Käse” — 5 €"
    assert diagnostic.code == "LD010"
    assert diagnostic.effect is Effect.NOTED
    assert place(diagnostic) == (2, 9)


def test_mixed_encodings_are_decoded() -> None:
    data = swagger("x-a: Käse\n").encode() + "x-b: Käse\n".encode("cp1252")
    root, diagnostic = load_with_one_diagnostic(data)
    assert root == {"swagger": "2.0", "x-a": "Käse", "x-b": "Käse"}
    assert place(diagnostic) == (3, 7)


def test_undefined_bytes_are_replaced() -> None:
    loaded = load(swagger("x-a: 1").encode() + b"\x81\x9d\n")
    assert [item.code for item in loaded.diagnostics] == ["LD010", "LD011"]
    assert loaded.document.root["x-a"] == "1\ufffd\ufffd"


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\0\0\0\0", b"# nothing yet\n", b"---\n"],
)
def test_empty_documents_are_rejected(data: bytes) -> None:
    diagnostic = reject(data)
    assert diagnostic.effect is Effect.FATAL
    assert diagnostic.code in ("LD003", "LD040")


def test_columns_count_characters() -> None:
    document = load('{"swagger": "2.0", "x-é😀": 1, "x-b": 2}'.encode()).document
    assert str(document.locate("/x-b")) == "orders.yaml:1:31"
    document = load("\ufeff" + swagger("é😀: {日本: 1, x: 2}\n")).document
    assert document.locate("/swagger").column == 1
    assert document.locate("/é😀/x").column == 13


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"PK\x03\x04\x14\x00\x08\x08\x08\x00",
        b"%PDF-1.7\n" + bytes(range(32)) * 40,
        b"\x7fELF\x02\x01\x01" + b"\0" * 9 + b"\x03",
        gzip.compress(swagger("x-name: value\n").encode() * 3, mtime=0),
    ],
)
def test_binary_files_are_rejected_as_not_text(data: bytes) -> None:
    diagnostic = reject(data)
    assert diagnostic.code == "LD004"
    assert "not text" in diagnostic.message


def test_few_control_characters_are_accepted() -> None:
    loaded = load(swagger("x-a: b\x07\nx-c: d\x1b\n"))
    assert loaded.document.root["x-a"] == "b\ufffd"
    assert {diagnostic.code for diagnostic in loaded.diagnostics} == {"LD011"}


def test_trailing_nul_bytes_are_accepted() -> None:
    data = b'{"swagger": "2.0"}' + b"\0" * 512
    assert load(data).document.root == {"swagger": "2.0"}
