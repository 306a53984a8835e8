"""YAML documents neither create objects nor use up time and memory."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.fuzz.hostile import CANARY_FILE
from tests.fuzz.running import run_document

HEAD = "openapi: 3.1.0\ninfo: {title: Harbour, version: '1'}\n"
PATHS = "paths: {/a: {get: {responses: {200: {description: Done.}}}}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "tagged",
    [
        f"!!python/object/apply:pathlib.Path.touch ['{CANARY_FILE}']",
        f"!!python/object/apply:os.system ['touch {CANARY_FILE}']",
        f"!!python/object/new:os.system ['touch {CANARY_FILE}']",
        f"!!python/object/apply:subprocess.check_output [['touch', '{CANARY_FILE}']]",
        f"!!python/object/apply:builtins.eval [\"open('{CANARY_FILE}', 'w')\"]",
        "!!python/name:os.system",
        "!!python/module:os",
        f"!!javax.script.ScriptEngineManager [!!java.net.URL ['file:{CANARY_FILE}']]",
        f"!ruby/object:Gem::Installer\n  i: {CANARY_FILE}",
    ],
)
def test_yaml_tags_create_no_objects(folder: Path, tagged: str) -> None:
    for text in (
        f"{HEAD}{PATHS}x: {tagged}\n",
        f"{HEAD}{PATHS}? {tagged}\n: 1\n",
        tagged,
    ):
        outcome = run_document("api.yaml", text.encode(), folder)
        assert outcome.failures == ()
    assert not Path(CANARY_FILE).exists()


def bomb(levels: int, width: int, kind: str) -> str:
    """Return a document whose aliases stand for `width ** levels` values."""
    lines = ["x-a0: &a0 [lol]" if kind == "list" else "x-a0: &a0 {k: lol}"]
    for level in range(1, levels):
        alias = f"*a{level - 1}"
        if kind == "list":
            value = "[" + ", ".join([alias] * width) + "]"
        elif kind == "map":
            value = "{" + ", ".join(f"k{n}: {alias}" for n in range(width)) + "}"
        else:
            value = "{<<: [" + ", ".join([alias] * width) + f"], m{level}: 1}}"
        lines.append(f"x-a{level}: &a{level} {value}")
    return HEAD + PATHS + "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", ["list", "map", "merge"])
@pytest.mark.parametrize(("levels", "width"), [(10, 10), (40, 2), (4, 200)])
def test_yaml_aliases_do_not_multiply(
    folder: Path, kind: str, levels: int, width: int
) -> None:
    started = time.process_time()
    outcome = run_document("api.yaml", bomb(levels, width, kind).encode(), folder)
    assert outcome.failures == ()
    assert time.process_time() - started < 3
