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

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[1]
TEMPLATES: Final = ROOT / "templates"
_SHARED_RUNTIME: Final = "shared_runtime"
_COMPOSED: Final = frozenset({"__init__", "client", "async_client"})
"""Modules of the runtime that depend on the features of the client."""
_OWN: Final = _COMPOSED | {"resource"}
"""Modules that each client keeps: resources refer to its own `BaseClient`."""
_IMPORT: Final = re.compile(r"^( *from )\.([a-z_.]+)( import )", re.MULTILINE)


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
    folder.mkdir(exist_ok=True)
    run_tool("ruff", "check", "--no-cache", *clients, cwd=folder)
    check_types([next((item / "src").iterdir()) for item in clients], folder / "types")
    tested = [client for client in clients if (client / "tests").exists()]
    run_smoke_tests(tested, folder / "smoke")


def check_types(packages: Sequence[Path], folder: Path) -> None:
    """Check the types of packages with mypy and pyright, both in strict mode.

    Clients contain parts of the same runtime. Checking each copy takes several times as
    long as checking the generated modules, so the copied packages share one that has all
    parts, except for the modules that depend on the features of a client. `.ci/run` checks
    all of its modules with pyright.
    """
    copy_packages(packages, folder)
    run_tool("mypy", "--strict", "--config-file", os.devnull, ".", cwd=folder)
    options = {
        "include": [package.name for package in packages],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(options))
    run_tool("pyright", "--pythonpath", sys.executable, cwd=folder)


def copy_packages(packages: Sequence[Path], folder: Path) -> None:
    """Copy packages to a new folder, with one runtime that they share."""
    folder.mkdir()
    shutil.copytree(TEMPLATES / "runtime", folder / _SHARED_RUNTIME)
    for package in packages:
        shutil.copytree(package, folder / package.name)
        _share_runtime(folder / package.name / "_runtime")


def _share_runtime(runtime: Path) -> None:
    """Replace the modules of a runtime by those of the shared one."""
    for path in sorted(runtime.rglob("*.py")):
        name = path.relative_to(runtime).with_suffix("").as_posix()
        if name not in _COMPOSED:
            source = TEMPLATES / "runtime" / f"{name}.py"
            assert path.read_bytes() == source.read_bytes(), path
        if name in _OWN:
            text = path.read_text("utf-8")
            path.write_text(_IMPORT.sub(_import_shared, text), "utf-8")
        else:
            path.unlink()


def _import_shared(match: re.Match[str]) -> str:
    """Return an import of a runtime with the shared module, unless it has its own."""
    start, module, end = match.groups()
    own = module in _OWN
    return (
        f"{start}.{module}{end}" if own else f"{start}{_SHARED_RUNTIME}.{module}{end}"
    )


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
