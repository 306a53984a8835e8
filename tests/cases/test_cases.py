"""Each case generates its expected client, and all clients work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.case import Case, find_cases, without_runtime
from tests.checking import check_clients

CASES = find_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_client_and_diagnostics_are_as_expected(case: Case, tmp_path: Path) -> None:
    output = tmp_path / "client"
    diagnostics = case.generate(output)
    assert without_runtime(output) == without_runtime(case.expected)
    assert diagnostics == case.diagnostics.read_text(encoding="utf-8")


def test_one_case_is_rejected(tmp_path: Path) -> None:
    (refused,) = [case for case in CASES if not case.expected.exists()]
    diagnostics = refused.generate(tmp_path / "client")
    assert " fatal: " in diagnostics
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_all_clients_pass_strict_checks(tmp_path: Path) -> None:
    clients = {
        case: tmp_path / "clients" / case.name
        for case in CASES
        if case.expected.exists()
    }
    for case, client in clients.items():
        case.generate(client)
    (tmp_path / "checks").mkdir()
    check_clients([*clients.values()], tmp_path / "checks")
    untested = [
        client for client in clients.values() if not (client / "tests").exists()
    ]
    assert len(untested) == 1  # `models-alone` has no operations
