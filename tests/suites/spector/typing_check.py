"""Type check of the calls against the generated clients."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.folders import folder_contents

from .install import cache_folder

_CALLS: Final = Path(__file__).parent / "calls"
_HELPERS: Final = ("__init__.py", "assets.py", "install.py", "scenario.py")
_LOCATION: Final = re.compile(r"([^:]+):(\d+): error: ")
_ignored: Final = shutil.ignore_patterns("__pycache__")
_IGNORED: Final = re.compile(r"^# mypy: ignore-errors\n", re.MULTILINE)
_RUNTIME: Final = re.compile(r"^( *from )\.+_runtime\b", re.MULTILINE)


@dataclass(frozen=True)
class TypeProblem:
    """An error of mypy.

    Attributes:
        scenario: The scenario whose call it concerns; empty outside of calls.
        message: The line that mypy prints.
    """

    scenario: str
    message: str


def check_calls(clients: Path) -> list[TypeProblem]:
    """Return the problems that mypy --strict finds in the call files.

    Many clients contain the same runtime. Each distinct one is checked once.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for client in sorted(clients.iterdir()):
            _copy_client(client / "src" / client.name, folder)
        copy = folder / "tests" / "suites" / "spector"
        shutil.copytree(_CALLS, copy / "calls", ignore=_ignored)
        for name in _HELPERS:
            shutil.copy(_CALLS.parent / name, copy)
        for path in copy.rglob("*.py"):
            path.write_text(_IGNORED.sub("", path.read_text("utf-8")), "utf-8")
        options = ["--strict", "--config-file", os.devnull, "--no-error-summary"]
        options += ["--explicit-package-bases", "--hide-error-context"]
        options += ["--cache-dir", str(cache_folder() / "mypy")]
        done = subprocess.run(
            [sys.executable, "-m", "mypy", *options, "tests"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        errors = [line for line in done.stdout.splitlines() if " note: " not in line]
        if done.returncode and not errors:
            errors = [done.stderr[-2000:]]
        return [TypeProblem(_find_scenario(folder, line), line) for line in errors]


def _find_scenario(folder: Path, message: str) -> str:
    """Return the scenario of the call in the line of an error."""
    found = _LOCATION.match(message)
    if found is None:
        return ""
    tree = ast.parse((folder / found[1]).read_text("utf-8"))
    line = int(found[2])
    functions = {
        node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)
    }
    for table in (node for node in ast.walk(tree) if isinstance(node, ast.Dict)):
        for key, value in zip(table.keys, table.values, strict=True):
            if not isinstance(key, ast.Constant) or not isinstance(key.value, str):
                continue
            call: ast.AST = value
            first = key.lineno
            if isinstance(value, ast.Name) and value.id in functions:
                call = functions[value.id]
                first = functions[value.id].lineno
            elif not isinstance(value, ast.Lambda):
                continue
            if first <= line <= getattr(call, "end_lineno", 0):
                return key.value
    return ""


def _copy_client(package: Path, folder: Path) -> None:
    contents = folder_contents(package / "_runtime")
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(name.encode() + content)
    runtime = f"runtime_{digest.hexdigest()[:8]}"
    if not (folder / runtime).exists():
        shutil.copytree(package / "_runtime", folder / runtime)
    copy = folder / package.name
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("_runtime"))
    for path in copy.rglob("*.py"):
        text = path.read_text("utf-8")
        path.write_text(_RUNTIME.sub(rf"\1{runtime}", text), "utf-8")
