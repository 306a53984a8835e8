"""Serialisation of documents to JSON and YAML, and atomic writing."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.text.documents import to_json, to_yaml, write_text

if TYPE_CHECKING:
    from pathlib import Path

    from sdksmith.json_data import JsonObject

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    [
        "1e3",
        "0o17",
        "0x1F",
        "1:30",
        "2020-01-01",
        "no",
        "~",
        "=",
        "a\n",
        "\n a\n\n",
        "|",
    ]
)
SCALARS = st.none() | st.booleans() | st.integers() | TEXTS
OBJECTS = st.dictionaries(
    TEXTS,
    st.recursive(
        SCALARS | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(TEXTS, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


@given(OBJECTS)
def test_yaml_parses_to_the_same_data(root: JsonObject) -> None:
    again = yaml.safe_load(to_yaml(root))
    assert again == root
    assert json.dumps(again) == json.dumps(root)


@given(OBJECTS)
def test_json_parses_to_the_same_data(root: JsonObject) -> None:
    assert list(json.loads(to_json(root)).items()) == list(root.items())


@pytest.mark.parametrize("text", ["1e3", "-.5E+2", "0o17", "0x1F", "12", "1.", "no"])
def test_strings_like_numbers_and_booleans_are_quoted(text: str) -> None:
    assert re.fullmatch(r"""a: (['"])\S+\1\n""", to_yaml({"a": text}))


def test_multiline_strings_are_block_scalars() -> None:
    assert to_yaml({"description": "One.\n\nTwo.\n"}) == (
        "description: |\n  One.\n\n  Two.\n"
    )


def test_shared_nodes_are_written_without_aliases() -> None:
    shared: JsonObject = {"type": "string"}
    assert "&" not in to_yaml({"a": shared, "b": shared})


def test_file_is_replaced_atomically(tmp_path: Path) -> None:
    path = tmp_path / "out.yaml"
    path.write_text("old")
    path.chmod(0o640)
    write_text(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [item.name for item in tmp_path.iterdir()] == ["out.yaml"]


def test_new_file_has_the_permissions_of_the_umask(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_text(tmp_path / "out.yaml", "new")
    finally:
        os.umask(mask)
    assert (tmp_path / "out.yaml").stat().st_mode & 0o777 == 0o640


def test_failed_write_leaves_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_text(tmp_path / "folder", "new")
    assert [item.name for item in tmp_path.iterdir()] == ["folder"]


def test_target_of_a_link_is_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write_text(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError, match="symbolic links"):
        write_text(tmp_path / "loop", "new")


def test_pipes_are_written_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_name_can_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 250 + ".yaml")
    write_text(path, "new")
    assert path.read_text() == "new"
