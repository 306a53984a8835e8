"""Operations for any method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.load.document import resolve
from sdksmith.upgrade import upgrade

from tests.model.documents import openapi30

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_operation_for_any_method_is_made_for_methods_without_an_own_one() -> None:
    own: JsonObject = {"responses": {}, "operationId": "own"}
    shared: JsonObject = {"responses": {}, "operationId": "all", "summary": "Any."}
    item: JsonObject = {"get": own, "x-amazon-apigateway-any-method": shared}
    made: JsonObject = {"responses": {}, "summary": "Any."}
    upgraded = upgrade(openapi30(paths={"/a": item, "/b": {"get": own}}))
    assert resolve(upgraded.root, "/paths/~1a") == {
        "get": own,
        **dict.fromkeys(("post", "put", "patch", "delete"), made),
    }
    assert resolve(upgraded.root, "/paths/~1b") == {"get": own}
