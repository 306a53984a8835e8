"""Modules that a run must not import, because only other runs need them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM: Final = """
import json, sys
from sdksmith.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps([*sys.modules]), file=sys.stderr)
"""
STAGES: Final = {
    *("bundle", "repair", "validate", "upgrade", "model", "plan", "render"),
    *("checks", "load.loading", "output.write", "workers.pool"),
}
LIBRARIES: Final = {
    *("black", "email", "httpx2", "jinja2", "jsonschema_rs", "pickle", "pydantic"),
    *("openapi_spec_validator", "random", "rich", "subprocess", "tomllib", "yaml"),
}


def modules_of(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a command imports, and the packages that contain them."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env={**os.environ, "SDKSMITH_CACHE_DIR": str(folder / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stderr.splitlines()[-1])
    return {name.removeprefix("sdksmith.") for name in names}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_imports_neither_stages_nor_libraries(tmp_path: Path, option: str) -> None:
    imported = modules_of(tmp_path, option)
    assert "cli.app" in imported
    assert imported & (STAGES | LIBRARIES | {"msgspec", "hashlib"}) == set()


def test_runs_import_only_what_they_need(tmp_path: Path) -> None:
    document = {
        "swagger": "2.0",
        "info": {"title": "Parcels", "version": "1"},
        "host": "parcels.example.com",
        "schemes": ["https"],
        "paths": {"/parcels": {"get": {"responses": {"200": {"description": "Ok."}}}}},
    }
    (tmp_path / "spec.json").write_text(json.dumps(document))
    command = ("generate", "spec.json", "-o", "out")
    first = modules_of(tmp_path, *command)
    assert first >= STAGES
    unneeded = {"black", "httpx2", "openapi_spec_validator", "pydantic", "rich", "yaml"}
    assert first & unneeded == set()
    again = modules_of(tmp_path, *command)
    assert "cache.runs" in again
    assert again & (STAGES | LIBRARIES) == set()
