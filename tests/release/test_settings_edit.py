"""Change of the version in a settings file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith import SettingsError
from sdksmith.release.settings_edit import with_version

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('version = "1.0"\n', 'version = "1.1.0"\n'),
        ("version='1.0' # released\n", 'version="1.1.0" # released\n'),
        (
            '# Settings\n\npackage = "a"\nversion = "1.0"  # now\n[names]\n',
            '# Settings\n\npackage = "a"\nversion = "1.1.0"  # now\n[names]\n',
        ),
        ("", 'version = "1.1.0"\n'),
        (
            '# Settings\n\n[names]\nversion = "a.b"\n',
            '# Settings\n\nversion = "1.1.0"\n[names]\nversion = "a.b"\n',
        ),
        ('a = 1\r\nversion = "1.0"\r\n', 'a = 1\r\nversion = "1.1.0"\r\n'),
    ],
)
def test_comments_and_other_lines_are_kept(
    tmp_path: Path, before: str, after: str
) -> None:
    path = tmp_path / "sdksmith.toml"
    path.write_text(before, newline="")
    assert with_version(path, "1.1.0") == after


def test_missing_file(tmp_path: Path) -> None:
    assert with_version(tmp_path / "sdksmith.toml", "2.0") == 'version = "2.0"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '[project]\nversion = "7"\n[tool.sdksmith]\nversion = "1.0"\n',
            '[project]\nversion = "7"\n[tool.sdksmith]\nversion = "1.1.0"\n',
        ),
        (
            '[tool]\nsdksmith = {version = "1.0"}\n',
            '[tool]\nsdksmith = {version = "1.1.0"}\n',
        ),
        (
            '[tool.sdksmith]  # client\npackage = "a"\n',
            '[tool.sdksmith]  # client\nversion = "1.1.0"\npackage = "a"\n',
        ),
    ],
)
def test_pyproject(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(before)
    assert with_version(path, "1.1.0") == after


def test_version_that_is_not_on_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.sdksmith]\n"version" = "1.0"\n')
    with pytest.raises(SettingsError, match="not on a line of its own") as caught:
        with_version(path, "1.1.0")
    assert caught.value.file == str(path)
    assert path.read_text() == '[tool.sdksmith]\n"version" = "1.0"\n'
