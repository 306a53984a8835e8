"""Repair rules for the structure of documents, beyond the example of each rule."""

from __future__ import annotations

import pytest
from sdksmith.load.document import Dialect, resolve
from sdksmith.repair.engine.passes import repair

from tests.repair.documents import document, parse, validation_errors


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_fields_of_later_versions_are_kept_and_their_schemas_repaired(
    version: str,
) -> None:
    root = parse(f"""
openapi: {version}
info: {{title: Parcels, version: "1"}}
paths:
  /parcels:
    get:
      responses:
        "200":
          description: Parcels.
          content:
            application/jsonl: {{itemSchema: {{type: String}}}}
""")
    result = repair(document(root))
    repaired = result.document.root
    dialect = Dialect(version[:3])
    assert not validation_errors(repaired, dialect)
    response = resolve(repaired, "/paths/~1parcels/get/responses/200")
    assert response == {
        "description": "Parcels.",
        "content": {"application/jsonl": {"x-itemSchema": {"type": "string"}}},
    }
    moved = next(item for item in result.diagnostics if item.code == "SH008")
    assert "which is read instead" in moved.message
