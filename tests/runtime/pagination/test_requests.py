"""Requests for single pages."""

from __future__ import annotations

import json

from runtime import BaseModel, ByOffset, ByPageNumber

from ..mock_server import MockServer
from ..paginated_lists import (
    make_operation,
    make_page,
    read_list,
    sent_bodies,
    sent_queries,
)


class Window(BaseModel):
    """Start and size of a page."""

    start: int | None = None
    size: int


def test_the_parameter_can_be_in_an_object_of_the_query() -> None:
    paging = ByPageNumber("page", first=0, items="/data", holder="pageable", last="/l")
    server = MockServer(make_page([1], l=False), make_page([2], l=True))
    query = {"pageable": {"size": 1}, "q": "x"}
    assert read_list(server, "sync", make_operation(paging), query=query).items == [
        1,
        2,
    ]
    assert sent_queries(server) == [
        {"size": "1", "q": "x"},
        {"size": "1", "page": "1", "q": "x"},
    ]


def test_the_parameter_can_be_in_an_object_of_the_body() -> None:
    paging = ByOffset("start", items="/data", holder="window", in_body=True)
    operation = make_operation(paging, "POST")
    server = MockServer(make_page([1]), make_page([]))
    body = {"q": "x", "window": Window(start=4, size=1)}
    assert read_list(server, "sync", operation, body=body).items == [1]
    assert [json.loads(sent) for sent in sent_bodies(server)] == [
        {"q": "x", "window": {"start": 4, "size": 1}},
        {"q": "x", "window": {"start": 5, "size": 1}},
    ]
