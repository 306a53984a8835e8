"""Runs the generator and the checks on one document of the corpus."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from .outcome import Outcome, Stage

BATCH = 25
"""Clients checked by one run of a type checker, which then reads pydantic once."""


def generate_client(family: str, path: Path, folder: Path, timeout: float) -> Outcome:
    """Run `sdksmith generate` on a document, as a user does."""
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
        answer = json.loads(done.stdout)
    except json.JSONDecodeError:
        outcome.message = (done.stderr or done.stdout).strip()[-400:]
        return outcome
    read_answer(outcome, answer, done.returncode)
    if "Traceback" in done.stderr:
        outcome.stage = Stage.CRASHED
        outcome.message = done.stderr.strip()[-400:]
    return outcome


def read_answer(outcome: Outcome, answer: dict[str, Any], returncode: int) -> None:
    """Take the figures out of the JSON that the command printed."""
    operations: dict[str, int] = answer.get("operations") or {}
    outcome.made = operations.get("made", 0)
    outcome.there = operations.get("there", 0)
    diagnostics: list[dict[str, Any]] = answer["diagnostics"]
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
    """Import every module of a client in a fresh process."""
    source = outcome.folder / "src"
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
    """Run the tests that come with a client."""
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


def check_types(outcomes: list[Outcome], checker: str) -> None:
    """Run a type checker over all imported clients, a batch at a time."""
    clients = [outcome for outcome in outcomes if outcome.imported]
    for start in range(0, len(clients), BATCH):
        batch = clients[start : start + BATCH]
        folders = [str((item.folder / "src").resolve()) for item in batch]
        lines = run_mypy(folders) if checker == "mypy" else run_pyright(folders)
        for outcome in batch:
            name = f"{outcome.folder.name}{os.sep}src{os.sep}"
            outcome.findings[checker] = [line for line in lines if name in line]


def run_mypy(folders: list[str]) -> list[str]:
    """Return the errors of mypy --strict."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file",
            os.devnull,
            "--cache-dir",
            str(Path(folders[0]).parents[1] / ".mypy_cache"),
            *folders,
        ],
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return [line for line in done.stdout.splitlines() if ": error:" in line]


def run_pyright(folders: list[str]) -> list[str]:
    """Return the errors of pyright in strict mode."""
    config = Path(folders[0]).parents[1] / "pyrightconfig.json"
    settings = {"include": folders, "typeCheckingMode": "strict"}
    settings["pythonVersion"] = "3.11"
    config.write_text(json.dumps(settings))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pyright",
            "--project",
            str(config),
            "--pythonpath",
            sys.executable,
        ],
        capture_output=True,
        check=False,
        text=True,
    )
    return [line for line in done.stdout.splitlines() if re.search(r" - error: ", line)]
