"""Pointers into responses."""

from __future__ import annotations

import pytest
from sdksmith.model.types import MapOf, ScalarKind, UnionOf
from sdksmith.plan.paging.pointers import resolve_pointer, types_at, value_at

from tests.plan.paging.lists import NUMBER, TEXT, ListApi, Shape

RESPONSE: Shape = {
    "odata.nextLink": TEXT,
    "page": {"next": TEXT, "a/b~c": TEXT},
    "any": ScalarKind.ANY,
    "list": [TEXT],
}


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("/odata.nextLink", "/odata.nextLink"),
        ("/odata/nextLink", "/odata.nextLink"),
        ("/page/next", "/page/next"),
        ("/page/a~1b~0c", "/page/a~1b~0c"),
        ("/any/thing", "/any/thing"),
        ("/list/next", None),
        ("/page/nextLink", None),
        ("", ""),
    ],
)
def test_dots_may_be_part_of_names(path: str, pointer: str | None) -> None:
    api = ListApi()
    response = api.shape(RESPONSE)
    assert resolve_pointer(api.build(), response, path) == pointer


def test_long_paths_take_little_time() -> None:
    api = ListApi()
    response = api.shape({"a": {"a": {"a.a": TEXT}}, "a.a": {"b": TEXT}})
    mapping = api.add(MapOf(api.meta(), response))
    built = api.build()
    # There are 2 ** 48 ways to join these names.
    assert resolve_pointer(built, response, "/a" * 49) is None
    assert resolve_pointer(built, mapping, "/x/a/a/a/a") == "/x/a/a/a.a"
    assert resolve_pointer(built, mapping, "/x/a/a/b") == "/x/a.a/b"
    assert resolve_pointer(built, None, "/a" * 50) == "/a" * 50
    assert resolve_pointer(built, None, "/a" * 51) is None


def test_members_of_unions_and_values_of_maps_are_found() -> None:
    api = ListApi()
    members = (api.shape({"a": TEXT}), api.shape({"a": NUMBER, "b": TEXT}))
    union = api.add(UnionOf(api.meta(), members))
    mapping = api.add(MapOf(api.meta(), union))
    built = api.build()
    assert len(types_at(built, union, "/a")) == 2
    assert len(types_at(built, mapping, "/x/b")) == 1
    assert types_at(built, union, "/c") == []
    assert types_at(built, None, "/x/y") == [None]


def test_value_at_a_pointer() -> None:
    assert value_at({"a/b": {"c": 1}}, "/a~1b/c") == 1
    assert value_at({"a": 1}, "/b/c") is None
