"""Type checkers over many clients, in batches that fit into memory."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outcome import Outcome

BATCH_LINES = 150_000
"""Lines of Python per run of a checker. A larger client is a batch of its own."""

BATCH_CLIENTS = 25
BATCH_SECONDS = 1800.0


class CheckerError(Exception):
    """Raised if a type checker fails."""


def make_batches(clients: Sequence[Outcome]) -> list[list[Outcome]]:
    """Return clients in batches of bounded size."""
    batches: list[list[Outcome]] = []
    lines = 0
    for client in clients:
        is_full = bool(batches) and (
            lines + client.lines > BATCH_LINES or len(batches[-1]) >= BATCH_CLIENTS
        )
        if not batches or is_full:
            batches.append([])
            lines = 0
        batches[-1].append(client)
        lines += client.lines
    return batches


def check_types(
    outcomes: Sequence[Outcome], checker: str, mode: str = "strict"
) -> None:
    """Run a type checker over all imported clients that it has not checked yet.

    Args:
        outcomes: Results whose `findings` are extended.
        checker: `mypy` or `pyright`.
        mode: Mode of pyright, `standard` or `strict`; mypy is always strict.
    """
    clients = [item for item in outcomes if item.imported]
    pending = make_batches([item for item in clients if checker not in item.findings])
    while pending:
        batch = pending.pop(0)
        folders = [str((item.folder / "src").resolve()) for item in batch]
        try:
            lines = (
                run_mypy(folders) if checker == "mypy" else run_pyright(folders, mode)
            )
        except CheckerError as error:
            if len(batch) == 1:
                batch[0].findings[checker] = [f"the checker did not end: {error}"]
            else:  # out of memory or time; try the halves
                middle = len(batch) // 2
                pending[:0] = [batch[:middle], batch[middle:]]
            continue
        for outcome in batch:
            name = f"{outcome.folder.name}{os.sep}src{os.sep}"
            outcome.findings[checker] = [line for line in lines if name in line]


def run_mypy(folders: list[str]) -> list[str]:
    """Return the errors of mypy --strict.

    Raises:
        CheckerError: If it crashed or timed out.
    """
    cache = Path(folders[0]).parents[1] / ".mypy_cache"
    command = [
        "mypy",
        "--strict",
        "--config-file",
        os.devnull,
        "--cache-dir",
        str(cache),
    ]
    done = _run([*command, *folders])
    if done.returncode not in {0, 1}:
        raise CheckerError(done.stdout[-500:] + done.stderr[-500:])
    return [line for line in done.stdout.splitlines() if ": error:" in line]


def run_pyright(folders: list[str], mode: str) -> list[str]:
    """Return the errors of pyright.

    Raises:
        CheckerError: If it crashed or timed out.
    """
    root = Path(folders[0]).parents[1]
    config = root / "pyrightconfig.json"
    # pyright ignores absolute paths and then checks all files below its configuration.
    include = [os.path.relpath(folder, root) for folder in folders]
    settings = {"include": include, "typeCheckingMode": mode, "pythonVersion": "3.11"}
    config.write_text(json.dumps(settings))
    command = ["pyright", "--project", str(config), "--pythonpath", sys.executable]
    done = _run(command)
    if done.returncode not in {0, 1}:
        raise CheckerError(done.stdout[-500:] + done.stderr[-500:])
    return [line for line in done.stdout.splitlines() if re.search(r" - error: ", line)]


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            [sys.executable, "-m", *command],
            capture_output=True,
            check=False,
            text=True,
            timeout=BATCH_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise CheckerError(f"not module_with {BATCH_SECONDS:.0f} s") from error
