"""Replacements for references that cannot be resolved, and their diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.report.diagnostics import Effect

from tests.bundle.project import OPENAPI_30, SWAGGER_20, Project, at, schemas_of

if TYPE_CHECKING:
    from sdksmith.report.diagnostics import Diagnostic

FILES = {
    "broken.yaml": "a: [1\n",
    "empty.yaml": "",
    "text.yaml": "only words\n",
    "picture.json": "\x89PNG\x01\x02\x03\x04\x05",
    "Parcel.yaml": "{}\n",
    "notes.txt": "{}\n",
    "folder/inner.yaml": "list: []\n",
    ".hidden.yaml": "{}\n",
    "../../secret.yaml": "{}\n",
}


def diagnostic_of(project: Project, reference: str) -> Diagnostic:
    body = f"""\
    paths: {{}}
    components:
      schemas:
        A:
          properties:
            one: {{$ref: '{reference}'}}
            two: {{$ref: '{reference}'}}
    """
    (project.folder.parent / ".git").mkdir()
    root = project.bundle(OPENAPI_30, body, FILES)
    schemas = schemas_of(root)
    (made,) = schemas.keys() - {"A"}
    assert schemas[made] == {}
    target = {"$ref": f"#/components/schemas/{made}"}
    assert at(schemas, "/A/properties") == {"one": target, "two": target}
    (diagnostic,) = project.bundled.diagnostics
    assert diagnostic.effect is Effect.REPAIRED
    assert diagnostic.location.file == str(project.folder / "api.yaml")
    assert (diagnostic.location.line, diagnostic.location.column) == (8, 15)
    return diagnostic


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("missing.yaml", "the file does not exist"),
        ("parcel.yaml", "Parcel.yaml"),
        ("broken.yaml", "broken.yaml:"),
        ("empty.yaml", "empty"),
        ("text.yaml", "single value"),
        ("picture.json", "not text"),
        ("notes.txt", "only files with the extension"),
        ("./folder", "it is a folder"),
        (".hidden.yaml", "hidden files"),
        ("../../secret.yaml", "outside of"),
        ("/etc/passwd", "absolute path"),
        ("file:///etc/passwd", "a file URI"),
        ("C:/parcel.yaml", "a drive"),
        ("C:\\\\parcel.yaml", "a drive"),
        ("//example.com/a.yaml", "absolute path"),
        ("urn:example:parcel", "a urn URI"),
        ("a%00b.yaml", "NUL characters"),
    ],
)
def test_unreadable_file_is_reported(
    project: Project, reference: str, words: str
) -> None:
    diagnostic = diagnostic_of(project, reference)
    assert diagnostic.code == "BN001"
    assert words in diagnostic.message


@pytest.mark.parametrize(
    "reference",
    [
        "Parcel.yaml#/a/b",
        "Parcel.yaml#anchor",
        "folder/inner.yaml#/list",
        "folder/inner.yaml#/list/0",
    ],
)
def test_unresolvable_pointer_is_reported(project: Project, reference: str) -> None:
    diagnostic = diagnostic_of(project, reference)
    assert diagnostic.code == "BN002"
    assert "cannot be resolved: " in diagnostic.message
    assert f"{reference.partition('#')[0]} has " in diagnostic.message


def test_unresolvable_reference_is_reported_in_its_file(
    project: Project,
) -> None:
    body = "paths: {}\ndefinitions: {A: {$ref: parts/a.yaml}}\n"
    files = {"parts/a.yaml": "properties:\n  b:\n    $ref: b.yaml\n"}
    project.bundle(SWAGGER_20, body, files)
    (diagnostic,) = project.bundled.diagnostics
    assert str(diagnostic.location) == f"{project.folder}/parts/a.yaml:3:5"


def test_stubs_keep_operations_usable(project: Project) -> None:
    body = """\
    paths:
      /parcels:
        post:
          parameters: [{$ref: x.yaml}, {name: page, in: query}]
          requestBody: {$ref: x.yaml}
          responses:
            '200': {$ref: 'x.yaml#/Parcels'}
            '201':
              description: Made.
              headers: {X-Id: {$ref: x.yaml}}
              links: {next: {$ref: x.yaml}}
              content: {a/b: {$ref: x.yaml}, c/d: {examples: {e: {$ref: x.yaml}}}}
      /boxes: {$ref: x.yaml, get: {responses: {}}}
      /lids: {get: {$ref: x.yaml}}
    """
    root = project.bundle(OPENAPI_30, body, {})
    assert root["paths"] == {
        "/parcels": {
            "post": {
                "parameters": [{"name": "page", "in": "query"}],
                "requestBody": {"content": {"application/json": {"schema": {}}}},
                "responses": {
                    "200": {"description": "Parcels"},
                    "201": {
                        "description": "Made.",
                        "headers": {"X-Id": {"schema": {}}},
                        "links": {},
                        "content": {"a/b": {"schema": {}}, "c/d": {"examples": {}}},
                    },
                },
            }
        },
        "/boxes": {"get": {"responses": {}}},
        "/lids": {},
    }
    lost = [
        item for item in project.bundled.diagnostics if item.effect is Effect.OMITTED
    ]
    assert sum(item.count for item in lost) == 2
    assert len(lost) == 5


def test_text_repairs_of_other_files_are_reported(project: Project) -> None:
    body = "paths: {}\ndefinitions: {A: {$ref: a.json}}\n"
    project.bundle(SWAGGER_20, body, {"a.json": '{"type": "string",}'})
    (diagnostic,) = project.bundled.diagnostics
    assert diagnostic.code == "LD014"
    assert diagnostic.location.file == str(project.folder / "a.json")
