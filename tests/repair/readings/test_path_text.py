"""Parsing of paths as authors write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.repair.readings.path_text import (
    balance,
    normalize_path,
    plain_placeholders,
    read_query,
    spanning_placeholders,
)


@pytest.mark.parametrize(
    ("written", "meant", "declared"),
    [
        ("/a/{id}", "/a/{id}", []),
        ("/a/{ id }", "/a/{id}", []),
        ("/a/%7Bid%7D", "/a/{id}", []),
        ("/a/{{id}}", "/a/{id}", []),
        ("/a/${id}/b", "/a/{id}/b", []),
        ("/a/<id>", "/a/{id}", []),
        ("/a/<int:id>", "/a/{id}", []),
        ("/a/&lt;id&gt;", "/a/{id}", []),
        ("/a/{id?}", "/a/{id}", []),
        ("/a/{id:[0-9]{2,4}}/b", "/a/{id}/b", []),
        ("/v1/{name=projects/*}", "/v1/{name}", []),
        ("/v1/{+name}", "/v1/{name}", []),
        ("/files/{path*}", "/files/{path}", []),
        ("/files/{*path}", "/files/{path}", []),
        ("/files/{path...}", "/files/{path}", []),
        ("/{proxy+}", "/{proxy}", ["proxy"]),
        ("/data{.format}", "/data.{format}", []),
        # Unusual but valid names of parameters.
        ("/a/{id | name}", "/a/{id | name}", []),
        ("/a/{path*}", "/a/{path*}", ["path*"]),
        ("/a/{id:x}", "/a/{id:x}", ["id:x"]),
        ("/a;b={b;c=}{c}", "/a;b={b;c=}{c}", []),
        ("/a/:id", "/a/:id", []),
        ("/a/:id", "/a/{id}", ["id"]),
        ("/a/b:verb", "/a/b:verb", ["verb"]),
    ],
)
def test_placeholders_are_normalised(
    written: str, meant: str, declared: list[str]
) -> None:
    assert plain_placeholders(written, set(declared), colons=False) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/a/{id", "/a/{id}"),
        ("/a/id}", "/a/{id}"),
        ("/a/{id}}", "/a/{id}"),
        ("/a/{{id}", "/a/{}{id}"),
        ("/{a/{b", "/{a}/{b}"),
        ("/{a}.{b", "/{a}.{b}"),
        ("/{a}b}", "/{a}{b}"),
        ("/}", "/"),
    ],
)
def test_unbalanced_braces_are_completed(written: str, meant: str) -> None:
    assert balance(written) == meant


@given(st.text(alphabet="{}a/.", max_size=12))
def test_balancing_braces_is_idempotent(path: str) -> None:
    balanced = balance(path)
    assert balance(balanced) == balanced
    for segment in balanced.split("/"):
        depths = [segment[: end + 1] for end in range(len(segment))]
        assert all(0 <= d.count("{") - d.count("}") <= 1 for d in depths)
        assert segment.count("{") == segment.count("}")


@pytest.mark.parametrize(
    ("text", "fixed", "names"),
    [
        ("Action=Poll", {"Action": "Poll"}, ()),
        ("acl", {"acl": ""}, ()),
        ("a=1&b=%20x&amp;c=y", {"a": "1", "b": " x", "c": "y"}, ()),
        ("q={query}&page=<page>&x=:x", {}, ("q", "page", "x")),
        ("lat=1.5%26lon=2%26name", {"lat": "1.5", "lon": "2&name"}, ()),
        ("", {}, ()),
        ("&&=", {}, ()),
    ],
)
def test_queries_in_paths_are_parsed(
    text: str, fixed: dict[str, str], names: tuple[str, ...]
) -> None:
    query = read_query(text)
    assert (query.fixed, query.names) == (fixed, names)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\n    /api/{version}/checks", "/api/{version}/checks"),
        ("/checks ", "/checks"),
        ("/a /b", "/a/b"),
        ("/a b/{id | name}", "/a b/{id | name}"),
    ],
)
def test_whitespace_in_paths_is_removed(written: str, meant: str) -> None:
    assert normalize_path(written) == meant


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/v1/{+name}", ("name",)),
        ("/v1/{name=projects/*}:run", ("name",)),
        ("/v1/{name=**}", ("name",)),
        ("/v1/{name=*}", ()),
        ("/files/{path*}/{id}", ("path",)),
        ("/files/{**path}", ("path",)),
        ("/files/{path...}", ("path",)),
        ("/files/%7Bpath*%7D", ("path",)),
        ("/{proxy+}", ("proxy",)),
        ("/files/<path:name>/<int:id>", ("name",)),
        ("/files/{path:path}", ("path",)),
        ("/files/{path:.*}", ("path",)),
        ("/files/{id:[0-9]+}", ()),
        ("/files/{id?}", ()),
        ("/data{.format}", ()),
    ],
)
def test_notations_for_several_segments(path: str, names: tuple[str, ...]) -> None:
    assert spanning_placeholders(path, set()) == names


def test_declared_names_have_no_notation() -> None:
    assert spanning_placeholders("/files/{path*}", {"path*"}) == ()
