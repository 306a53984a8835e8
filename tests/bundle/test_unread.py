"""What cannot be read is said once, where it is referred to, and the rest is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.report.diagnostics import Effect

from tests.bundle.project import (
    OPENAPI_30,
    SWAGGER_20,
    Project,
    at,
    bundle_spec,
    schemas_of,
)

if TYPE_CHECKING:
    from pathlib import Path

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


def said_about(project: Project, reference: str) -> Diagnostic:
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
def test_a_file_that_is_not_read_is_said(
    project: Project, reference: str, words: str
) -> None:
    diagnostic = said_about(project, reference)
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
def test_a_pointer_that_leads_nowhere_is_said(project: Project, reference: str) -> None:
    diagnostic = said_about(project, reference)
    assert diagnostic.code == "BN002"
    assert "cannot be resolved: " in diagnostic.message
    assert f"{reference.partition('#')[0]} has " in diagnostic.message


def test_a_reference_that_is_lost_in_another_file_is_said_there(
    project: Project,
) -> None:
    body = "paths: {}\ndefinitions: {A: {$ref: parts/a.yaml}}\n"
    files = {"parts/a.yaml": "properties:\n  b:\n    $ref: b.yaml\n"}
    project.bundle(SWAGGER_20, body, files)
    (diagnostic,) = project.bundled.diagnostics
    assert str(diagnostic.location) == f"{project.folder}/parts/a.yaml:3:5"


def test_what_is_lost_costs_as_little_as_it_can(project: Project) -> None:
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


def test_a_link_out_of_the_project_is_not_followed(project: Project) -> None:
    (project.folder.parent / ".git").mkdir()
    outside = project.folder.parents[1] / "secret.yaml"
    outside.write_text("{}\n")
    (project.folder / "inside.yaml").symlink_to(outside)
    (project.folder / "near.yaml").symlink_to(project.folder.parent / "near.yaml")
    body = "paths: {}\ndefinitions: {A: {$ref: inside.yaml}, B: {$ref: near.yaml}}\n"
    root = project.bundle(SWAGGER_20, body, {"../near.yaml": "type: string\n"})
    assert schemas_of(root) == {"A": {}, "B": {"type": "string"}}
    (diagnostic,) = project.bundled.diagnostics
    assert "outside of" in diagnostic.message


def test_what_is_under_version_control_belongs_together(project: Project) -> None:
    (project.folder.parents[1] / ".git").mkdir()
    body = "paths: {}\ndefinitions: {A: {$ref: ../../common.yaml}}\n"
    project.bundle_silently(SWAGGER_20, body, {"../../common.yaml": "{}\n"})


def test_version_control_of_the_folder_ends_there(project: Project) -> None:
    (project.folder / ".git").mkdir()
    body = "paths: {}\ndefinitions: {A: {$ref: ../common.yaml}}\n"
    project.bundle(SWAGGER_20, body, {"../common.yaml": "{}\n"})
    assert "outside of" in project.bundled.diagnostics[0].message


@pytest.mark.parametrize("place", ["home", "home/parcels", "home/parcels/specs"])
def test_without_version_control_a_project_ends_below_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    project = Project(tmp_path / place)
    up = "../" * place.count("/")
    body = f"paths: {{}}\ndefinitions: {{A: {{$ref: {up}a.yaml}}, B: {{$ref: ./{up}x/b.yaml}}}}\n"
    project.bundle(SWAGGER_20, body, {f"{up}a.yaml": "{}\n", f"{up}x/b.yaml": "{}\n"})
    said = [item.message for item in project.bundled.diagnostics]
    if place == "home":
        assert said == []
    else:
        assert len(said) == 2
        assert all("outside of" in message for message in said)


def test_the_working_folder_belongs_to_the_project(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.folder / ".git").mkdir()
    monkeypatch.chdir(project.folder.parents[1])
    body = "paths: {}\ndefinitions: {A: {$ref: ../../common.yaml}}\n"
    project.bundle_silently(SWAGGER_20, body, {"../../common.yaml": "{}\n"})
    assert bundle_spec("work/specs/api.yaml").diagnostics == ()


def test_what_the_text_of_another_file_needs_is_said(project: Project) -> None:
    body = "paths: {}\ndefinitions: {A: {$ref: a.json}}\n"
    project.bundle(SWAGGER_20, body, {"a.json": '{"type": "string",}'})
    (diagnostic,) = project.bundled.diagnostics
    assert diagnostic.code == "LD014"
    assert diagnostic.location.file == str(project.folder / "a.json")


def test_words_that_are_no_files_are_left_to_the_repairs(project: Project) -> None:
    body = (
        "paths: {}\ndefinitions: {A: {$ref: B}, B: {$ref: '#C'}, C: {$ref: b.yaml}}\n"
    )
    root = project.bundle_silently(SWAGGER_20, body, {"b.yaml": "{}\n"})
    assert schemas_of(root) == {"A": {"$ref": "B"}, "B": {"$ref": "#C"}, "C": {}}


def test_a_local_reference_of_another_file_may_mean_the_entry_document(
    project: Project,
) -> None:
    body = "paths: {}\ndefinitions: {A: {$ref: a.yaml}, B: {type: string}}\n"
    a = "properties:\n  b: {$ref: '#/definitions/B'}\n  c: {$ref: '#/definitions/B'}\n"
    root = project.bundle(SWAGGER_20, body, {"a.yaml": a})
    target = {"$ref": "#/definitions/B"}
    assert at(schemas_of(root), "/A/properties") == {"b": target, "c": target}
    (diagnostic,) = project.bundled.diagnostics
    assert (diagnostic.code, diagnostic.effect) == ("BN005", Effect.REPAIRED)
    assert str(diagnostic.location) == f"{project.folder}/a.yaml:2:7"
