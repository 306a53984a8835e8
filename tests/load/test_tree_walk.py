"""Repeated keys and non-finite numbers of parsed documents."""

from __future__ import annotations

import math
import sys

import pytest
from sdksmith.report.diagnostics import Safety

from tests.load.documents import (
    load,
    load_with_one_diagnostic,
    load_without_diagnostics,
    place,
)


def test_last_repeated_key_wins_and_the_diagnostic_lists_lines() -> None:
    root, diagnostic = load_with_one_diagnostic(
        '{"swagger": "2.0",\n"x-a": {"b": [{\n"host": "one",\n"c": 1,\n"host": "two"}]}}'
    )
    assert root["x-a"] == {"b": [{"host": "two", "c": 1}]}
    assert diagnostic.code == "LD016"
    assert "3 and 5" in diagnostic.message
    assert diagnostic.location.pointer == "/x-a/b/0/host"
    assert place(diagnostic) == (5, 1)
    assert diagnostic.safety is Safety.LIKELY
    (edit,) = diagnostic.edits
    assert (edit.pointer, edit.before, edit.after) == ("/x-a/b/0/host", "one", "two")


def test_repeated_key_with_equal_value_is_an_exact_repair() -> None:
    _, diagnostic = load_with_one_diagnostic('{"swagger": "2.0", "a": [1], "a": [1]}')
    assert diagnostic.safety is Safety.EXACT


def test_many_repetitions_of_a_key_give_one_diagnostic() -> None:
    copies = "".join(f',\n"a": {n}' for n in range(20_000))
    root, diagnostic = load_with_one_diagnostic(f'{{"swagger": "2.0"{copies}}}')
    assert root["a"] == 19_999
    assert "lines 2, 3, 4, 5, ... and 20001" in diagnostic.message
    assert place(diagnostic) == (20_001, 1)
    assert len(diagnostic.edits) == 19_999


def test_repeated_paths_are_merged() -> None:
    loaded = load(
        '{"swagger": "2.0", "paths": {\n"/a": {"get": {"x": 1}, "put": {}},\n"/b": {},\n'
        '"/a": {"post": {}, "get": {"x": 2}}}}'
    )
    paths = loaded.document.root["paths"]
    assert paths == {"/a": {"get": {"x": 2}, "put": {}, "post": {}}, "/b": {}}
    (diagnostic,) = loaded.diagnostics
    assert "merged" in diagnostic.message
    assert loaded.document.locate("/paths/~1a/put").line == 2
    assert loaded.document.locate("/paths/~1a/get").line == 4
    assert loaded.document.locate("/paths/~1a/get/x").line == 4


def test_repeated_sections_are_merged() -> None:
    loaded = load(
        '{"openapi": "3.0.0", "paths": {"/a": {"get": {}}}, "paths": {"/a": {"put": {}}},'
        '"components": {"schemas": {"A": {}}}, "components": {"schemas": {"B": {}}}}'
    )
    assert loaded.document.root == {
        "openapi": "3.0.0",
        "paths": {"/a": {"get": {}, "put": {}}},
        "components": {"schemas": {"A": {}, "B": {}}},
    }


def test_repeated_schemas_are_not_merged() -> None:
    loaded = load(
        '{"swagger": "2.0", "definitions": {"A": {"type": "string"}, "A": {"enum": [1]}}}'
    )
    assert loaded.document.root["definitions"] == {"A": {"enum": [1]}}


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000]
)
def test_non_finite_numbers_become_null(number: str) -> None:
    root, diagnostic = load_with_one_diagnostic(
        f'{{"swagger": "2.0", "a": [0, {number}]}}'
    )
    assert root["a"] == [0, None]
    assert diagnostic.code == "LD019"
    assert diagnostic.location.pointer == "/a/1"


def test_large_finite_numbers_are_exact() -> None:
    root = load_without_diagnostics(
        f'{{"swagger": "2.0", "a": {sys.maxsize}0, "b": 1e308}}'
    )
    assert root["a"] == sys.maxsize * 10
    assert isinstance(root["b"], float)
    assert math.isfinite(root["b"])
