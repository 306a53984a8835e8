"""Runs of a fuzzer: failures are counted, reduced and kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sdksmith import planning
from sdksmith.reading import read_api

from tests.fuzz.session import Plan, run_sessions


def make_plan(keep: Path) -> Plan:
    return Plan(fuzzer="fields", seed=1, start=1, cases=3, jobs=1, keep=keep)


def test_runs_without_failures_keep_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_sessions([make_plan(tmp_path)])
    assert list(tmp_path.iterdir()) == []
    assert "3 cases" in capsys.readouterr().out


def test_failing_documents_are_reduced_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(spec: str, *arguments: Any, **options: Any) -> object:
        if "securityDefinitions" in Path(spec).read_text():
            raise KeyError("planted")
        return read_api(spec, *arguments, **options)

    monkeypatch.setattr(planning, "read_api", crash)
    assert not run_sessions([make_plan(tmp_path)])
    (folder,) = tmp_path.iterdir()
    assert folder.name == "fields-keyerror-in-planning-py-render-client"
    reduced = (folder / "document.json").read_text()
    assert reduced.split() == ["{", '"securityDefinitions":', "{}", "}"]
    command = "python -m tests.fuzz fields --seed 1 --start 3 --count 1"
    assert command in (folder / "failure.txt").read_text()
    assert command in capsys.readouterr().out
