"""Documents read from files and standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from sdksmith.load.files import source
from sdksmith.load.files.source import read_source

from tests.load.files.sources import DATA, reject


def test_file_is_read_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(b"\xef\xbb\xbf\r\n\x00\xff")
    assert read_source(str(path)).data == b"\xef\xbb\xbf\r\n\x00\xff"
    assert read_source(str(path)).name == str(path)


def test_path_with_colons_and_spaces_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a: b.yaml").write_bytes(DATA)
    assert read_source("a: b.yaml").data == DATA


def test_error_names_the_missing_file(tmp_path: Path) -> None:
    diagnostic = reject(str(tmp_path / "spec.yaml"))
    assert "does not exist" in diagnostic.message
    assert str(diagnostic.location) == str(tmp_path / "spec.yaml")


def test_error_about_a_folder_lists_documents_in_it(tmp_path: Path) -> None:
    assert "folder" in reject(str(tmp_path)).message
    for number in range(7):
        (tmp_path / f"spec{number}.yaml").write_bytes(DATA)
    message = reject(str(tmp_path)).message
    assert "spec0.yaml" in message
    assert "2 more" in message


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may read anything"
)
def test_file_without_permission_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(DATA)
    path.chmod(0)
    assert "ermission" in reject(str(path)).message


@pytest.mark.parametrize("spec", ["", "a\0b", "x" * 5000])
def test_invalid_paths_are_rejected(spec: str) -> None:
    reject(spec)


def test_path_below_a_file_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(DATA)
    assert "cannot be read" in reject(str(path / "inner.yaml")).message


def test_empty_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.touch()
    assert read_source(str(path)).data == b""


def test_file_above_the_size_limit_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", len(DATA) - 1)
    path = tmp_path / "spec.yaml"
    path.write_bytes(DATA)
    assert "larger than" in reject(str(path)).message


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DATA)))
    assert read_source("-").data == DATA
    assert read_source("-").name == "<stdin>"


@pytest.mark.parametrize("spec", ["ftp://a/b", "s3://bucket/spec.yaml", "file:///a/b"])
def test_unsupported_url_schemes_are_rejected(spec: str) -> None:
    assert "http" in reject(spec).message


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("http://", "invalid URL: it has no host"),
        ("https://a]b/spec.json", "invalid URL: 'a]b' is not a valid host"),
        ("https://user:secret@[::1/spec?token=secret", "'[::1' is not a valid host"),
        ("https://example.com:99999/", "'99999' is not a port from 1 to 65535"),
    ],
)
def test_invalid_urls_are_rejected(spec: str, message: str) -> None:
    found = reject(spec)
    assert message in found.message
    assert "secret" not in f"{found.message} {found.location.file}"
