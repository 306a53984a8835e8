"""Sample calls of clients to a server that interprets the document independently."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.case import find_cases

from .sample_run import SampleRun, run_client

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
CALLABLE = [
    next(case.folder.glob("spec.*"))
    for case in find_cases()
    if (case.expected / "src").exists()
    and any(case.expected.glob("tests/responses.json"))
]
SPECS = [*CALLABLE, *sorted((ROOT / "specs").glob("*/spec.*"))]
REAL = [
    "oas3/apisguru__billingo.hu.json",
    "oas3/apisguru__color.pizza.json",
    "oas3/xero__xero_assets.yaml",
    "swagger2/ppc__CloudConvert.json",
    "swagger2/vmware-dispatch__swagger_functions.yaml",
]


def assert_clean(result: SampleRun) -> None:
    assert result.refused == {}
    assert result.undecoded == {}


@pytest.mark.parametrize("thorough", [True, False], ids=["thorough", "minimal"])
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_sample_calls_follow_the_document(
    spec: Path, tmp_path: Path, *, thorough: bool
) -> None:
    result = run_client(spec, tmp_path, thorough=thorough)
    assert_clean(result)
    assert result.made > 0 or "Client" not in (tmp_path / "README.md").read_text()


@pytest.mark.parametrize("name", REAL)
def test_sample_calls_follow_real_documents(name: str, tmp_path: Path) -> None:
    spec = CORPUS / name
    if not spec.exists():
        pytest.skip(f"{name} is part of ../shared/corpus, which is missing")
    result = run_client(spec, tmp_path, thorough=False)
    assert_clean(result)
    assert result.made > 0
