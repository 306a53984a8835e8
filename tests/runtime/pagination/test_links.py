"""Links to the next page."""

from __future__ import annotations

import httpx2
import pytest
from runtime import ApiKey, ByLink, Service
from runtime.pagination.links import is_url, read_link

from ..mock_server import Kind, MockServer, make_response
from ..paginated_lists import (
    BY_LINK,
    BY_LINK_HEADER,
    both_kinds,
    link_header,
    make_operation,
    make_page,
    read_list,
    sent_queries,
    sent_urls,
)


@both_kinds
@pytest.mark.parametrize(
    "target",
    [
        "https://api.example.com/v1/things?page=2&limit=2",
        "http://api.example.com/v1/things?page=2&limit=2",
        "/v1/things?page=2&limit=2",
        "things?page=2&limit=2",
        "?page=2&limit=2",
    ],
)
def test_a_link_replaces_the_url_and_its_query(kind: Kind, target: str) -> None:
    server = MockServer(
        make_page([1], links={"next": target}), make_page([2], links={"next": None})
    )
    assert read_list(server, kind, BY_LINK, query={"limit": 9}).items == [1, 2]
    assert sent_urls(server) == [
        "https://api.example.com/v1/things?limit=9",
        "https://api.example.com/v1/things?page=2&limit=2",
    ]


def test_a_link_is_requested_with_get_and_without_a_body() -> None:
    operation = make_operation(ByLink("/next", items="/data"), "POST")
    server = MockServer(make_page([1], next="/v1/things?p=2"), make_page([2]))
    assert read_list(server, "sync", operation, body={"a": 1}).items == [1, 2]
    first, second = server.requests
    assert (first.method, second.method) == ("POST", "GET")
    assert second.content == b""
    assert "content-type" not in second.headers


def test_a_link_can_be_an_object() -> None:
    server = MockServer(
        make_page([1], links={"next": {"href": "/v1/x"}}), make_page([2])
    )
    assert read_list(server, "sync", BY_LINK).items == [1, 2]
    assert sent_urls(server)[1] == "https://api.example.com/v1/x"


@pytest.mark.parametrize(
    ("value", "link"),
    [
        ("/x", "/x"),
        ({"href": "/x"}, "/x"),
        ({"url": "/x"}, "/x"),
        ([{"rel": "self", "href": "/y"}, {"rel": "next", "href": "/x"}], "/x"),
        ([{"relation": "next", "url": "/x"}], "/x"),
        ([{"rel": "self", "href": "/y"}], ""),
        ([], ""),
        (None, ""),
        ({"href": 5}, ""),
    ],
)
def test_a_link_is_a_string_an_object_or_one_of_an_array(
    value: object, link: str
) -> None:
    assert read_link(value) == link


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://x/", True), ("/p?a=1", True), ("?a=1", True), ("p?a=1", True),
        ("/p", False), ("abc==", False), ("a/b+c=", False), ("", False), ("a ?b=", False),
    ],
)  # fmt: skip
def test_a_cursor_with_a_query_is_a_url(text: str, expected: bool) -> None:
    assert is_url(text) is expected


def test_a_link_to_a_page_without_results_is_not_followed() -> None:
    header = '<https://api.example.com/v1/things?p=2>; rel="next"; results="false"'
    server = MockServer(make_response(value=[1], headers={"link": header}))
    assert read_list(server, "sync", BY_LINK_HEADER).items == [1]


@pytest.mark.parametrize(
    "header",
    [
        '<{}>; rel="next"',
        "<{}>; rel=next",
        '<https://x/?a,b>; rel="last", <{}>; title="a, b; c"; rel="NEXT"',
        '<https://x/>;rel=prev , <{}>;rel="collection next";rel=last',
        '<https://x/>; rel="next"; anchor="https://other/", <{}> ; rel = "next"',
    ],
)
def test_the_next_page_is_read_from_the_link_header(header: str) -> None:
    target = "https://api.example.com/v1/things?after=1"
    headers = {"link": header.replace("{}", target)}
    server = MockServer(
        make_response(value=[1], headers=headers), make_response(value=[2])
    )
    assert read_list(server, "sync", BY_LINK_HEADER).items == [1, 2]
    assert sent_urls(server)[1] == target


def test_several_link_headers_are_combined() -> None:
    response = make_response(value=[1])
    response.headers = httpx2.Headers(
        [
            *response.headers.multi_items(),
            ("link", '<x>; rel="first"'),
            ("link", "</v1/things?p=2>; rel=next"),
        ]
    )
    server = MockServer(
        response, make_response(value=[2], headers=dict(link_header("/", "first")))
    )
    assert read_list(server, "sync", BY_LINK_HEADER).items == [1, 2]


@both_kinds
@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example.com/v1/things",
        "https://api.example.com:8443/v1/things",
        "http://api.example.com:8080/v1/things",
        "//evil.example.com/",
        "https://api.example.com@evil.example.com/",
        "ftp://api.example.com/",
        "https://[/",
        "https://api.example.com:x/",
    ],
)
def test_a_link_to_another_origin_is_an_error(kind: Kind, target: str) -> None:
    server = MockServer(make_page([1], links={"next": target}), make_page([2]))
    result = read_list(server, kind, BY_LINK)
    assert result.items == [1]
    assert "the link to the next page" in str(result.error)
    assert len(server.requests) == 1


def test_credentials_in_the_query_are_added_to_links_once() -> None:
    service = Service(
        user_agent="x",
        base_url="https://api.example.com",
        schemes={"key": ApiKey("query", "api key")},
        security=(("key",),),
    )
    server = MockServer(
        make_page([1], links={"next": "/things?p=2"}),
        make_page([2], links={"next": "/things?p=3&api+key=s%2F1"}),
        make_page([3]),
    )
    client = {"service": service, "credentials": {"key": "s/1"}}
    assert read_list(server, "sync", BY_LINK, client).items == [1, 2, 3]
    assert [query["api key"] for query in sent_queries(server)] == ["s/1"] * 3
    assert [query.get("p") for query in sent_queries(server)] == [None, "2", "3"]
