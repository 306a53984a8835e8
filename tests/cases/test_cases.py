"""Each case gives its client, byte for byte, and all of the clients work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.case import Case, find_cases, without_runtime

CASES = find_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gives_its_client(case: Case, tmp_path: Path) -> None:
    output = tmp_path / "client"
    said = case.generate(output)
    assert without_runtime(output) == without_runtime(case.expected)
    assert said == case.diagnostics.read_text(encoding="utf-8")


def test_there_is_a_case_that_is_refused(tmp_path: Path) -> None:
    (refused,) = [case for case in CASES if not case.expected.exists()]
    said = refused.generate(tmp_path / "client")
    assert " fatal: " in said
    assert list(tmp_path.iterdir()) == []


def check(*command: str | Path, cwd: Path, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_all_clients_pass_the_checks_of_a_strict_team(tmp_path: Path) -> None:
    clients = [case for case in CASES if case.expected.exists()]
    for case in clients:
        case.generate(tmp_path / case.name)
    sources = [f"{case.name}/src" for case in clients]
    check("black", "--check", "--quiet", ".", cwd=tmp_path)
    check(
        "mypy", "--strict", "--config-file", os.devnull, "--cache-dir", ".mypy",
        *sources, cwd=tmp_path,
    )  # fmt: skip
    (tmp_path / "pyrightconfig.json").write_text(
        '{"typeCheckingMode": "strict", "include": ["*/src"], "pythonVersion": "3.11"}'
    )
    check("pyright", "--pythonpath", sys.executable, cwd=tmp_path)
    tested = [case for case in clients if (tmp_path / case.name / "tests").exists()]
    assert len(tested) == len(clients) - 1  # there is nothing to call in models alone
    for case in tested:
        check(
            "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", "tests",
            cwd=tmp_path / case.name, PYTHONPATH="src",
        )  # fmt: skip
