"""Names of operations in vendor extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.documents import OK, build_operation, only_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


@pytest.mark.parametrize(
    ("extensions", "group", "method"),
    [
        ({"x-sdksmith-group": "a.b", "x-sdksmith-method": "go"}, ("a", "b"), "go"),
        (
            {"x-fern-sdk-group-name": ["a", "b"], "x-fern-sdk-method-name": "go"},
            ("a", "b"),
            "go",
        ),
        ({"x-speakeasy-group": "a", "x-speakeasy-name-override": "go"}, ("a",), "go"),
        ({"x-sdksmith-group": "own", "x-speakeasy-group": "other"}, ("own",), ""),
        ({"x-sdksmith-group": 1, "x-sdksmith-method": []}, (), ""),
        ({}, (), ""),
    ],
)
def test_names_in_extensions_are_read(
    extensions: JsonObject, group: tuple[str, ...], method: str
) -> None:
    hints = only_operation(build_operation({"responses": OK, **extensions})).hints
    assert (hints.group, hints.method) == (group, method)
