"""Call all scenarios of TypeSpec's Spector suite with generated clients.

python -m tests.suites.spector [--scenario PATTERN] [--types] [--json FILE]

Exits with 1 if a scenario fails that is not in known_failures.yaml, or if one of those
passes. Exits with 0 and prints the reason if Node.js is missing.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

import yaml

from .clients import generate_clients
from .install import SuiteUnavailableError, install_suite
from .run import MODES, Results, read_table, run_mode
from .typing_check import TypeProblem, check_calls

_HERE: Final = Path(__file__).parent


def read_known_failures(*, types_only: bool) -> set[str]:
    """Return the scenarios that are known to fail.

    Args:
        types_only: Return those that pass although their calls have type errors.
    """
    groups: list[dict[str, Any]] = yaml.safe_load(
        (_HERE / "known_failures.yaml").read_text("utf-8")
    )
    return {
        name
        for group in groups
        for name in group["scenarios"]
        if group.get("types_only", False) is types_only
    }


def read_undocumented() -> list[dict[str, str]]:
    """Return the patterns of scenarios without a document, with the emitter's error."""
    groups: list[dict[str, str]] = yaml.safe_load(
        (_HERE / "without_document.yaml").read_text("utf-8")
    )
    return groups


def drop_undocumented(results: Results) -> int:
    """Remove scenarios without a document from results; return their number."""
    patterns = [group["scenarios"] for group in read_undocumented()]
    dropped = [
        name
        for name in results.reasons
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    ]
    for name in dropped:
        del results.reasons[name]
    return len(dropped)


def report_mode(mode: str, results: Results, known: set[str]) -> bool:
    """Print the results of a mode; return whether they are as expected."""
    failures = results.failures
    print(f"{mode}: {results.passed} of {len(results.reasons)} passed")
    for name, reason in sorted(failures.items()):
        print(f"  {'known ' if name in known else 'FAILED'} {name}: {reason}")
    fixed = [name for name in known if results.reasons.get(name) == ""]
    for name in sorted(fixed):
        print(f"  FIXED  {name}: passes; remove it from known_failures.yaml")
    return failures.keys() <= known and not fixed


def report_types(problems: list[TypeProblem], known: set[str]) -> bool:
    """Print type errors; return whether they are as expected."""
    types_only = read_known_failures(types_only=True)
    unknown = [item for item in problems if item.scenario not in known | types_only]
    print(f"mypy --strict: {len(problems)} errors in calls, {len(unknown)} unknown")
    for item in unknown:
        print(f"  FAILED {item.scenario}: {item.message}")
    fixed = types_only - {item.scenario for item in problems}
    for name in sorted(fixed):
        print(f"  FIXED  {name}: has no type error; remove it from known_failures.yaml")
    return not unknown and not fixed


def main() -> int:
    """Return 1 if a result is not as expected."""
    parser = argparse.ArgumentParser(
        prog="tests.suites.spector",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--scenario", default="*", help="pattern of names, such as 'Type_*'"
    )
    parser.add_argument("--json", type=Path, help="file for the results")
    parser.add_argument(
        "--types", action="store_true", help="also check the calls with mypy --strict"
    )
    arguments = parser.parse_args()
    started = time.monotonic()
    try:
        suite = install_suite()
    except SuiteUnavailableError as error:
        print(f"skipped: {error}")
        return 0
    clients = generate_clients(suite)
    print(f"{len(list(clients.iterdir()))} clients in {clients}", flush=True)
    table = read_table(clients)
    for name, reason in table.broken.items():
        print(f"FAILED {name}: {reason}")
    is_expected = not table.broken
    known = read_known_failures(types_only=False)
    written: dict[str, dict[str, str]] = {}
    undocumented = 0
    with tempfile.TemporaryDirectory() as temporary:
        for mode in MODES:
            log = Path(temporary) / f"{mode}.log"
            results = run_mode(suite, table, arguments.scenario, mode, log)
            undocumented = drop_undocumented(results)
            is_expected &= report_mode(mode, results, known)
            written[mode] = results.reasons
    print(f"{undocumented} more scenarios have no document:")
    for group in read_undocumented():
        print(f"  {group['scenarios']}: {group['error']}")
    if arguments.types:
        is_expected &= report_types(check_calls(clients), known)
    if arguments.json:
        arguments.json.write_text(json.dumps(written, indent=2), encoding="utf-8")
    print(f"{time.monotonic() - started:.0f} s")
    return int(not is_expected)


if __name__ == "__main__":
    sys.exit(main())
