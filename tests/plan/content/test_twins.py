"""Operations that an API offers with GET and with POST."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from sdksmith.model.api import NameHints
from sdksmith.plan.content.twins import describe_twins, find_twins, without_twins

from tests.plan.builder import ApiBuilder, whole_body

if TYPE_CHECKING:
    from sdksmith.model.api import Api


def search(media_type: str = "application/json", **more: Any) -> Api:
    """Return an API with GET and POST of a search; POST has the other fields."""
    builder = ApiBuilder()
    text = builder.scalar()
    for method in ("GET", "POST"):
        hits = builder.list_of(builder.record(None, title=text))
        item = builder.operation(method, "/search", response=hits)
        builder.operations[-1] = replace(item, summary="Search the catalogue.")
    get, post = builder.operations
    with_query = ApiBuilder(builder.types).operation(
        "GET", "/search", query=["q", "at"]
    )
    fields = builder.record(None, q=text, at=text)
    get = replace(get, parameters=with_query.parameters)
    post = replace(post, body=whole_body(fields, media_type))
    return replace(builder.build(), operations=(get, replace(post, **more)))


def test_post_with_the_arguments_in_its_body_is_kept() -> None:
    api = search()
    (found,) = find_twins(api)
    assert [item.method for item in without_twins(api, [found]).operations] == ["POST"]
    assert describe_twins(found) == (
        "`GET /search` is the same operation as `POST /search`; one method, which sends "
        "POST"
    )


def test_get_is_kept_if_the_body_is_not_made_from_arguments() -> None:
    (found,) = find_twins(search("text/xml"))
    assert found.kept.method == "GET"


@pytest.mark.parametrize(
    "more",
    [
        {"summary": "Save a search."},
        {"deprecated": True},
        {"body": None},
        {"responses": ()},
        {"hints": NameHints(method="post_search")},
        {"method": "PUT"},
    ],
    ids=lambda more: next(iter(more)),
)
def test_operations_that_differ_are_both_kept(more: dict[str, Any]) -> None:
    assert find_twins(search(**more)) == ()


def test_operations_without_arguments_are_both_kept() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/sessions/{id}")
    builder.operation("POST", "/sessions/{id}")
    api = builder.build()
    documented = [replace(item, summary="A session.") for item in api.operations]
    assert find_twins(replace(api, operations=tuple(documented))) == ()


def test_api_without_twins_is_the_same_object() -> None:
    api = search(summary="Save a search.")
    assert without_twins(api, find_twins(api)) is api
