"""The table of advisories: each is tested, and README.md lists all of them."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.security.advisories import ADVISORIES, Advisory
from tests.security.sinks import SINKS

HERE = Path(__file__).parent


def find_tests() -> set[str]:
    """Return the names of the test functions in this folder."""
    return {
        node.name
        for path in HERE.glob("test_*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_advisory_is_tested() -> None:
    known = {*find_tests(), *SINKS}
    for advisory in ADVISORIES:
        assert advisory.tests
        assert set(advisory.tests) <= known


def test_every_sink_belongs_to_an_advisory() -> None:
    used = {name for advisory in ADVISORIES for name in advisory.tests}
    assert set(SINKS) - used == {"security"}


def to_row(advisory: Advisory) -> str:
    cells = (
        advisory.generator,
        ", ".join(advisory.ids),
        advisory.vector,
        ", ".join(f"`{name}`" for name in advisory.tests),
    )
    return f"| {' | '.join(cells)} |"


def test_readme_lists_every_advisory() -> None:
    text = (HERE / "README.md").read_text("utf-8").partition("## Advisories")[2]
    rows = [line for line in text.splitlines() if line.startswith("| ")][2:]
    assert rows == [to_row(advisory) for advisory in ADVISORIES]
