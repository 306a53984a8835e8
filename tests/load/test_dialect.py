"""Detection of the specification that a document follows."""

from __future__ import annotations

import pytest
from sdksmith.load.document import Dialect
from sdksmith.report.diagnostics import Effect

from tests.load.documents import load, place, reject


@pytest.mark.parametrize(
    ("line", "dialect"),
    [
        ("swagger: '2.0'", Dialect.SWAGGER_20),
        ("swagger: 2.0", Dialect.SWAGGER_20),
        ("swagger: 2", Dialect.SWAGGER_20),
        ("swagger: '2'", Dialect.SWAGGER_20),
        ("swagger: 2.0.0", Dialect.SWAGGER_20),
        ("swagger: v2.0", Dialect.SWAGGER_20),
        ("swagger: ' 2.0 '", Dialect.SWAGGER_20),
        ("openapi: 3.0.0", Dialect.OPENAPI_30),
        ("openapi: 3.0.4-rc1", Dialect.OPENAPI_30),
        ("openapi: 3.0", Dialect.OPENAPI_30),
        ("openapi: 3", Dialect.OPENAPI_30),
        ("openapi: 3.1.0", Dialect.OPENAPI_31),
        ("openapi: 3.1", Dialect.OPENAPI_31),
        ("openapi: '3.2.0'", Dialect.OPENAPI_32),
        ("swagger: 3.0.1", Dialect.OPENAPI_30),
        ("openapi: '2.0'", Dialect.SWAGGER_20),
    ],
)
def test_version_number_selects_the_dialect(line: str, dialect: Dialect) -> None:
    loaded = load(line + "\npaths: {}\n")
    assert loaded.document.dialect is dialect
    assert loaded.diagnostics == ()
    assert loaded.document.root is loaded.document.source.root


def test_newer_versions_are_read_as_the_newest_supported_version() -> None:
    loaded = load("openapi: 3.7.1\npaths: {}\n")
    (diagnostic,) = loaded.diagnostics
    assert loaded.document.dialect is Dialect.OPENAPI_32
    assert (diagnostic.code, diagnostic.effect) == ("LD044", Effect.NOTED)


@pytest.mark.parametrize("key", ["Swagger", "SWAGGER"])
def test_version_key_in_wrong_case_is_renamed(key: str) -> None:
    loaded = load(f"info: {{}}\n{key}: '2.0'\npaths: {{}}\n")
    (diagnostic,) = loaded.diagnostics
    assert list(loaded.document.root) == ["info", "swagger", "paths"]
    assert (diagnostic.code, place(diagnostic)) == ("LD043", (2, 1))
    assert list(loaded.document.source.root) == ["info", key, "paths"]
    assert loaded.document.locate("/paths").line == 3


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("swaggerVersion: '1.2'\napis: []\n", "Swagger 1.x"),
        ("swagger: '1.2'\npaths: {}\n", "1.2"),
        ("openapi: 4.0.0\npaths: {}\n", "4.0.0"),
        ("asyncapi: 2.0.0\nchannels: {}\n", "AsyncAPI"),
    ],
)
def test_error_names_unsupported_specification(text: str, word: str) -> None:
    diagnostic = reject(text)
    assert diagnostic.code == "LD042"
    assert word in diagnostic.message
    assert place(diagnostic) == (1, 1)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[]", "an empty list"),
        ("- swagger: '2.0'\n", "a list"),
        ("just words\n", "a single value"),
        ("'2.0'", "a single value"),
        ("<!DOCTYPE html>\n<p>Not found</p>\n", "HTML"),
        ("\n<?xml version='1.0'?><wsdl:definitions/>", "XML"),
    ],
)
def test_documents_that_are_not_mappings_are_rejected(text: str, word: str) -> None:
    diagnostic = reject(text)
    assert diagnostic.code == "LD040"
    assert word in diagnostic.message


@pytest.mark.parametrize("text", ["{}", "title: Orders\nversion: 1\n", "paths: {}\n"])
def test_documents_without_a_recognisable_specification_are_rejected(text: str) -> None:
    diagnostic = reject(text)
    assert diagnostic.code == "LD041"
    assert "swagger" in diagnostic.message
    assert "openapi" in diagnostic.message


def test_error_lists_a_limited_number_of_keys() -> None:
    message = reject("\n".join(f"key{i}: 1" for i in range(100))).message
    assert '"key0"' in message
    assert "92 more" in message
    assert len(message) < 400
