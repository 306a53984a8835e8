"""Rewrites what is generated and checked in: `python -m tests.regen [CASE ...]`.

Cases first, then the clients below `generated/` and the tables of the README. With names
of cases, those alone. What it wrote is a commit of its own.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from sdksmith import generate
from sdksmith.repair.registry import rules

from tests.cases.case import Case, find_cases, without_runtime

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SPECS = ROOT / "specs"
GENERATED = ROOT / "generated"

_TABLE_START = "<!-- repairs: python -m tests.regen -->\n"
_TABLE_END = "<!-- end of repairs -->\n"


def regenerate_case(case: Case) -> None:
    """Write the diagnostics and the expected client of one case."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "client"
        case.diagnostics.write_text(case.generate(output), encoding="utf-8")
        shutil.rmtree(case.expected, ignore_errors=True)
        for name, data in without_runtime(output):
            path = case.expected / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def regenerate_clients() -> None:
    """Write the checked-in client of each folder of `specs/`."""
    for spec in sorted(SPECS.glob("*/spec.*")):
        generate(str(spec.relative_to(ROOT)), GENERATED / spec.parent.name)


def with_table_of_repairs(readme: str) -> str:
    """Return the README with its table made from the registry of rules."""
    before, start, rest = readme.partition(_TABLE_START)
    _, end, after = rest.partition(_TABLE_END)
    if not (start and end):
        raise ValueError("README.md lacks the marks around its table of repairs")
    rows = "".join(f"| {r.code} | {r.title} | {r.safety} |\n" for r in rules())
    return f"{before}{start}| code | repair | sure |\n| --- | --- | --- |\n{rows}{end}{after}"


def main(names: list[str]) -> None:
    """Rewrite the named cases, or everything."""
    cases = {case.name: case for case in find_cases()}
    if unknown := [name for name in names if name not in cases]:
        sys.exit(f"no such case: {', '.join(unknown)}")
    for name in names or cases:
        regenerate_case(cases[name])
    if not names:
        regenerate_clients()
        text = README.read_text(encoding="utf-8")
        README.write_text(with_table_of_repairs(text), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
