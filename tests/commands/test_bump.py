"""`sdksmith generate --bump`: a history of releases."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.commands.command_line import CLEAN, run

LETTERS = CLEAN.partition("paths:\n")[2].replace("/parcels:", "/letters:")
SIZED = CLEAN.replace(
    "    get:\n",
    "    get:\n      parameters: [{name: size, in: query, type: integer}]\n",
)
REQUIRED = SIZED.replace("type: integer}", "type: integer, required: true}")

HISTORY = (
    (CLEAN, "0.1.0"),
    (CLEAN, "0.1.0"),
    (SIZED, "0.1.1"),  # a new argument
    (SIZED + LETTERS, "0.1.2"),  # a new method
    (SIZED, "0.2.0"),  # a method is gone
    (REQUIRED, "0.3.0"),  # an argument is required
    (SIZED, "0.3.1"),  # and optional again
    (SIZED.replace("type: string", "type: integer"), "0.4.0"),  # another result
    (SIZED.replace("parcels.example.com", "example.com"), "0.5.0"),
    (SIZED + LETTERS, "0.5.1"),
)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "sdksmith.toml"
    path.write_text('# Client of the parcels API\npackage = "parcels"  # import name\n')
    return path


def version_of(folder: Path) -> str:
    project = tomllib.loads((folder / "pyproject.toml").read_text())
    return str(project["project"]["version"])


def test_history(spec: Path, settings: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for text, version in HISTORY:
        spec.write_text(text)
        done = run("generate", spec, "-o", out, "--bump")
        assert (done.exit_code, done.stderr) == (0, "")
        assert version_of(out) == version
        assert run("generate", spec, "-o", out, "--check").exit_code == 0
    assert settings.read_text() == (
        "# Client of the parcels API\n"
        'version = "0.5.1"\npackage = "parcels"  # import name\n'
    )
    changelog = (out / "CHANGELOG.md").read_text()
    headings = [line[3:] for line in changelog.splitlines() if line.startswith("## ")]
    assert headings == list(dict.fromkeys(version for _, version in HISTORY))[::-1]
    assert "## 0.3.0\n\n### Breaking changes\n\n- `client.parcels.list`: argument" in (
        changelog
    )
    assert changelog.endswith("## 0.1.0\n\nFirst release.\n")


@pytest.mark.usefixtures("settings")
def test_raised_version_is_reported(spec: Path, tmp_path: Path) -> None:
    run("generate", spec, "-o", tmp_path / "out", "--bump")
    spec.write_text(SIZED)
    done = run("generate", spec, "-o", tmp_path / "out", "--bump")
    assert "  version     0.1.0 -> 0.1.1\n" in done.stdout


def test_higher_version_of_the_user_is_kept(
    spec: Path, settings: Path, tmp_path: Path
) -> None:
    run("generate", spec, "-o", tmp_path / "out", "--bump")
    settings.write_text('version = "1.0"\n')
    spec.write_text(REQUIRED)
    run("generate", spec, "-o", tmp_path / "out", "--bump")
    assert version_of(tmp_path / "out") == "1.0"
    assert settings.read_text() == 'version = "1.0"\n'
    spec.write_text(CLEAN)
    run("generate", spec, "-o", tmp_path / "out", "--bump")
    assert version_of(tmp_path / "out") == "2.0.0"


def test_nothing_is_written_if_the_settings_cannot_be_changed(
    spec: Path, tmp_path: Path
) -> None:
    config = tmp_path / "pyproject.toml"
    config.write_text('[tool.sdksmith]\n"version" = "0.1.0"\n')
    arguments = ("generate", spec, "-o", tmp_path / "out", "--config", config)
    run(*arguments, "--bump")
    spec.write_text(REQUIRED)
    done = run(*arguments, "--bump")
    assert done.exit_code == 2
    assert done.stderr.endswith(
        '`version` is not on a line of its own; set it to "0.2.0"\n'
    )
    assert version_of(tmp_path / "out") == "0.1.0"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--bump", "--check"), "`bump` writes files, `check` does not"),
        (("--bump",), ""),
    ],
)
def test_invalid_use(
    spec: Path, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    source, text = (spec, None) if message else (Path("-"), CLEAN)
    done = run("generate", source, "-o", tmp_path / "out", *arguments, stdin=text)
    assert done.exit_code == 2
    assert (message or "--bump needs --config if SPEC is not a file") in done.stderr
