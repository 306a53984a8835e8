"""Annotations of methods, compared with the types that the runtime decodes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from sdksmith import Settings, generate

from tests.corpus.annotations import find_disagreements

CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize(
    "name", ["values", "enums-and-names", "unions-and-names", "responses", "paging"]
)
def test_methods_return_what_they_annotate(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = f"annotated_{name.replace('-', '_')}"
    generate(CASES / name / "spec.yaml", tmp_path, Settings(package=package))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "src"), *sys.path])
    count, wrong = find_disagreements(package)
    assert wrong == []
    assert count > 0
