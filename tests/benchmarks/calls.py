"""Overhead of calls of a client, relative to the HTTP library.

    python -m tests.benchmarks.calls
    python -m tests.benchmarks.calls --other-generators

With `--other-generators`, clients of openapi-python-client and openapi-generator are
measured too. They are installed into a temporary virtual environment. The clients
alternate in one process, and the result is the ratio of the medians.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from ..behaviour.faults.process import run_server
from .call_timings import OURS, Seconds
from .other_generators import make_other_clients, make_ours

_TARGETS = {
    "small GET in memory": 1.3,
    "small GET over loopback": 1.3,
    "small GET in memory, async": 1.3,
    "list of 5 MB": 1.2,
}


def show(name: str, taken: Seconds) -> bool:
    """Print a table; return whether our client meets the target."""
    medians = {client: statistics.median(each) for client, each in taken.items()}
    base = next(iter(medians.values()))
    print(f"{name}: ratios, the target is {_TARGETS[name]}")
    for client, median in medians.items():
        ratios = [one / base for one in taken[client]]
        spread = f"{min(ratios):.2f}..{max(ratios):.2f}"
        print(f"  {client:34} {median / base:6.2f} {spread:>14}")
    return medians[OURS] / base <= _TARGETS[name]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.calls", description=__doc__)
    parser.add_argument("--other-generators", action="store_true")
    parser.add_argument("--repetitions", type=int, default=50)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, run_server() as server:
        folder = Path(name)
        make_ours(folder)
        python = (
            make_other_clients(folder)
            if arguments.other_generators
            else Path(sys.executable)
        )
        program = Path(__file__).with_name("call_timings.py")
        repetitions = str(arguments.repetitions)
        command = [str(python), str(program), name, server.origin, repetitions]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, Seconds] = json.loads(done.stdout)
    met = [show(name, taken) for name, taken in measured.items()]
    sys.exit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
