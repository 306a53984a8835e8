"""Checks of generated clients with strict settings."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.folders import folder_contents

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[1]
TEMPLATES: Final = ROOT / "templates"
_RUNTIME_IMPORT: Final = re.compile(r"^( *from )\.+_runtime\b", re.MULTILINE)
_SHARED_RUNTIME: Final = "shared_runtime"
_COMPOSED: Final = frozenset({"__init__.py", "client.py", "async_client.py"})
"""Modules of the runtime that depend on the features of the client."""


def run_tool(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a Python module and return its output; fail with the output on an error."""
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[:5000]
    return done.stdout


def check_clients(clients: Sequence[Path], folder: Path) -> None:
    """Format, lint, type-check and test clients.

    Args:
        clients: Output folders, of packages with different names.
        folder: An empty folder.
    """
    check_format(clients)
    check_code(clients, folder)


def check_format(places: Sequence[Path]) -> None:
    """Check the format of files or folders with black.

    `.ci/run` checks the format of the runtime, in `templates/runtime`.
    """
    run_tool("black", "--check", "-q", "--extend-exclude=/_runtime/", *places, cwd=ROOT)


def check_code(clients: Sequence[Path], folder: Path) -> None:
    """Lint, type-check and test clients. See `check_clients`."""
    run_tool("ruff", "check", "--no-cache", *clients, cwd=folder)
    check_types([next((item / "src").iterdir()) for item in clients], folder / "types")
    tested = [client for client in clients if (client / "tests").exists()]
    run_smoke_tests(tested, folder / "smoke")


def check_types(packages: Sequence[Path], folder: Path) -> None:
    """Check the types of packages with mypy and pyright, both in strict mode.

    Clients contain parts of the same runtime. Checking each copy takes several times as
    long as checking the generated modules, so the copied packages share one that has all
    parts. `tests/features` checks clients with their own runtime.
    """
    folder.mkdir()
    runtime = folder_contents(TEMPLATES / "runtime")
    shutil.copytree(TEMPLATES / "runtime", folder / _SHARED_RUNTIME)
    for package in packages:
        for name, data in folder_contents(package / "_runtime").items():
            assert name in _COMPOSED or data == runtime[name], (package, name)
        copy = folder / package.name
        shutil.copytree(package, copy, ignore=shutil.ignore_patterns("_runtime"))
        for path in copy.rglob("*.py"):
            text = path.read_text("utf-8")
            path.write_text(_RUNTIME_IMPORT.sub(rf"\1{_SHARED_RUNTIME}", text), "utf-8")
    run_tool("mypy", "--strict", "--config-file", os.devnull, ".", cwd=folder)
    options = {
        "include": ["."],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(options))
    run_tool("pyright", "--pythonpath", sys.executable, cwd=folder)


def run_smoke_tests(clients: Sequence[Path], folder: Path) -> None:
    """Run the smoke tests of clients in one process."""
    for number, client in enumerate(clients):
        # Test modules are named after their folders, which must not hide the packages.
        shutil.copytree(client / "tests", folder / f"client-{number}" / "tests")
    sources = os.pathsep.join(str(client / "src") for client in clients)
    run_tool(
        "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "error",
        "--import-mode=importlib", "--rootdir", folder, "-c", os.devnull, ".",
        cwd=folder, PYTHONPATH=sources,
    )  # fmt: skip
