"""Updates of references whose targets are moved by a repair."""

from __future__ import annotations

import pytest
from sdksmith.load.document import resolve
from sdksmith.repair.engine.passes import repair

from tests.repair.documents import swagger, validation_errors


class TestReferencesToMovedNodes:
    PARAMETERS = """
paths:
  /parcels?state=lost:
    get:
      parameters:
      - no parameter
      - {name: size, in: query, type: string}
      - {name: page, in: query, type: integer}
      responses: {"200": {description: Parcels.}}
  /labels:
    get:
      parameters: [{$ref: "%s"}]
      responses: {"200": {description: Labels.}}
"""

    @pytest.mark.parametrize(
        ("written", "path"),
        [
            ("#/paths/~1parcels?state=lost/get/parameters/2", "~1parcels"),
            ("#/paths/~1parcels%3Fstate=lost/get/parameters/2", "~1parcels"),
        ],
    )
    def test_references_follow_renamed_paths_and_list_positions(
        self, written: str, path: str
    ) -> None:
        document = swagger(self.PARAMETERS % written)
        repaired = repair(document)
        root = repaired.document.root
        parameters = resolve(root, "/paths/~1labels/get/parameters")
        assert parameters == [{"$ref": f"#/paths/{path}/get/parameters/1"}]
        meant = resolve(root, "/paths/~1parcels/get/parameters/1")
        assert meant == {"name": "page", "in": "query", "type": "integer"}
        assert not validation_errors(root, document.dialect)

    def test_updated_references_are_reported(self) -> None:
        written = "#/paths/~1parcels?state=lost/get/parameters/1"
        found = repair(swagger(self.PARAMETERS % written)).diagnostics
        changed = {edit.pointer for item in found for edit in item.edits}
        assert "/paths/~1labels/get/parameters/0/$ref" in changed
