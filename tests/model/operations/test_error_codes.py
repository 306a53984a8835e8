"""Error codes of an API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.model.documents import OK, build, openapi31

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_error_codes_are_collected_without_duplicates() -> None:
    def operation(codes: JsonObject) -> JsonObject:
        return {"get": {"responses": OK, "x-sdksmith-error-codes": codes}}

    api = build(
        openapi31(
            paths={
                "/b": operation({"10": "Ten", "2": "Two", "E1": "Word", "3": ""}),
                "/a": operation({"2": "Deux", "3": "Three"}),
            }
        )
    ).api
    found = [(item.code, item.description) for item in api.error_codes]
    assert found == [("2", "Deux"), ("3", "Three"), ("10", "Ten"), ("E1", "Word")]
