"""Standard streams that are closed, full or limited to ASCII."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.command_line import CLEAN, run
from tests.output.files import snapshot

pytestmark = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs /dev/full"
)


def shell(
    arguments: str, folder: Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command with redirections of a shell, in a folder with `spec.yaml`."""
    (folder / "spec.yaml").write_text(CLEAN)
    command = f"{shlex.quote(sys.executable)} -m sdksmith {arguments}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_closed_streams_do_not_matter(tmp_path: Path) -> None:
    done = shell("generate spec.yaml -o out <&- >&- 2>&-", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "out" / "README.md").read_text().startswith("# ")


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
def test_closed_output_does_not_matter(tmp_path: Path, closed: str) -> None:
    done = shell(f"repair spec.yaml {closed}", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_closed_standard_input_is_an_empty_document(tmp_path: Path) -> None:
    done = shell("generate - -o out <&-", tmp_path)
    assert done.returncode == 1
    assert b"document is empty" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        "generate spec.yaml -o out --format json",
        "repair spec.yaml",
        "explain",
        "--help",
    ],
)
def test_full_disk_is_one_line(tmp_path: Path, arguments: str) -> None:
    done = shell(f"{arguments} > /dev/full", tmp_path)
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert last == b"standard output cannot be written: No space left on device"
    assert done.stderr.count(b"cannot be written") == 1
    assert b"Traceback" not in done.stderr


def test_full_standard_error_does_not_matter(tmp_path: Path) -> None:
    done = shell("repair missing 2> /dev/full", tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")


@pytest.mark.parametrize("arguments", ["explain", "--help"])
def test_broken_pipes_exit_with_141(tmp_path: Path, arguments: str) -> None:
    done = shell(f"{arguments} | true; exit ${{PIPESTATUS[0]}}", tmp_path)
    # The command can be faster than the other end of the pipe.
    assert done.returncode in (0, 141)
    assert b"Traceback" not in done.stderr


def test_ascii_locale_gives_the_same_files(tmp_path: Path) -> None:
    text = CLEAN.replace("Parcels", "Päckchen 包裹").replace(
        "get:\n", "get:\n      tags: [包裹]\n"
    )
    locale = {
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    (tmp_path / "päckchen.yaml").write_text(text, encoding="utf-8")
    done = shell("generate päckchen.yaml -o büro", tmp_path, **locale)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert (
        run("generate", tmp_path / "päckchen.yaml", "-o", tmp_path / "b").exit_code == 0
    )
    assert snapshot(tmp_path / "büro") == snapshot(tmp_path / "b")


HOSTILE = "\x1b[31m\x07\u202e\x9b"
ESCAPED = r"\x1b[31m\x07\u202e\x9b"


def test_control_sequences_are_escaped_everywhere(tmp_path: Path) -> None:
    folder = tmp_path / HOSTILE
    folder.mkdir()
    spec = folder / "spec.yaml"
    spec.write_text(CLEAN)
    settings = folder / "sdksmith.toml"
    escaped = str(tmp_path / ESCAPED)
    for text in (
        f"'{HOSTILE}' = 1", f"version = '{HOSTILE}'", f"[auth.'{HOSTILE}']\nx = 1"
    ):  # fmt: skip
        settings.write_text(text.replace("\x1b", "") + "\n", encoding="utf-8")
        done = run("generate", spec, "-o", folder / "out")
        assert done.exit_code == 2
        assert done.stderr.startswith(f"{escaped}/sdksmith.toml:")
        assert done.stderr.count("\n") == 1
        assert not set(HOSTILE) & set(done.output) - {"[", "3", "1", "m"}
    settings.unlink()
    runs = [
        run("generate", spec, "-o", folder / "out"),
        run("generate", spec, "-o", folder / "other", "--check"),
        run("generate", spec, "-o", spec),
        run("generate", folder / f"{HOSTILE}.yaml", "-o", folder / "out"),
        run("generate", folder, "-o", folder / "out"),
        run("explain", HOSTILE),
    ]
    assert [done.exit_code for done in runs] == [0, 3, 2, 1, 1, 2]
    for done in runs:
        assert done.output
        assert not set("\x1b\x07\u202e\x9b") & set(done.output)


def test_messages_are_one_line(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(CLEAN)
    done = run("generate", spec, "-o", tmp_path / "a\nb" / "c", "-q")
    assert (done.exit_code, done.output) == (0, "")
    (tmp_path / "a\nb" / "mine").write_text("")
    done = run("generate", spec, "-o", tmp_path / "a\nb")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
