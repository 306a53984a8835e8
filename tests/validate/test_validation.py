"""Validation against the specification."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sdksmith.json_data import JsonObject, JsonValue
from sdksmith.load import load_document
from sdksmith.load.document import Document, resolve
from sdksmith.report.diagnostics import CodeInfo, Diagnostic, Effect
from sdksmith.validate.validation import CODES, MAX_FINDINGS, validate_document

CLEAN = """\
swagger: '2.0'
info: {title: Orders, version: 1.0.0}
paths:
  /orders/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, type: string}
        - {name: sort, in: query, type: string}
      responses: {200: {description: An order., schema: {$ref: '#/definitions/Order'}}}
definitions:
  Order: {type: object, properties: {parent: {$ref: '#/definitions/Order'}}}
"""


def document_of(text: str) -> Document:
    return load_document("orders.yaml", text.encode()).document


def check(text: str, *, full: bool = False) -> tuple[Diagnostic, ...]:
    diagnostics = validate_document(document_of(text), full=full)
    assert {item.effect for item in diagnostics} <= {Effect.NOTED}
    return diagnostics


@pytest.mark.parametrize("full", [False, True])
def test_valid_document_gives_no_findings(full: bool) -> None:
    assert check(CLEAN, full=full) == ()


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize("full", [False, True])
def test_every_version_is_validated_with_its_schema(version: str, full: bool) -> None:
    text = f"openapi: {version}\ninfo: {{title: Orders, version: 1.0.0}}\npaths: {{}}\n"
    assert check(text, full=full) == ()
    (diagnostic,) = check(text + "security: 1\n", full=False)
    assert (diagnostic.code, diagnostic.location.line) == ("SP001", 4)
    assert check(text.replace("title: Orders, ", "")) != ()


@pytest.mark.parametrize(
    ("right", "wrong", "line", "pointer", "words"),
    [
        ("title: Orders, ", "", 2, "/info", '"title" is missing'),
        (
            "description: An order.,",
            "",
            9,
            "/paths/~1orders~1{id}/get/responses/200",
            "desc",
        ),
        (
            "in: query, type: string",
            "in: query",
            8,
            "/paths/~1orders~1{id}/get/parameters/1",
            '"type"',
        ),
        (
            "in: query, type: string",
            "in: query, type: int",
            8,
            "/paths/~1orders~1{id}/get/parameters/1/type",
            "one of",
        ),
        ("name: sort, ", "", 8, "/paths/~1orders~1{id}/get/parameters/1", '"name"'),
        ("definitions:", "colour: red\ndefinitions:", 1, "", 'define here: "colour"'),
        ("/orders/{id}", "orders/{id}", 3, "/paths", '"orders/{id}"'),
    ],
)
def test_findings_have_position_and_message(
    right: str, wrong: str, line: int, pointer: str, words: str
) -> None:
    assert right in CLEAN
    (diagnostic,) = check(CLEAN.replace(right, wrong))
    assert diagnostic.code == "SP001"
    assert diagnostic.location.pointer == pointer
    assert diagnostic.location.line == line
    assert words in diagnostic.message
    assert len(diagnostic.message) < 300


def test_finding_describes_the_nearest_alternative() -> None:
    # Of seven alternatives, this parameter is closest to a header.
    wrong = CLEAN.replace("in: query, type: string", "in: header, type: string, x: 1")
    (diagnostic,) = check(wrong)
    assert '"x"' in diagnostic.message


def test_excess_findings_are_counted() -> None:
    extra = "".join(f"  M{n}: {{type: nothing}}\n" for n in range(MAX_FINDINGS + 30))
    diagnostics = check(CLEAN + extra)
    assert len(diagnostics) == MAX_FINDINGS + 1
    assert "30 more" in diagnostics[-1].message


def test_order_of_findings_is_deterministic() -> None:
    script = f"""
from sdksmith.load import load_document
from sdksmith.validate.validation import validate_document
text = {CLEAN!r} + "b: 1\\nc: 1\\na: 1\\nz: 1\\ny: 1\\n"
text = text.replace("title: Orders, ", "").replace("in: query", "in: quary")
for item in validate_document(load_document("x", text.encode()).document):
    print(item)
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(Path(__file__).parents[2] / "generator"),
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    (output,) = outputs
    assert output.count(b"Diagnostic(") == 3


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("name: id, in: path, required: true", "name: id, in: query", "'id'"),
        ("'#/definitions/Order'}}", "'#/definitions/Nothing'}}", "Nothing"),
        (
            "name: sort, in: query",
            "default: 1, name: sort, in: query",
            "is not of type",
        ),
    ],
)
def test_full_check_finds_more_than_the_schema(
    right: str, wrong: str, words: str
) -> None:
    assert right in CLEAN
    text = CLEAN.replace(right, wrong)
    assert check(text) == ()
    messages = [item.message for item in check(text, full=True)]
    assert any(words in message for message in messages)


@pytest.mark.parametrize(
    "reference",
    [
        "other.yaml#/x",
        "file:///etc/hostname#/x",
        "http://127.0.0.1:9/x.yaml#/a",
        "/etc/x",
    ],
)
def test_external_references_are_not_opened(
    reference: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.yaml").write_text("x: {description: Read}\n")
    text = CLEAN.replace("description: An order.,", "").replace(
        "schema: {$ref: '#/definitions/Order'}", f"$ref: '{reference}'"
    )
    (diagnostic,) = check(text, full=True)
    assert diagnostic.code == "SP003"
    assert "could not be finished" in diagnostic.message


def nested(depth: int) -> JsonValue:
    value: JsonValue = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        nested(400),
        10**400,
        float("inf"),
        "\ud83d",
        {1: 2},
        {"$ref": "#/x-a"},
        {"$ref": 5},
        [{"$ref": "#"}] * 3,
    ],
)
@pytest.mark.parametrize("place", ["x-a", "definitions", "paths", "info"])
def test_invalid_documents_do_not_raise(value: object, place: str) -> None:
    document = document_of(CLEAN)
    root: JsonObject = {**document.root, place: value}  # type: ignore[dict-item]
    for item in validate_document(document.with_root(root), full=True):
        assert item.effect is Effect.NOTED


def test_recursive_tree_does_not_raise() -> None:
    document = document_of(CLEAN)
    loop: JsonObject = {"type": "object"}
    loop["properties"] = {"again": loop}
    root: JsonObject = {**document.root, "definitions": {"Loop": loop}}
    diagnostic, *_ = validate_document(document.with_root(root), full=True)
    assert diagnostic.code == "SP003"


@pytest.mark.parametrize("info", CODES, ids=lambda info: info.code)
def test_examples_give_their_codes(info: CodeInfo) -> None:
    assert {item.code for item in check(info.bad, full=True)} == {info.code}
    assert check(info.good, full=True) == ()


def test_schema_check_does_not_import_the_full_validator() -> None:
    script = """
import sys
from sdksmith.load import load_document
from sdksmith.validate.validation import validate_document
validate_document(load_document("x", b"swagger: '2.0'").document)
assert "openapi_spec_validator" not in sys.modules
assert "jsonschema_path" not in sys.modules
"""
    path = str(Path(__file__).parents[2] / "generator")
    subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": path}, check=True)


def test_pointers_of_findings_resolve() -> None:
    text = CLEAN.replace("type: string", "type: [string]").replace(
        "title: Orders, ", ""
    )
    document = document_of(text)
    for item in validate_document(document):
        assert resolve(document.root, item.location.pointer) is not None
