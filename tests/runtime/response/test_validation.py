"""Strict validation, and reports of responses that do not match their schema."""

from __future__ import annotations

import warnings
from datetime import date, datetime, time, timedelta
from types import NoneType
from typing import Any
from uuid import UUID

import pytest
from runtime import (
    APIDecodeError,
    ListOf,
    MapOf,
    Nullable,
    Operation,
    ResponseValidationWarning,
)

from ..mock_server import MockServer, make_response
from .decoding import SERVICE, decode

STRICT: list[tuple[Any, bytes, bytes]] = [
    (bool, b"true", b"1"),
    (bool, b"false", b'"yes"'),
    (bool, b"false", b"0.0"),
    (int, b"1", b'"1"'),
    (int, b"1.0", b"true"),
    (int, b"2e3", b"1.5"),
    (float, b"1", b'"1"'),
    (float, b"1.5", b"true"),
    (str, b'"1"', b"1"),
    (datetime, b'"2024-01-02T03:04:05Z"', b"12"),
    (date, b'"2024-01-02"', b"12"),
    (time, b'"12:00:00Z"', b"12"),
    (timedelta, b'"P1D"', b"12"),
    (UUID, b'"00000000-0000-0000-0000-000000000001"', b"12"),
    (NoneType, b"null", b"0"),
    (NoneType, b"null", b'""'),
    (ListOf(int), b"[1, 2.0]", b'[1, "2"]'),
    (MapOf(bool), b'{"a": true}', b'{"a": "true"}'),
    (Nullable(int), b"null", b'"null"'),
    ("Everything", b'{"text": "x", "table": {"a": 1.0}}', b'{"text": "x", "flag": 1}'),
    ("Owner", b'{"id": "x"}', b'{"id": "x", "pets": [{"kind": "cat", "lives": "9"}]}'),
]
"""Types with valid JSON and with JSON that only strict validation rejects."""


@pytest.mark.parametrize(("ref", "valid", "invalid"), STRICT)
def test_strict_validation_converts_no_values(
    ref: Any, valid: bytes, invalid: bytes
) -> None:
    def response(content: bytes) -> Any:
        return make_response(
            content=content, headers={"content-type": "application/json"}
        )

    assert decode(ref, response(valid), validation="strict") == decode(
        ref, response(valid)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        decode(ref, response(valid), validation="warn")
    decode(ref, response(invalid))
    with pytest.warns(ResponseValidationWarning, match="do not match the schema"):
        decode(ref, response(invalid), validation="warn")
    with pytest.raises(APIDecodeError, match="do not match the schema"):
        decode(ref, response(invalid), validation="strict")


def test_integral_numbers_are_integers_in_strict_mode() -> None:
    value = b'{"text": "x", "pair": [1.0, "y"], "many": [2.0], "table": {"a": 3e2}}'
    response = make_response(
        content=value, headers={"content-type": "application/json"}
    )
    result: Any = decode("Everything", response, validation="strict")
    assert repr((result.pair, result.many, result.table)) == (
        "((1, 'y'), (2,), {'a': 300})"
    )


def test_a_warning_has_the_path_of_each_mismatch() -> None:
    value: dict[str, object] = {
        "text": 5,
        "flag": "yes",
        "names": ["a", 1, None],
        "table": {"a.b": "1"},
        "pet": {"kind": "cat", "owner": {"pets": [{"kind": "cat", "lives": True}]}},
        "maybe": [{}],
    }
    with pytest.warns(ResponseValidationWarning) as caught:
        decode("Everything", make_response(value=value), validation="warn")
    (message,) = (str(warning.message) for warning in caught)
    for path in (
        *("text", "flag", "names.1", "names.2", "table.a.b", "pet.lives"),
        *("pet.owner.id", "pet.owner.pets.0.lives", "maybe.0.id"),
    ):
        assert f"{path}: " in message
    assert "tagged-union" not in message
    assert "Cat" not in message


def test_lenient_validation_warns_once_per_operation() -> None:
    first: Operation[Any] = Operation("GET", "/once/{id}", returns="Label")
    second: Operation[Any] = Operation("PUT", "/once/{id}", returns=ListOf("Label"))

    def call(operation: Operation[Any], value: object, key: int) -> object:
        server = MockServer(make_response(value=value))
        return server.call("sync", operation, service=SERVICE, path={"id": key})

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        call(first, {"text": "x"}, 1)  # matches
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call(first, {"text": 5}, 2)
        call(first, {"text": 5}, 3)
        call(second, {"text": "x"}, 4)
        call(first, {}, 5)
    messages = [str(warning.message) for warning in caught]
    assert [message.partition(" returned")[0] for message in messages] == [
        "GET https://api.example.com/once/2",
        "PUT https://api.example.com/once/4",
    ]
    assert "text: Input should be a valid string" in messages[0]


def test_lenient_validation_does_not_warn_about_converted_values() -> None:
    operation: Operation[Any] = Operation("GET", "/converted", returns=int)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert MockServer(make_response(value="1")).call("sync", operation) == 1
