"""Regular expressions of `pattern`."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import Dialect
from sdksmith.repair.engine.rule import complete_example
from sdksmith.repair.values.patterns import is_pattern

from tests.repair.documents import validation_errors

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

PATTERNS = [
    r"([0-9]*\.)?[0-9]+",
    r"^\d+\.\d+([\-\+].+)?$",
    r"[\w.-]+",
    r"[\w-.]",
    r"\p{L}",
    r"(?i)a",
    r"(?<a>b)",
    "a-b_c d",
    r"^[A-Z]{2}$",
    r"^\d+(\.\d+)?$",
    r"(?!x)y",
    r"\S+@\S+",
    r"^[\w.-]+$",
    r"a|b",
    r"(?=.*\d).{8,}",
    r"[^/]+",
    r"a+?",
    r"a{2}?",
    r"\u0041",
    r"\x41",
    r"{id}",
    r"^{a}",
    r"a{,3}",
    r"{",
    r"}",
    r"a{",
    r"x{2",
    r"[{}]",
    r"\{a\}",
    r"[^\]{]+",
    r"\p{L}",
    r"^[\p{L}\s]+$",
    r"(?<n>a)",
    r"(?P<n>a)",
    r"(?i)a",
    r"^(?i)a",
    r"a++",
    r"a{2}+",
    r"[a]++",
    r"[[a]]",
    r"[[a]",
    r"[]a]",
    r"[^]a]",
    r"[]",
    r"[^]",
    r"[a",
    r"[\w-.]",
    r"[\d-z]",
    r"\/",
    r"\-",
    r"\_",
    r"\Z",
    r"\A",
    r"\\A",
    r"\h",
    r"\e",
    r"\1",
    r"(a)\1",
    r"(?#c)a",
    r"(?>a)",
    r"*",
    r"a{3,1}",
    r"(",
    r")",
    r"/^a$/i",
    r"\ö",
    r"\B",
    r"\b",
    r"[\b]",
    r"[\-\_]",
    r"^[!-~]*$",
]


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("text", PATTERNS)
def test_patterns_are_checked_as_by_the_validators(text: str, dialect: Dialect) -> None:
    root = complete_example({}, dialect)
    schema: JsonObject = {"type": "string"}
    if dialect is Dialect.SWAGGER_20:
        root["definitions"] = {"A": schema}
    else:
        root["components"] = {"schemas": {"A": schema}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert not validation_errors(root, dialect)
        schema["pattern"] = text
        readable = not validation_errors(root, dialect)
    assert is_pattern(text, dialect) == readable
