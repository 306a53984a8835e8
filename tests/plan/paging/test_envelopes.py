"""Lists in responses."""

from __future__ import annotations

import pytest

from tests.plan.paging.lists import ITEM, LIMIT, NUMBER, TEXT, Shape, detect, envelope


@pytest.mark.parametrize(
    ("response", "pointer"),
    [
        ([ITEM], ""),
        ({"things": [ITEM]}, "/things"),
        ({"results": [ITEM], "filters": [TEXT], "cats": [ITEM]}, "/results"),
        ({"data": {"things": [ITEM]}, "meta": {}}, "/data/things"),
        ({"_embedded": {"things": [ITEM]}}, "/_embedded/things"),
        ({"a/b~c": [ITEM]}, "/a~1b~0c"),
    ],
)
def test_location_of_the_list(response: Shape, pointer: str) -> None:
    assert detect(response, ("page", NUMBER), LIMIT)["items"] == pointer


def test_object_that_contains_a_list_is_not_a_page() -> None:
    links: Shape = {"next": TEXT}
    assert detect({"data": {"tags": [TEXT]}, "links": links})["next"] == "/links/next"
    item: dict[str, Shape] = {"id": TEXT, "tags": [TEXT]}
    assert detect({"data": item, "links": links}) == {}
    assert detect({**item, "links": links}) == {}


@pytest.mark.parametrize(
    ("path", "response", "pointer"),
    [
        ("/messages", {"messages": [ITEM], "page": NUMBER}, "/messages"),
        ("/boards/{id}/actions", {"actions": [ITEM]}, "/actions"),
        ("/tickets", {"users": [ITEM], "tickets": [ITEM]}, "/tickets"),
        ("/tickets/search", {"users": [ITEM], "tickets": [ITEM]}, "/tickets"),
        ("/v1/Cats.json", {"cat": [ITEM], "dogs": [ITEM]}, "/cat"),
        ("/things", {"users": [ITEM], "tickets": [ITEM]}, None),
        ("/things", {"errors": [ITEM], "page": NUMBER}, None),
        ("/things", {"messages": [TEXT], "title": TEXT}, None),
    ],
)
def test_path_names_the_list(path: str, response: Shape, pointer: str | None) -> None:
    found = detect(response, ("page", NUMBER, {"default": 1}), LIMIT, path=path)
    assert found.get("items") == pointer


def test_rarely_used_name_needs_a_clear_continuation() -> None:
    response: dict[str, Shape] = {"messages": [ITEM]}
    page = ("page", NUMBER, {"default": 1})
    assert detect(response, page, LIMIT) == {}
    more: dict[str, Shape] = {**response, "next_cursor": TEXT}
    assert detect(more, "cursor")["items"] == "/messages"
    assert detect({**response, "total": NUMBER}, page, LIMIT)["items"] == "/messages"


def test_echo_of_a_parameter_is_not_the_list() -> None:
    page = ("page", NUMBER, {"default": 1})
    assert detect({"tags": [TEXT], "page": NUMBER}, "tags", page) == {}
    assert detect({"tags": [TEXT], "cats": [ITEM]}, "tags", page)["items"] == "/cats"
    assert detect({"cats": [ITEM]}, "cats", page)["items"] == "/cats"


def test_lists_in_other_objects_need_names_of_items() -> None:
    found = detect({"foundItems": {"pets": [ITEM]}, "nextToken": TEXT}, "token")
    assert found["items"] == "/foundItems/pets"
    assert detect({"owner": {"pets": [ITEM]}, "nextToken": TEXT}, "token") == {}


@pytest.mark.parametrize(
    ("path", "response"),
    [
        ("/steps/{step}", {"step_id": NUMBER, "next": TEXT, "parts": [TEXT]}),
        ("/steps/latest", {"step_id": NUMBER, "next": TEXT, "parts": [TEXT]}),
        ("/steps/{step}", {"parts": [TEXT], "links": {"next": TEXT}}),
        ("/steps/latest", {"title": TEXT, "parts": [TEXT], "links": {"next": TEXT}}),
    ],
)
def test_next_of_a_thing_is_a_relation(path: str, response: Shape) -> None:
    assert detect(response, path=path) == {}


def test_next_of_a_collection_is_a_link() -> None:
    assert detect({"steps": [TEXT], "next": TEXT, "x": TEXT}, path="/steps")
    assert detect({"birds": [TEXT], "next": TEXT, "count": NUMBER})
    response: Shape = {"values": [ITEM], "size": NUMBER, "links": {"next": TEXT}}
    assert detect(response, path="/repositories/{workspace}")
    assert detect(envelope(next=TEXT), "cursor")["kind"] == "cursor"
