"""What callers of an old client experience with a new one, and whether `diff` says so.

The callers are the smoke tests of the old client. pyright type-checks them and pytest runs
them against the new client. Each call that fails must be reported.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from sdksmith import Settings, generate
from sdksmith.diff.reach import find_reach
from sdksmith.diff.run import compare
from sdksmith.diff.store import read_folder
from sdksmith.diff.surface import Surface
from sdksmith.report.changes import Comparison, Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = "judged"
_CALL = re.compile(r"client\.([\w.]+)\(")


class Failure(Struct, frozen=True):
    """A caller that fails with the new client.

    Attributes:
        judge: `pyright` or `pytest`.
        call: The call of the old client without `client.`; empty if it is not known.
        message: What the judge says.
    """

    judge: str
    call: str
    message: str


class Judgement(Struct, frozen=True):
    """Result for two releases.

    Attributes:
        found: What `diff` reports.
        calls: Number of calls that were judged.
        failures: The callers that fail.
        missed: Those that `diff` does not report as breaking.
        shown: Those in `missed` whose request has changed as `diff` reports.
    """

    found: Comparison
    calls: int
    failures: tuple[Failure, ...]
    missed: tuple[Failure, ...]
    shown: tuple[Failure, ...]


def judge(old: Path, new: Path, folder: Path) -> Judgement:
    """Generate the clients of two documents in a folder, and judge the second one.

    Args:
        old: The document of the old client.
        new: The document of the new client.
        folder: An empty folder.
    """
    settings = Settings(package=_PACKAGE)
    generate(old, folder / "old", settings, use_cache=False)
    generate(new, folder / "new", settings, use_cache=False)
    found = compare(folder / "old", folder / "new")
    tests = folder / "tests"
    shutil.copytree(folder / "old" / "tests", tests)
    calls = dict(_read_calls(tests))
    failures = (
        *_check_types(tests, folder / "new" / "src", calls),
        *_run(tests, folder / "new" / "src", calls),
    )
    surface = read_folder(folder / "old")
    breaking = {
        item.subject for item in found.changes if item.impact is Impact.BREAKING
    }
    missed = tuple(x for x in failures if not _is_reported(x, surface, breaking))
    requests = {item.subject for item in found.wire}
    shown = tuple(
        item
        for item in missed
        if f"client.{item.call}" in requests or "Client" in requests
    )
    return Judgement(found, len(calls), failures, missed, shown)


def _read_calls(tests: Path) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield file and line of each call in the smoke tests, with the call."""
    for path in sorted(tests.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Lambda):
                match = _CALL.match(ast.unparse(node.body))
                if match:
                    for line in range(node.lineno, (node.end_lineno or 0) + 1):
                        yield (path.name, line), match[1]


def _check_types(
    tests: Path, source: Path, calls: dict[tuple[str, int], str]
) -> Iterator[Failure]:
    config = {
        "include": [str(tests)],
        "extraPaths": [str(source)],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    path = tests.parent / "pyrightconfig.json"
    path.write_text(json.dumps(config))
    done = subprocess.run(
        ["pyright", "-p", path, "--outputjson", "--pythonpath", sys.executable],
        capture_output=True,
        text=True,
        check=False,
    )
    for item in json.loads(done.stdout)["generalDiagnostics"]:
        if item["severity"] == "error":
            place = (Path(item["file"]).name, item["range"]["start"]["line"] + 1)
            if place in calls:  # others are consequences, such as unknown lambdas
                yield Failure("pyright", calls[place], item["message"])


def _run(
    tests: Path, source: Path, calls: dict[tuple[str, int], str]
) -> Iterator[Failure]:
    report = tests.parent / "report.json"
    plugin = tests.parent / "judge_plugin.py"
    plugin.write_text(_PLUGIN)
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "judge_plugin", tests],
        cwd=tests.parent,
        env={
            "PYTHONPATH": f"{source}:{tests.parent}",
            "JUDGE_REPORT": str(report),
            "PATH": "",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        check=False,
    )
    results: list[dict[str, Any]] = json.loads(report.read_text())
    for item in results:
        call = calls.get((item["file"], item["line"]), "")
        yield Failure("pytest", call, item["message"])


_PLUGIN = """
import json
import os

failed = []


def pytest_runtest_makereport(item, call):
    if call.excinfo is not None and call.when == "call":
        function = item.callspec.params.get("call") if hasattr(item, "callspec") else None
        code = getattr(function, "__code__", None)
        failed.append(
            {
                "file": item.path.name,
                "line": code.co_firstlineno if code else 0,
                "message": str(call.excinfo.value)[:300],
            }
        )


def pytest_sessionfinish():
    with open(os.environ["JUDGE_REPORT"], "w") as stream:
        json.dump(failed, stream)
"""


def _is_reported(failure: Failure, old: Surface, breaking: set[str]) -> bool:
    method = old.methods.get(failure.call)
    if method is None:
        return f"client.{failure.call}" in breaking
    alone = Surface("", "", "", methods={failure.call: method}, types=old.types)
    reach = find_reach(alone)
    parts = {subject.rpartition(".")[0] for subject in breaking}
    subjects = {f"client.{failure.call}", "Client", *reach.sent, *reach.received}
    return not subjects.isdisjoint(breaking | parts)
