"""`sdksmith generate` with a names lock."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.commands.command_line import CLEAN, run
from tests.folders import folder_contents

if TYPE_CHECKING:
    from pathlib import Path

OLDER = CLEAN.replace("/parcels:", "/v2/parcels:")
BOTH = OLDER + CLEAN.partition("paths:\n")[2]


@pytest.fixture
def locked(spec: Path, tmp_path: Path) -> Path:
    """Lock of a document with `GET /v2/parcels`, which is `client.parcels.list`."""
    spec.write_text(OLDER)
    done = run("generate", spec, "-o", tmp_path / "out", "--lock")
    assert done.exit_code == 0
    return tmp_path / "sdksmith.lock"


def test_lock_is_created_and_reported(locked: Path, spec: Path, tmp_path: Path) -> None:
    assert '"GET /v2/parcels" = "parcels.list"\n' in locked.read_text()
    locked.unlink()
    done = run("generate", spec, "-o", tmp_path / "out", "--lock")
    assert f"  names       {locked}, changed\n" in done.stdout
    done = run("generate", spec, "-o", tmp_path / "out", "--lock")
    assert "  names  " not in done.stdout


def test_lock_does_not_change_the_client(spec: Path, tmp_path: Path) -> None:
    run("generate", spec, "-o", tmp_path / "out")
    before = folder_contents(tmp_path / "out")
    run("generate", spec, "-o", tmp_path / "out", "--lock")
    run("generate", spec, "-o", tmp_path / "out", "--no-cache")
    assert folder_contents(tmp_path / "out") == before


@pytest.mark.usefixtures("locked")
def test_released_name_is_kept(spec: Path, tmp_path: Path) -> None:
    spec.write_text(BOTH)
    assert run("generate", spec, "-o", tmp_path / "out").exit_code == 0
    api = (tmp_path / "out" / "api.md").read_text()
    assert "client.parcels.list() -> list[str]`: `GET /v2/parcels`" in api
    done = run("explain", "--name", "GET /v2/parcels", spec)
    assert "client.parcels.list: GET /v2/parcels" in done.stdout
    assert "  released-name\n" in done.stdout


def test_check_reports_a_lock_that_would_change(
    locked: Path, spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert run("generate", spec, "-o", out, "--check").exit_code == 0
    text = locked.read_text()
    locked.write_text(text.replace('"GET /v2/parcels" = "parcels.list"\n', ""))
    done = run("generate", spec, "-o", out, "--check")
    assert done.exit_code == 3
    assert done.stderr.endswith(f"{locked}: changed\n")
    report = json.loads(
        run("generate", spec, "-o", out, "--check", "--format", "json").stdout
    )
    assert (report["status"], report["lock"]) == ("stale", str(locked))
    assert report["changed"] == []


def test_order_of_lines_does_not_matter(
    locked: Path, spec: Path, tmp_path: Path
) -> None:
    head, _, tables = locked.read_text().partition("\n[")
    parts = tables.split("\n[")
    locked.write_text("\n[".join([head, *reversed(parts)]))
    before = locked.read_bytes()
    assert run("generate", spec, "-o", tmp_path / "out", "--check").exit_code == 0
    assert run("generate", spec, "-o", tmp_path / "out").exit_code == 0
    assert locked.read_bytes() == before


def test_prune_deletes_names_of_removed_operations(
    locked: Path, spec: Path, tmp_path: Path
) -> None:
    spec.write_text(BOTH)
    run("generate", spec, "-o", tmp_path / "out")
    spec.write_text(OLDER)
    run("generate", spec, "-o", tmp_path / "out")
    assert '[removed.methods]\n"GET /parcels" = ' in locked.read_text()
    run("generate", spec, "-o", tmp_path / "out", "--prune")
    assert "GET /parcels" not in locked.read_text()
    assert "GET /v2/parcels" in locked.read_text()


@pytest.mark.usefixtures("locked")
def test_settings_precede_the_lock(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "sdksmith.toml").write_text(
        '[names]\n"GET /v2/parcels" = "parcels.all"'
    )
    done = run("generate", spec, "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert (
        "PL008 noted: released method `client.parcels.list` is now `client.parcels.all`"
    ) in done.stderr


@pytest.mark.usefixtures("locked")
def test_released_name_can_be_a_deprecated_alias(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "sdksmith.toml").write_text(
        'deprecated_aliases = true\n[names]\n"GET /v2/parcels" = "boxes.all"'
    )
    done = run("generate", spec, "-o", tmp_path / "out")
    assert (done.exit_code, done.stderr) == (0, "")
    client = tmp_path / "out"
    script = (
        "import httpx2, warnings\n"
        "from parcels import Client\n"
        "send = httpx2.MockTransport(lambda request: httpx2.Response(200, json=['a']))\n"
        "client = Client(http_client=httpx2.Client(transport=send))\n"
        "assert client.boxes.all() == client.parcels.list() == ['a']\n"
        "print(client.parcels.list.__doc__)\n"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script],
        cwd=client / "src",
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "Deprecated: the method is now `client.boxes.all`." in shown
    assert run("generate", spec, "-o", client, "--check").exit_code == 0


def test_lock_of_another_client_is_rejected(
    locked: Path, spec: Path, tmp_path: Path
) -> None:
    before = folder_contents(tmp_path / "out")
    done = run("generate", spec, "-o", tmp_path / "out", "--package", "boxes")
    assert done.exit_code == 2
    assert done.stderr.startswith(
        f"{locked}:6: names are those of `parcels`, but the client is `boxes`"
    )
    assert folder_contents(tmp_path / "out") == before


def test_damaged_lock_is_one_error(locked: Path, spec: Path, tmp_path: Path) -> None:
    before = folder_contents(tmp_path / "out")
    locked.write_text(f"{locked.read_text()}<<<<<<< HEAD\n")
    line = locked.read_text().count("\n")
    done = run("generate", spec, "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"{locked}:{line}: invalid TOML")
    assert done.stderr.endswith("; resolve the merge conflict\n")
    assert folder_contents(tmp_path / "out") == before


def test_standard_input_has_no_lock(tmp_path: Path) -> None:
    done = run("generate", "-", "-o", tmp_path / "out", "--lock", stdin=CLEAN)
    assert done.exit_code == 2
    assert (
        "sdksmith.lock stands beside the document, which must be a file" in done.stderr
    )
    assert not (tmp_path / "out").exists()
