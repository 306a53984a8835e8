"""The bundle stage as a whole: positions, and documents split into files."""

from __future__ import annotations

import json
import posixpath
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.repair.engine.passes import repair
from sdksmith.upgrade import upgrade

from tests.bundle.project import (
    SWAGGER_20,
    Project,
    bundle_spec,
    references_of,
    schemas_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

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
    project.bundle_without_diagnostics(SWAGGER_20, BODY, FILES)
    assert project.place("/paths/~1parcels/get/responses/200") == ("paths.yaml", 3, 5)
    schema = "/paths/~1parcels/get/responses/200/schema"
    assert project.place(f"{schema}/$ref") == ("paths.yaml", 6, 9)
    assert project.place("/definitions/Box/minimum") == ("parts.json", 5, 5)
    box = "/definitions/Parcel/properties/box"
    assert project.place(box) == ("parts.json", 2, 47)
    assert project.place("/info/title") == ("api.yaml", 2, 8)


def test_repairs_and_upgrade_keep_positions(project: Project) -> None:
    project.bundle_without_diagnostics(SWAGGER_20, BODY, FILES)
    repaired = repair(project.bundled.document)
    (diagnostic,) = repaired.diagnostics
    assert diagnostic.location.file == str(project.folder / "parts.json")
    assert diagnostic.location.line == 3
    upgraded = upgrade(repaired.document)
    place = upgraded.locate("/components/schemas/Box/minimum")
    assert (place.file, place.line) == (str(project.folder / "parts.json"), 5)


def test_trees_of_the_files_are_not_mutated(project: Project) -> None:
    project.bundle_without_diagnostics(SWAGGER_20, BODY, FILES)
    first = project.bundled.document
    again = project.bundle_without_diagnostics(SWAGGER_20, BODY, FILES)
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


NAMES = ["Anchor", "Bolt", "Crate", "Drum", "Envelope"]
PLACES = ["api.json", "lib.json", "shared/lib.json", "own"]
"""Places of a schema: in a file with others, or in a file of its own."""


def file_of(name: str, places: dict[str, str]) -> str:
    return f"schemas/{name}.json" if places[name] == "own" else places[name]


def reference(name: str, start: str, places: dict[str, str]) -> str:
    """Return the reference to a schema from a file."""
    target = file_of(name, places)
    section = "" if places[name] == "own" else f"#/definitions/{name}"
    if target == start:
        return section or "#"
    return posixpath.relpath(target, posixpath.dirname(start) or ".") + section


def schema_of(parts: list[str], start: str, places: dict[str, str]) -> JsonObject:
    return {
        "properties": {
            f"p{index}": {"$ref": reference(name, start, places)}
            for index, name in enumerate(parts)
        }
    }


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries({name: st.sampled_from(PLACES) for name in NAMES}),
    st.fixed_dictionaries(
        {name: st.lists(st.sampled_from(NAMES), max_size=3) for name in NAMES}
    ),
)
def test_split_documents_bundle_to_the_original(
    places: dict[str, str], parts: dict[str, list[str]]
) -> None:
    trees: dict[str, JsonObject] = {}
    for name in NAMES:
        file = file_of(name, places)
        schema = schema_of(parts[name], file, places)
        if places[name] == "own":
            trees[file] = schema
        else:
            definitions: JsonValue = trees.setdefault(file, {}).setdefault(
                "definitions", {}
            )
            assert isinstance(definitions, dict)
            definitions[name] = schema
    entry = trees.setdefault("api.json", {"definitions": {}})
    head: JsonObject = {"swagger": "2.0", "info": {}, "paths": {}}
    known = entry["definitions"]
    assert isinstance(known, dict)
    known["Root"] = schema_of(NAMES, "api.json", places)
    trees["api.json"] = {**head, **entry}

    whole = dict.fromkeys(NAMES, "api.json")
    expected = {name: schema_of(parts[name], "api.json", whole) for name in NAMES}
    expected["Root"] = schema_of(NAMES, "api.json", whole)
    with tempfile.TemporaryDirectory() as folder:
        for file, tree in trees.items():
            path = Path(folder, "specs", file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(tree))
        bundled = bundle_spec(str(Path(folder, "specs", "api.json")))
    assert bundled.diagnostics == ()
    assert schemas_of(bundled.document.root) == expected


PIECES = st.sampled_from(
    [
        "#", "/", "a.json", "..", "~1", "~0", "~", "%", "%2", "%23", "0", "x", "$id", "?",
        ":", "http:", "//", "\\", " ", "\0", "é", "definitions", "[", "]", "@", "b.yaml",
    ]
)  # fmt: skip
REFERENCES = st.lists(PIECES, max_size=6).map("".join)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(REFERENCES, min_size=1, max_size=6),
    st.sampled_from(["2.0", "3.0.0", "3.1.0"]),
)
def test_arbitrary_references_are_bundled(references: list[str], version: str) -> None:
    key = "swagger" if version == "2.0" else "openapi"
    schema: JsonObject = {
        "$id": references[0],
        "$anchor": references[-1],
        "items": {"$ref": references[0]},
        "allOf": [{"$ref": text, "$dynamicRef": text} for text in references],
        "discriminator": {
            "mapping": {str(index): text for index, text in enumerate(references)}
        },
    }
    root: JsonObject = {key: version, "info": {}}
    root["paths"] = {"/a": {"$ref": references[-1]}}
    if version == "2.0":
        root["definitions"] = {"x": schema}
    else:
        root["components"] = {"schemas": {"x": schema}}
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, "api.json")
        spec.write_text(json.dumps(root))
        other = {**schema, "definitions": {"x": schema, "0": schema}}
        Path(folder, "a.json").write_text(json.dumps(other))
        bundled = bundle_spec(str(spec))
    for text in references_of(schemas_of(bundled.document.root)):
        assert text.startswith(("#", "http:")) or not set(text) & set("#./:\\")
