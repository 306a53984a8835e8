"""`sdksmith diff`: documents, git revisions and folders; formats and exit codes."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
import sdksmith

from tests.commands.command_line import CLEAN, run

REMOVED = CLEAN.replace("/parcels:", "/letters:")
GROWN = CLEAN.replace(
    "    get:\n",
    "    get:\n      parameters: [{name: size, in: query, type: integer}]\n",
)


@pytest.fixture
def removed(tmp_path: Path) -> Path:
    path = tmp_path / "removed.yaml"
    path.write_text(REMOVED)
    return path


@pytest.fixture
def grown(tmp_path: Path) -> Path:
    path = tmp_path / "grown.yaml"
    path.write_text(GROWN)
    return path


def test_equal_documents(spec: Path) -> None:
    done = run("diff", spec, spec, "--fail-on", "any")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "none: 0 breaking, 0 compatible, 0 in requests\n"


def test_text(spec: Path, removed: Path) -> None:
    done = run("diff", spec, removed)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "Breaking changes (1)\n\n"
        "  client.parcels.list: method is removed\n"
        "    - parcels.list() -> list[str]\n"
        f"    {spec}:7:5\n\n"
        "New and compatible (1)\n\n"
        "  client.letters.list: method is new\n\n"
        "major: 1 breaking, 1 compatible, 0 in requests\n"
    )


def test_json(spec: Path, grown: Path) -> None:
    report = json.loads(run("diff", spec, grown, "--format", "json").stdout)
    (change,) = report.pop("changes")
    assert report == {
        "wire": [],
        "verdict": "minor",
        "old_version": "0.1.0",
        "new_version": "0.1.0",
        "breaking": 0,
        "compatible": 1,
        "internal": 0,
    }
    assert change == {
        "rule": "added-argument",
        "impact": "compatible",
        "subject": "client.parcels.list",
        "message": "argument `size` is new",
        "old": None,
        "new": "size: int | Omit = omit",
        "pointer": "/paths/~1parcels/get",
        "file": str(grown),
        "line": 7,
        "column": 5,
    }


def test_markdown(spec: Path, removed: Path) -> None:
    assert run("diff", spec, removed, "--format", "markdown").stdout == (
        "### Breaking changes\n\n- `client.parcels.list`: method is removed\n\n"
        "### New and compatible\n\n- `client.letters.list`: method is new\n"
    )


@pytest.mark.parametrize(
    ("new", "fail_on", "code"),
    [
        ("removed", "breaking", 4),
        ("removed", "any", 4),
        ("grown", "breaking", 0),
        ("grown", "any", 4),
    ],
)
@pytest.mark.usefixtures("removed", "grown")
def test_exit_code(
    spec: Path, tmp_path: Path, new: str, fail_on: str, code: int
) -> None:
    done = run("diff", spec, tmp_path / f"{new}.yaml", "--fail-on", fail_on)
    assert done.exit_code == code


def test_folder_of_a_client(spec: Path, grown: Path, tmp_path: Path) -> None:
    run("generate", spec, "-o", tmp_path / "out")
    done = run("diff", tmp_path / "out", grown)
    assert done.exit_code == 0
    assert done.stdout.endswith("minor: 0 breaking, 1 compatible, 0 in requests\n")
    assert run("diff", tmp_path / "out", spec).stdout.startswith("none: ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, " has no .sdksmith.surface.json; compare its document instead"),
        ("{", " is damaged: "),
        ("[]", " is damaged: "),
        ('{"format": 2}', " was written by another version of sdksmith"),
        ('{"format": 1}', " is damaged: Object missing required field `package`"),
        ("[" * 100_000, " is damaged: "),
    ],
)
def test_folder_without_a_surface(
    spec: Path, tmp_path: Path, content: str | None, message: str
) -> None:
    folder = tmp_path / "client"
    folder.mkdir()
    if content is not None:
        (folder / ".sdksmith.surface.json").write_text(content)
    done = run("diff", folder, spec)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_revision_of_git(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = tmp_path / "repository"
    (repository / "api").mkdir(parents=True)
    document = repository / "api" / "spec.yaml"
    document.write_text(CLEAN)
    (repository / "api" / "sdksmith.toml").write_text('package = "boxes"\n')
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    author = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    for command in (
        ["init", "-q"],
        ["add", "."],
        [*author, "commit", "-q", "-m", "first"],
    ):
        subprocess.run(["git", *command], cwd=repository, check=True, env=environment)
    document.write_text(GROWN)
    (repository / "api" / "sdksmith.toml").write_text('package = "parcels"\n')
    monkeypatch.chdir(repository / "api")
    done = run("diff", "HEAD:api/spec.yaml", "spec.yaml")
    assert "package: package is renamed\n    - boxes\n    + parcels\n" in done.stdout
    assert "client.parcels.list: argument `size` is new" in done.stdout
    for text, message in (
        ("HEAD:api/missing.yaml", "revision `HEAD` has no file `api/missing.yaml`"),
        ("nothing:api/spec.yaml", "not a valid object name"),
        ("--output=x:api/spec.yaml", "`--output=x` is not a revision of git"),
    ):
        done = run("diff", "--", text, "spec.yaml")
        assert done.exit_code == 2
        assert message in done.stderr
        assert not (repository / "x").exists()


def test_unusable_document(spec: Path, tmp_path: Path) -> None:
    done = run("diff", tmp_path / "missing.yaml", spec)
    assert done.exit_code == 1
    assert "missing.yaml" in done.stderr


def test_check_lists_what_changes_for_callers(spec: Path, tmp_path: Path) -> None:
    run("generate", spec, "-o", tmp_path / "out")
    spec.write_text(REMOVED)
    done = run("generate", spec, "-o", tmp_path / "out", "--check")
    assert done.exit_code == 3
    assert done.stderr.endswith(
        "breaking: client.parcels.list: method is removed\n"
        "compatible: client.letters.list: method is new\n"
    )


def test_function(spec: Path, grown: Path) -> None:
    found = sdksmith.compare(spec, grown)
    assert found.verdict is sdksmith.Verdict.MINOR
    assert [change.impact for change in found.changes] == [sdksmith.Impact.COMPATIBLE]
