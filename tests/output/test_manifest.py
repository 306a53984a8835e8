"""Manifests of earlier runs, and of others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sdksmith.output.manifest import (
    Manifest,
    parse_manifest,
    sha256,
    sha256_of_all,
)

from tests.output.files import ORIGIN

GENERATED = Path(__file__).parents[2] / "generated"
MANIFEST = Manifest(ORIGIN, {"src/a.py": "0" * 64})


def changed(**members: object) -> bytes:
    return json.dumps({**json.loads(MANIFEST.dump()), **members}).encode()


def test_manifest_of_a_run_is_intact() -> None:
    read = parse_manifest(MANIFEST.dump())
    assert (read.spec, read.content) == (ORIGIN.spec, ORIGIN.content)
    assert read.files == MANIFEST.files
    assert read.is_intact is True


def test_layout_of_the_manifest_does_not_matter() -> None:
    """Git converts line endings, and other tools indent JSON."""
    assert parse_manifest(MANIFEST.dump().replace(b"\n", b"\r\n")).is_intact
    assert parse_manifest(changed()).is_intact


def test_edits_are_detected() -> None:
    files = {**MANIFEST.files, "src/mine.py": "1" * 64}
    assert parse_manifest(changed(files=files)).is_intact is False
    assert parse_manifest(changed(spec="")).is_intact is False
    assert parse_manifest(changed(checksum=None)).is_intact is None


@pytest.mark.parametrize(
    "path",
    [
        "notes.txt", "docs/guide.md", ".env", ".git/config", "src/data.json", "setup.py",
        "tests/inner/test_a.py", ".github/workflows/x.yml", "SRC/a.py",
    ],
)  # fmt: skip
def test_files_that_are_never_generated_are_ignored(path: str) -> None:
    read = parse_manifest(Manifest(ORIGIN, {"src/a.py": "0", path: "0"}).dump())
    assert read.files == {"src/a.py": "0"}


@pytest.mark.parametrize("client", sorted(path.name for path in GENERATED.iterdir()))
def test_all_files_of_clients_can_be_generated(client: str) -> None:
    content = (GENERATED / client / ".sdksmith.json").read_bytes()
    assert parse_manifest(content).files == json.loads(content)["files"]


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff", b"null", b"[]", b"{}", b'{"files": []}', b'{"files": {}}',
        b"[" * 100_000, b'{"files": ' * 100_000, b'{"files": ' + b"1" * 5_000,
    ],
)  # fmt: skip
def test_invalid_manifests_are_rejected(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_manifest(content)


@pytest.mark.parametrize(
    "path",
    [
        "", "/etc/passwd", "../a.py", "src/../../a.py", "src//a.py", "src/./a.py",
        "src\\..\\a.py", "C:/a.py", "src/a.py\0", "src/\n.py", "src/\ud800.py",
        "src/" + "a" * 253 + ".py",
    ],
)  # fmt: skip
def test_paths_outside_of_the_folder_are_rejected(path: str) -> None:
    content = json.dumps({"files": {"src/a.py": "0", path: "0"}}).encode()
    with pytest.raises(ValueError, match="is not a path inside the folder"):
        parse_manifest(content)


def test_line_endings_of_text_are_normalised() -> None:
    assert sha256(b"a\r\nb\r\n") == sha256(b"a\nb\n")
    assert sha256(b"a\rb") != sha256(b"a\nb")
    assert sha256(b"a\0\r\n") != sha256(b"a\0\n")
    assert sha256_of_all([b"a\r\n", b"b"]) == sha256_of_all([b"a\n", b"b"])
