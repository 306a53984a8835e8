"""Documents read from files and standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from sdksmith.load.files import source
from sdksmith.load.files.source import read_source

from tests.load.files.sources import DATA, refuse


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(b"\xef\xbb\xbf\r\n\x00\xff")
    assert read_source(str(path)).data == b"\xef\xbb\xbf\r\n\x00\xff"
    assert read_source(str(path)).name == str(path)


def test_a_name_with_colons_and_spaces_is_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a: b.yaml").write_bytes(DATA)
    assert read_source("a: b.yaml").data == DATA


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    diagnostic = refuse(str(tmp_path / "spec.yaml"))
    assert "does not exist" in diagnostic.message
    assert str(diagnostic.location) == str(tmp_path / "spec.yaml")


def test_a_folder_is_refused_with_what_it_has(tmp_path: Path) -> None:
    assert "folder" in refuse(str(tmp_path)).message
    for number in range(7):
        (tmp_path / f"spec{number}.yaml").write_bytes(DATA)
    message = refuse(str(tmp_path)).message
    assert "spec0.yaml" in message
    assert "2 more" in message


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may read anything"
)
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(DATA)
    path.chmod(0)
    assert "ermission" in refuse(str(path)).message


@pytest.mark.parametrize("spec", ["", "a\0b", "x" * 5000])
def test_impossible_paths_are_refused(spec: str) -> None:
    refuse(spec)


def test_a_file_below_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(DATA)
    assert "cannot be read" in refuse(str(path / "inner.yaml")).message


def test_an_empty_file_is_for_the_loader_to_refuse(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.touch()
    assert read_source(str(path)).data == b""


def test_too_large_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", len(DATA) - 1)
    path = tmp_path / "spec.yaml"
    path.write_bytes(DATA)
    assert "larger than" in refuse(str(path)).message


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DATA)))
    assert read_source("-").data == DATA
    assert read_source("-").name == "<stdin>"


@pytest.mark.parametrize("spec", ["ftp://a/b", "s3://bucket/spec.yaml", "file:///a/b"])
def test_other_urls_are_refused(spec: str) -> None:
    assert "http" in refuse(spec).message
