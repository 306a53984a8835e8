"""Lists in responses."""

from __future__ import annotations

import pytest

from tests.plan.paging.lists import ITEM, LIMIT, NUMBER, TEXT, Shape, detect


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
