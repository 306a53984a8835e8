"""Positions in changed documents, and JSON Pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.json_data import JsonObject, object_of
from sdksmith.load.document import Document, child, entries, join, resolve, split

from tests.load.documents import load

TEXT = """\
swagger: '2.0'
info:
  title: Orders
paths:
  /orders:
    get:
      tags: [a, b]
      x-a: {b: 1}
"""


@pytest.fixture
def document() -> Document:
    return load(TEXT).document


@pytest.mark.parametrize(
    ("pointer", "line", "column"),
    [
        ("", 1, 1),
        ("/swagger", 1, 1),
        ("/info/title", 3, 3),
        ("/paths/~1orders/get/tags/1", 7, 17),
        ("/paths/~1orders/get/tags/2", 7, 7),
        ("/paths/~1orders/put", 5, 3),
        ("/nothing/at/all", 1, 1),
    ],
)
def test_locate_returns_source_positions(
    document: Document, pointer: str, line: int, column: int
) -> None:
    location = document.locate(pointer)
    assert (location.line, location.column) == (line, column)
    assert location.file == "orders.yaml"


def move(document: Document) -> Document:
    """Move the operation to another path and add a key."""
    old = document.root
    operation = object_of(resolve(old, "/paths/~1orders/get"))
    changed: JsonObject = {**operation, "summary": "List", "x-new": {"b": {"c": 1}}}
    item: JsonObject = {"get": changed}
    paths: JsonObject = {"/moved": item}
    root: JsonObject = {**old, "paths": paths}
    for new, source in (
        (root, old),
        (paths, object_of(old["paths"])),
        (item, object_of(resolve(old, "/paths/~1orders"))),
        (changed, operation),
    ):
        document.origins.derive(new, source)
    return document.with_root(root)


@pytest.mark.parametrize(
    ("pointer", "source", "line"),
    [
        ("/paths", "/paths", 4),
        ("/paths/~1moved", "/paths/~1orders", 5),
        ("/paths/~1moved/get", "/paths/~1orders/get", 6),
        ("/paths/~1moved/get/tags/0", "/paths/~1orders/get/tags/0", 7),
        ("/paths/~1moved/get/summary", "/paths/~1orders/get", 6),
        ("/paths/~1moved/get/x-new/b/c", "/paths/~1orders/get", 6),
        ("/paths/~1moved/get/x-a/b", "/paths/~1orders/get/x-a/b", 8),
    ],
)
def test_moved_nodes_keep_their_source_positions(
    document: Document, pointer: str, source: str, line: int
) -> None:
    location = move(document).locate(pointer)
    assert (location.pointer, location.line) == (source, line)


def test_added_node_has_the_position_of_its_parent(document: Document) -> None:
    # `x-new` is not in the text, so its `tags` are not those of the operation.
    old = document.root
    operation = object_of(resolve(old, "/paths/~1orders/get"))
    changed: JsonObject = {**operation, "x-new": {"tags": "one"}}
    root: JsonObject = {**old, "x-operation": changed}
    document.origins.derive(root, old)
    document.origins.derive(changed, operation)
    location = document.with_root(root).locate("/x-operation/x-new/tags")
    assert location.pointer == "/paths/~1orders/get"


def test_positions_survive_several_changes(document: Document) -> None:
    node = object_of(document.root["info"])
    for number in range(5):
        changed: JsonObject = {**node, "x-count": number}
        document.origins.derive(changed, node)
        node = changed
    root: JsonObject = {**document.root, "info": node}
    document.origins.derive(root, document.root)
    assert document.with_root(root).locate("/info/title").line == 3


@given(st.lists(st.text()))
def test_split_reverses_join(tokens: list[str]) -> None:
    assert split(join("", *tokens)) == tokens


@pytest.mark.parametrize("token", ["2", "-1", "01", "²", "٣", "", "x", "9" * 5000])
def test_invalid_list_indices_do_not_resolve(token: str) -> None:
    with pytest.raises(KeyError):
        child(["a", "b"], token)


def test_child_resolves_keys_and_indices() -> None:
    tree: JsonObject = {"a/b": [{"~": 1}, None], "": {"": 2}}
    assert resolve(tree, "/a~1b/0/~0") == 1
    assert resolve(tree, "//") == 2
    assert resolve(tree, "") is tree
    assert entries(tree)[0][0] == "a/b"
    with pytest.raises(KeyError):
        resolve(tree, "/a~1b/0/~0/x")
