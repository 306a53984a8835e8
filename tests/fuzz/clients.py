"""Checks of whole clients: import, types, build and smoke tests."""

from __future__ import annotations

import importlib
import math
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import time
import traceback
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.checking import copy_packages, run_smoke_tests, run_tool
from tests.fuzz.hostile import CANARY_FILE
from tests.fuzz.outcome import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TYPE_ERROR: Final = re.compile(
    r"(?P<package>\w+)/.*: error: (?P<message>.*?)(?P<code>\[[\w-]+\])?", re.ASCII
)


def package_of(client: Path) -> Path:
    """Return the folder of the package of a client."""
    return next(path for path in (client / "src").iterdir() if path.is_dir())


def check_import(client: Path) -> tuple[Failure, ...]:
    """Import all modules of a client in a fork of this process, and return failures."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        os.close(reading)
        try:
            error = _import_all(package_of(client))
        except BaseException:  # noqa: BLE001 -- a fork must not return
            error = traceback.format_exc()
        with os.fdopen(writing, "wb") as stream:
            stream.write(error.encode("utf-8", "replace"))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        text = stream.read().decode()
    os.waitpid(process, 0)
    return (Failure(f"import: {_last_line(text)}", text[-3000:]),) if text else ()


def _import_all(package: Path) -> str:
    """Import a package and its modules; return the traceback of an error."""
    warnings.simplefilter("error")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(package.parent))
    try:
        module = importlib.import_module(package.name)
        for info in pkgutil.walk_packages(module.__path__, f"{package.name}."):
            importlib.import_module(info.name)
        for name in vars(module).get("__all__", ()):
            getattr(module, name)
    except Exception:  # noqa: BLE001 -- any error of a client is a fault
        return traceback.format_exc()
    return "code of the document was executed" if Path(CANARY_FILE).exists() else ""


def _last_line(text: str) -> str:
    """Return the error of a traceback without names that differ between documents."""
    line = text.strip().splitlines()[-1] if text.strip() else ""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "...", line)[:120]


def check_types(
    clients: Sequence[Path], folder: Path, end: float
) -> Iterator[tuple[Path, Failure]]:
    """Run mypy over clients with different package names, and yield the failures.

    Args:
        clients: The clients.
        folder: Folder to create.
        end: Time (`time.monotonic`) after which the check is given up.

    Raises:
        subprocess.TimeoutExpired: If the time is over.
    """
    if not clients:
        return
    packages = {package_of(client).name: client for client in clients}
    copy_packages([package_of(client) for client in clients], folder)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=None if math.isinf(end) else max(end - time.monotonic(), 1),
    )
    found = False
    for line in done.stdout.splitlines():
        match = _TYPE_ERROR.fullmatch(line)
        if match and match["package"] in packages:
            found = True
            yield packages[match["package"]], Failure(f"mypy {match['code']}", line)
    if done.returncode and not found:
        yield clients[0], Failure("mypy fails", (done.stdout + done.stderr)[-3000:])


def check_build(client: Path, folder: Path) -> Iterator[Failure]:
    """Build a client and run its smoke tests, and yield the failures."""
    copied = folder / "client"
    shutil.copytree(client, copied)
    try:
        run_tool("build", "--no-isolation", "--outdir", folder / "dist", cwd=copied)
    except AssertionError as error:
        yield Failure("build fails", str(error)[-3000:])
    if (client / "tests").exists():
        try:
            run_smoke_tests([client], folder / "smoke")
        except AssertionError as error:
            yield Failure("smoke tests fail", str(error)[-5000:])
