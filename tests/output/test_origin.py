"""Inputs of a run, compared with those of the previous one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.output import origin
from sdksmith.output.manifest import Origin
from sdksmith.output.origin import make_origin
from sdksmith.output.write import write_folder

from tests.output.files import FILES, rendered

if TYPE_CHECKING:
    from pathlib import Path

    from sdksmith.json_data import JsonValue

DATA = b'{"a": 1,\n "b": 2}\n'
ROOT: JsonValue = {"a": 1, "b": 2}


def make(target: Path, *documents: tuple[bytes, JsonValue]) -> Origin:
    return make_origin(target, "1.0", documents, "b" * 64)


@pytest.fixture
def first(target: Path) -> Origin:
    """Return the origin of a client that is in the folder."""
    found = make(target, (DATA, ROOT))
    write_folder(target, rendered(FILES), found)
    return found


@pytest.mark.parametrize(
    "data", [DATA, DATA.replace(b"\n", b"\r\n"), b"# New\na: 1\nb: 2"]
)
def test_layout_does_not_matter(target: Path, first: Origin, data: bytes) -> None:
    assert make(target, (data, ROOT)) == first


@pytest.mark.parametrize(
    "root",
    [{"a": 1, "b": 3}, {"b": 2, "a": 1}, {"a": 1.0, "b": 2}, {"a": "1", "b": 2}],
)
def test_values_and_their_order_matter(
    target: Path, first: Origin, root: JsonValue
) -> None:
    found = make(target, (b"other", root))
    assert found.spec != first.spec
    assert found.content != first.content


def test_all_files_of_a_document_matter(target: Path, first: Origin) -> None:
    assert make(target, (DATA, ROOT), (b"{}", {})).spec != first.spec


def test_values_are_not_read_if_the_bytes_are_the_same(
    target: Path, first: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origin, "json", None)
    assert make(target, (DATA, ROOT)) == first


def test_unreadable_folders_have_no_previous_run(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert make(tmp_path / "loop", (DATA, ROOT)).spec
