"""Run the load tests at full size and print a table.

    python -m tests.behaviour.load
    python -m tests.behaviour.load --calls 1000 --mebibytes 64

10,000 calls from 32 threads, and from 200 tasks, a fifth of them with injected faults;
1 GiB down and up. The exit code is 1 if a call had an unexpected result, a resource
leaked, or memory grew.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from ..faults.package import make_package
from ..faults.process import run_server
from .separate_process import run_in_process
from .traffic import Traffic, run_tasks, run_threads
from .transfer import WAYS, run_transfer


def show_traffic(traffic: Traffic) -> bool:
    """Print the results of a load test; return whether it passed."""
    ends = ", ".join(f"{name} {count}" for name, count in traffic.ends.most_common())
    memory = " ".join(f"{kilobytes / 1024:.1f}" for kilobytes in traffic.kilobytes)
    print(f"{traffic.calls} calls from {traffic.workers}: {ends}")
    print(f"  unexpected results       {len(traffic.wrong)}")
    print(f"  processed twice          {traffic.duplicated}")
    print(f"  leaked resources         {traffic.leaks or 'nothing'}")
    print(f"  resident after quarters  {memory} MiB")
    print(f"  leaked objects per call  {traffic.blocks_per_call:.3f}")
    for line in traffic.wrong:
        print(f"  {line}")
    return traffic.is_clean


def show_transfers(folder: Path, mebibytes: int) -> list[bool]:
    """Print the memory that transfers need; return whether each passed."""
    print(f"{mebibytes} MiB: growth of the memory peak")
    size = mebibytes << 20
    results: list[bool] = []
    for is_async in (False, True):
        for way in WAYS:
            moved = run_in_process(run_transfer, folder, way, size, is_async=is_async)
            results.append(moved.is_small and moved.size == size)
            missing = "" if moved.size == size else f", {size - moved.size} lost"
            print(f"  {moved.name:34} {moved.growth:5.1f} MiB{missing}")
    return results


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="tests.behaviour.load", description=__doc__)
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--mebibytes", type=int, default=1024)
    arguments = parser.parse_args()
    with run_server() as server, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_package(server, folder)
        results = [
            show_traffic(
                run_in_process(run_threads, folder, server, arguments.calls, 32)
            ),
            show_traffic(
                run_in_process(run_tasks, folder, server, arguments.calls, 200)
            ),
            *show_transfers(folder, arguments.mebibytes),
        ]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
