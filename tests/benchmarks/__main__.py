"""Speed and memory of the generator, relative to another generator.

    python -m tests.benchmarks --peer .peer/bin/openapi-python-client

Each figure is the median of several runs, and the runs of the compared programs
alternate. Only ratios are meaningful. Tests do not assert them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STRIPE_INVOICES = ROOT / "specs" / "stripe-invoices" / "spec.yaml"


@dataclass(slots=True)
class Measured:
    """Runs of one program.

    Attributes:
        seconds: Wall time of each run.
        kilobytes: Peak resident memory of each run's largest process.
    """

    name: str
    seconds: list[float] = field(default_factory=list[float])
    kilobytes: list[int] = field(default_factory=list[int])

    def row(self, base: float) -> str:
        """Return a line of the table, with the ratio to `base` seconds."""
        median = statistics.median(self.seconds)
        spread = f"{min(self.seconds):.3f}..{max(self.seconds):.3f}"
        peak = max(self.kilobytes) / 1024
        ratio = median / base
        return (
            f"{self.name:34} {median:7.3f} s {spread:>15} {ratio:6.2f} x {peak:7.1f} MB"
        )


def run_once(measured: Measured, command: list[str]) -> None:
    """Run a command and record its time and peak memory."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    measured.seconds.append(time.perf_counter() - started)
    measured.kilobytes.append(usage.ru_maxrss)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("--peer", help="the openapi-python-client command")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    sdksmith = [sys.executable, "-m", "sdksmith"]
    ours = Measured("sdksmith generate (seed)")
    peer = Measured("openapi-python-client (repaired)")
    helped = Measured("sdksmith --help")
    bare = Measured("python -c pass")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        repaired = folder / "repaired.yaml"
        convert = [
            "repair",
            str(STRIPE_INVOICES),
            "--to",
            "3.1",
            "--output",
            str(repaired),
        ]
        subprocess.run([*sdksmith, *convert], check=True, capture_output=True)
        for _ in range(arguments.runs):
            shutil.rmtree(folder / "ours", ignore_errors=True)
            generate = [
                "generate",
                str(STRIPE_INVOICES),
                "--output",
                str(folder / "ours"),
            ]
            run_once(ours, [*sdksmith, *generate])
            if arguments.peer:
                shutil.rmtree(folder / "peer", ignore_errors=True)
                generate = ["generate", "--path", str(repaired)]
                generate += ["--output-path", str(folder / "peer")]
                run_once(peer, [arguments.peer, *generate])
            run_once(helped, [*sdksmith, "--help"])
            run_once(bare, [sys.executable, "-c", "pass"])
    base = statistics.median((peer if arguments.peer else bare).seconds)
    print(f"ratios to {peer.name if arguments.peer else bare.name}")
    for measured in (ours, peer, helped, bare):
        if measured.seconds:
            print(measured.row(base))


if __name__ == "__main__":
    main()
