"""Run the limit cases and print a table.

    python -m tests.limits
    python -m tests.limits --kind references --largest
    python -m tests.limits --list

Each kind of document is generated at three sizes, each twice the one before, in a process
of its own. The table contains exit code, CPU time (process and children), its growth to the
previous size, peak memory and bytes written. The exit code is 1 if a run exceeds a bound.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .cases import CASES, Case
from .measuring import run_generator

_START = 0.8
"""CPU time of a run with an empty document, which does not count for the growth."""


def show_case(case: Case, sizes: tuple[int, ...], seconds: int) -> int:
    """Run a case at some sizes and print a line for each; return the number of problems."""
    failed = 0
    before = 0.0
    for size in sizes:
        run = run_generator(case.build(size), seconds)
        growth = f"{run.cpu / before:5.1f}" if before > _START else "     "
        before = run.cpu
        problems = run.problems()
        failed += bool(problems)
        print(
            f"{case.name:40} {size:8} {run.size / 1000:7.0f} KB  exit {run.code:3} "
            f"{run.cpu:6.1f} s {growth} {run.mebibytes:6.0f} MiB "
            f"{run.written / 1000:7.0f} KB {run.operations:5} "
            f"{'EXCEEDS ' + ', '.join(problems) if problems else ''}"
            f"{'' if run.code == 0 else ' ' + run.message[:140]}",
            flush=True,
        )
        if problems and run.cpu >= seconds:
            break
    return failed


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.limits",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--kind", default="", help="run only names with this text")
    parser.add_argument("--largest", action="store_true", help="only the largest size")
    parser.add_argument(
        "--seconds", type=int, default=60, help="kill after this CPU time"
    )
    parser.add_argument("--list", action="store_true", help="list the cases")
    parser.add_argument("--write", type=Path, help="write the documents to this folder")
    arguments = parser.parse_args()
    failed = 0
    for case in (case for case in CASES if arguments.kind in case.name):
        sizes = case.sizes[-1:] if arguments.largest else case.sizes
        if arguments.list:
            print(f"{case.name:40} {case.about}")
        elif arguments.write:
            arguments.write.mkdir(parents=True, exist_ok=True)
            for size in sizes:
                path = arguments.write / f"{case.name}-{size}.yaml"
                path.write_bytes(case.build(size))
        else:
            failed += show_case(case, sizes, arguments.seconds)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
