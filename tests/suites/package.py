"""Generate a client for a document, and import it."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sdksmith import Status, generate

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def make_package(document: dict[str, Any], folder: Path) -> Path:
    """Generate the client of a document; return the folder of its sources."""
    specification = folder / "openapi.json"
    specification.write_text(json.dumps(document), encoding="utf-8")
    result = generate(specification, folder / "client")
    assert result.status is Status.MADE
    assert result.operations_generated == operation_count(document)
    return folder / "client" / "src"


def operation_count(document: dict[str, Any]) -> int:
    """Return how many operations a document has."""
    verbs = {"get", "put", "post", "delete", "patch", "head", "options"}
    return sum(len(verbs & item.keys()) for item in document["paths"].values())


def import_package(source: Path) -> ModuleType:
    """Import the package in a folder of sources."""
    (package,) = source.iterdir()
    sys.path.insert(0, str(source))
    try:
        return import_module(package.name)
    finally:
        sys.path.remove(str(source))


def uncalled_methods(source: Path, suite: Path) -> set[str]:
    """Return the methods of a client that no test of a suite names."""
    page = (source.parent / "api.md").read_text("utf-8")
    methods = set(re.findall(r"(?m)^- `(client\.[\w.]+)\(", page))
    assert methods
    tests = "".join(path.read_text("utf-8") for path in suite.glob("test_*.py"))
    return methods - set(re.findall(r"\bclient\.[\w.]+\b", tests))
