"""Documents with one schema, and their repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.load.document import Dialect
from sdksmith.repair.engine.passes import repair

from tests.repair.documents import document, parse, validation_errors

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject
    from sdksmith.repair.engine.passes import Repaired

DEFINITIONS = "{Label: {type: object, properties: {text: {type: string}}}}"


def whole(schema: str, definitions: str = DEFINITIONS) -> JsonObject:
    return parse(f"""
swagger: "2.0"
info: {{title: Parcels, version: "1"}}
paths:
  /parcels:
    get:
      responses: {{"200": {{description: One., schema: {schema}}}}}
definitions: {definitions}
""")


def repaired(root: JsonObject) -> Repaired:
    result = repair(document(root))
    assert not validation_errors(result.document.root, Dialect.SWAGGER_20)
    again = repair(result.document)
    assert again.document.root is result.document.root
    return result
