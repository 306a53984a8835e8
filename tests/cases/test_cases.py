"""Each case gives its client, byte for byte, and all of the clients work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.case import Case, find_cases, without_runtime
from tests.checking import check_clients

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


@pytest.mark.slow
def test_all_clients_pass_the_checks_of_a_strict_team(tmp_path: Path) -> None:
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
    assert len(untested) == 1  # there is nothing to call in models alone
