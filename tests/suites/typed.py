"""Type checks of the calls of a suite."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Findings: TypeAlias = dict[str, list[str]]
"""Name of a test -> errors in it. Errors outside tests have the name of the module."""

_CALLS: Final = '''\
"""What `calls.py` contains, for the generated client alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from {package} import Client

T = TypeVar("T")


class Calls:
    package: Any

    def __call__(self, step: Callable[[Client], T], **options: object) -> T:
        raise NotImplementedError

    def fields(self, value: object) -> dict[str, Any]:
        raise NotImplementedError

    def items(self, step: Callable[[Client], Iterable[T]], **options: object) -> list[T]:
        raise NotImplementedError
'''
_ERROR: Final = re.compile(r"[^\n]*?(\w+)\.py:(\d+):[^\n]*? error: ([^\n]*)")


def find_errors(tool: str, suite: Path, source: Path, folder: Path) -> Findings:
    """Check the tests of a suite against a generated client.

    Args:
        tool: "mypy" or "pyright"; both in strict mode.
        suite: Folder of the suite.
        source: Folder of the client's sources.
        folder: An empty folder.
    """
    steps = folder / "steps"
    steps.mkdir()
    (package,) = source.iterdir()
    for path in [suite / "__init__.py", *suite.glob("test_*.py")]:
        if path.name != "test_types.py":
            text = path.read_text("utf-8")
            text = text.replace("from tests.suites.calls", "from .calls")
            (steps / path.name).write_text(text, encoding="utf-8")
    if (suite / "routes").is_dir():
        shutil.copytree(suite / "routes", steps / "routes")
    (steps / "calls.py").write_text(_CALLS.format(package=package.name))
    output = _run(tool, folder, source)
    findings: Findings = {}
    for module, line, message in _ERROR.findall(output):
        name = _function_at(steps / f"{module}.py", int(line))
        findings.setdefault(name, []).append(message)
    return findings


def _run(tool: str, folder: Path, source: Path) -> str:
    if tool == "mypy":
        arguments = ["--strict", "--config-file", os.devnull, "--follow-imports=silent"]
        paths = [str(path) for path in folder.glob("steps/*.py")]
        arguments += ["--no-error-summary", *paths]
    else:
        options = {
            "include": ["steps"],
            "exclude": ["steps/routes", "steps/application"],
        }
        strict = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
        options_file = folder / "pyrightconfig.json"
        settings = {**options, **strict, "extraPaths": [str(source)]}
        options_file.write_text(json.dumps(settings))
        arguments = ["--pythonpath", sys.executable]
    done = subprocess.run(
        [sys.executable, "-m", tool, *arguments],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done.stdout


def _function_at(path: Path, line: int) -> str:
    """Return the name of the function of a module that contains a line."""
    nodes = ast.parse(path.read_text("utf-8")).body
    starts = [node.lineno for node in nodes]
    node = nodes[max(bisect_right(starts, line) - 1, 0)]
    return node.name if isinstance(node, ast.FunctionDef) else path.stem
