"""What is said of a node from another file names that file."""

from __future__ import annotations

from sdksmith.repair.engine.passes import repair
from sdksmith.upgrade import upgrade

from tests.bundle.project import SWAGGER_20, Project

BODY = """\
paths:
  /parcels: {$ref: paths.yaml}
definitions:
  Parcel:
    $ref: parts.json#/Parcel
"""
FILES = {
    "paths.yaml": """\
    get:
      responses:
        '200':
          description: Done.
          schema:
            $ref: parts.json#/Box
    """,
    "parts.json": """\
    {
      "Parcel": {"type": "object", "properties": {"box": {"$ref": "#/Box"}}},
      "Box": {
        "type": "int",
        "minimum": 1
      }
    }
    """,
}


def test_nodes_are_located_in_their_files(project: Project) -> None:
    project.bundle_silently(SWAGGER_20, BODY, FILES)
    assert project.place("/paths/~1parcels/get/responses/200") == ("paths.yaml", 3, 5)
    schema = "/paths/~1parcels/get/responses/200/schema"
    assert project.place(f"{schema}/$ref") == ("paths.yaml", 6, 9)
    assert project.place("/definitions/Box/minimum") == ("parts.json", 5, 5)
    box = "/definitions/Parcel/properties/box"
    assert project.place(box) == ("parts.json", 2, 47)
    assert project.place("/info/title") == ("api.yaml", 2, 8)


def test_repairs_and_the_upgrade_keep_the_places(project: Project) -> None:
    project.bundle_silently(SWAGGER_20, BODY, FILES)
    repaired = repair(project.bundled.document)
    (diagnostic,) = repaired.diagnostics
    assert diagnostic.location.file == str(project.folder / "parts.json")
    assert diagnostic.location.line == 3
    upgraded = upgrade(repaired.document)
    place = upgraded.locate("/components/schemas/Box/minimum")
    assert (place.file, place.line) == (str(project.folder / "parts.json"), 5)


def test_the_trees_of_the_files_are_not_changed(project: Project) -> None:
    project.bundle_silently(SWAGGER_20, BODY, FILES)
    first = project.bundled.document
    again = project.bundle_silently(SWAGGER_20, BODY, FILES)
    assert first.root == again
    sources = (first.source, *first.parts)
    fresh = (
        project.bundled.document.source,
        *project.bundled.document.parts,
    )
    assert [source.root for source in sources] == [source.root for source in fresh]
    assert [source.name.rpartition("/")[2] for source in first.parts] == [
        "paths.yaml",
        "parts.json",
    ]
