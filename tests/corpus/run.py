"""Generation and checks of the client of one document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from .outcome import Outcome, Stage


def generate_client(family: str, path: Path, folder: Path, timeout: float) -> Outcome:
    """Run `sdksmith generate` on a document."""
    outcome = Outcome(family, path, folder, f"client_{folder.name}", Stage.CRASHED)
    command = [sys.executable, "-m", "sdksmith", "generate", str(path)]
    command += ["--output", str(folder), "--package", outcome.package]
    command += ["--format", "json", "--force"]
    started = time.monotonic()
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        outcome.stage = Stage.TIMED_OUT
        outcome.message = f"after {timeout} s"
        return outcome
    outcome.seconds = time.monotonic() - started
    try:
        report = json.loads(done.stdout)
    except json.JSONDecodeError:
        outcome.message = (done.stderr or done.stdout).strip()[-400:]
        return outcome
    read_report(outcome, report, done.returncode)
    if "Traceback" in done.stderr:
        outcome.stage = Stage.CRASHED
        outcome.message = done.stderr.strip()[-400:]
    return outcome


def read_report(outcome: Outcome, report: dict[str, Any], returncode: int) -> None:
    """Read the JSON output of the command."""
    operations: dict[str, int] = report.get("operations") or {}
    outcome.made = operations.get("made", 0)
    outcome.there = operations.get("there", 0)
    diagnostics: list[dict[str, Any]] = report["diagnostics"]
    for item in diagnostics:
        key = f"{item['code']} {item['effect']}"
        outcome.codes[key] = outcome.codes.get(key, 0) + 1
        if item["effect"] == "fatal":
            outcome.message = str(item["message"])
    if returncode == 0:
        outcome.stage = Stage.GENERATED
    elif returncode == 1 and outcome.message:
        outcome.stage = Stage.REFUSED
    else:
        outcome.message = f"exit {returncode}: {outcome.message}"


def import_client(outcome: Outcome) -> None:
    """Import all modules of a client in a new process."""
    source = outcome.folder / "src"
    outcome.lines = sum(path.read_bytes().count(b"\n") for path in source.rglob("*.py"))
    modules = sorted(
        ".".join(path.relative_to(source).with_suffix("").parts)
        for path in source.rglob("*.py")
    )
    program = "import importlib, sys\nfor name in sys.argv[1:]:\n"
    program += "    importlib.import_module(name.removesuffix('.__init__'))\n"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *modules],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        check=False,
        text=True,
    )
    outcome.imported = done.returncode == 0
    if not outcome.imported:
        outcome.message = done.stderr.strip()[-400:]


def run_smoke_tests(outcome: Outcome) -> None:
    """Run the smoke tests of a client."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=outcome.folder,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        check=False,
        text=True,
    )
    failed = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    if done.returncode != 0 and not failed:
        failed = [done.stdout.strip()[-400:]]
    outcome.findings["smoke"] = failed
