"""Keys of path items whose paths become equal after a repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.repair.path_documents import operation, repaired_paths

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_repaired_path_does_not_overwrite_another() -> None:
    paths = repaired_paths(
        {"/a": {"get": operation()}, "/a ": {"put": operation()}, " /a": {}}
    )
    assert len(paths) == 3
    assert paths["/a"] == {"get": operation()}
    assert {"put": operation(), "x-sdksmith-path": "/a"} in paths.values()


def test_paths_with_equal_queries_get_different_keys() -> None:
    paths = repaired_paths(
        {"/a?b=1&c={c}": {"get": operation()}, "/a?b=1&c=<c>": {"get": operation()}}
    )
    assert len(paths) == 2
    for item in paths.values():
        assert isinstance(item, dict)
        assert item["x-sdksmith-path"] == "/a"
        assert item["x-sdksmith-query"] == {"b": "1"}


def test_query_and_placeholders_are_both_repaired() -> None:
    paths = repaired_paths(
        {
            "/a/:id?do=open": {"post": operation("id")},
            "/a/:id?do=close": {"post": operation("id")},
        }
    )
    assert list(paths) == ["/a/{id}#do=open", "/a/{id}#do=close"]
    for item in paths.values():
        assert isinstance(item, dict)
        assert item["x-sdksmith-path"] == "/a/{id}"


@settings(deadline=None)
@given(st.permutations(["/b?a=1", "/b?a=2", "/b", "/b ", "/:c", "/d "]))
def test_keys_do_not_depend_on_order(keys: list[str]) -> None:
    paths: JsonObject = {key: {"get": operation()} for key in keys}
    repaired = repaired_paths(paths)
    assert sorted(repaired) == [
        "/b",
        "/b#2",
        "/b#a=1",
        "/b#a=2",
        "/d",
        "/{c}",
    ]
