"""Public API of `sdksmith`: exports and their signatures."""

from __future__ import annotations

import ast
import inspect
import os
import pydoc
import subprocess
import sys
import typing
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any

import pytest
import sdksmith
from sdksmith import Diagnostic, Edit, Effect, Location, repair_document

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "specs" / "stripe-invoices" / "spec.yaml"

SCRIPT = """\
import sys

from sdksmith import (
    Absent, AuthKind, AuthSettings, Change, Comparison, Diagnostic, DocumentError, Edit, Effect, Explanation,
    Impact, KeyPlace, LimitSettings, Location, Observer, OperationSettings, OutputError, PagingBy, PagingSettings,
    RepairedDocument, Report, Result, Safety, Settings, SettingsError, Status, SurfaceError, Validation, Verdict, compare,
    explanations, format_diagnostics, generate, read_settings, repair_document,
)

settings = Settings(
    package="acme",
    auth={"key": AuthSettings(type=AuthKind.API_KEY, place=KeyPlace.QUERY, name="key")},
    operations={
        "GET /a": OperationSettings(
            paging=PagingSettings(by=PagingBy.CURSOR, parameter="after", next="/next")
        )
    },
    validate=Validation.FULL,
)
stages: list[str] = []
observer = Observer(Report(), stages.append)
try:
    result: Result = generate("spec.yaml", "out", settings, observer=observer)
    if result.status is Status.CURRENT:
        sys.exit()
except (DocumentError, OutputError, SettingsError) as error:
    print(error)
document: RepairedDocument = repair_document("spec.yaml")
for item in document.diagnostics:
    location: Location = item.location
    edits: list[Edit] = [edit for edit in item.edits if not isinstance(edit.after, Absent)]
    if item.effect is Effect.REPAIRED and item.safety is Safety.EXACT:
        print(location.file, edits, document.root["info"], document.to_text())
chosen: list[Diagnostic] = list(observer.report)
print(format_diagnostics(chosen))
explanation: Explanation = explanations()["PA001"]
settings = read_settings("sdksmith.toml")
"""


@pytest.mark.parametrize("name", sdksmith.__all__)
def test_exports_can_be_inspected(name: str) -> None:
    item = getattr(sdksmith, name)
    inspect.signature(item)
    assert name in pydoc.render_doc(item)
    assert inspect.getdoc(item)
    assert name in dir(sdksmith)


def classes_of(hint: Any) -> Iterator[type]:
    """Yield the classes that an annotation mentions."""
    if isinstance(hint, type) and not typing.get_args(hint):
        yield hint
    for part in typing.get_args(hint):
        yield from classes_of(part)


@pytest.mark.parametrize("name", sdksmith.__all__)
def test_exported_signatures_mention_exports_only(name: str) -> None:
    item = getattr(sdksmith, name)
    hints = dict(typing.get_type_hints(item))
    for member in vars(item).values() if isinstance(item, type) else ():
        function = member.fget if isinstance(member, property) else member
        if inspect.isfunction(function) and not function.__name__.startswith("_"):
            hints |= typing.get_type_hints(function)
    mentioned = {cls for hint in hints.values() for cls in classes_of(hint)}
    assert mentioned or isinstance(item, type)
    for cls in mentioned:
        if cls.__module__.startswith("sdksmith") and cls is not UnionType:
            assert cls.__name__ in sdksmith.__all__


def test_other_names_raise_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        sdksmith.nothing  # noqa: B018


def test_regen_uses_the_public_api_only() -> None:
    for path in ("tests/regen.py", "tests/cases/case.py"):
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and "sdksmith" in (node.module or ""):
                assert node.module == "sdksmith"
                assert {alias.name for alias in node.names} <= {*sdksmith.__all__}
            if isinstance(node, ast.Import):
                assert "sdksmith" not in {alias.name for alias in node.names}


@pytest.mark.slow
def test_scripts_are_typed(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(SCRIPT)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "script.py"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT / "generator"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    imported = ast.parse(SCRIPT).body[1]
    assert isinstance(imported, ast.ImportFrom)
    assert sorted(alias.name for alias in imported.names) == sorted(sdksmith.__all__)


def test_repaired_document_has_all_attributes() -> None:
    document = repair_document(SPEC)
    assert document.version == "2.0"
    assert not document.is_json
    assert document.to_text().startswith("swagger:")
    assert {item.effect for item in document.diagnostics} >= {Effect.REPAIRED}


def test_diagnostics_are_formatted_in_document_order() -> None:
    first = Diagnostic("AB001", Effect.NOTED, "one", Location("a.yaml", 2, 3, "/x"))
    edit = Edit("/y", sdksmith.ABSENT, 1)
    place = Location("a.yaml", 1, 1, "/y")
    second = Diagnostic("AB002", Effect.REPAIRED, "two", place, (edit,))
    assert sdksmith.format_diagnostics([first, second]) == (
        "a.yaml:1:1: AB002 repaired: two\n    /y\n    + 1\na.yaml:2:3: AB001 noted: one\n"
    )
