"""Parameters in `querystring`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.api import PartEncoding, Place
from sdksmith.model.types import Field, MapOf, Presence

from tests.plan.builder import ApiBuilder, parameter
from tests.plan.contents import FORM, JSON
from tests.plan.views import entries, only_method, plan, signature

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId


def querystring(
    builder: ApiBuilder, type_id: TypeId, media_type: str
) -> dict[str, str]:
    builder.operations.clear()
    builder.operation(
        "GET",
        "/pets",
        parameters=[
            parameter(
                "selector",
                Place.QUERYSTRING,
                type_id,
                required=True,
                media_type=media_type,
                encodings=(PartEncoding("tags", explode=False),),
            )
        ],
    )
    method = only_method(plan(builder.build()))
    return {"signature": signature(method), "styles": entries(method).get("styles", "")}


def test_form_is_one_parameter_for_each_property() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    query = builder.record(
        "Query", q=text, tags=Field("tags", builder.list_of(text), Presence.OPTIONAL)
    )
    assert querystring(builder, query, FORM) == {
        "signature": "*, q: str, tags: Sequence[str] | Omit = omit",
        "styles": '{"query": {"tags": "form"}}',
    }
    free = builder.add(MapOf(builder.meta(), text))
    assert querystring(builder, free, FORM) == {
        "signature": "*, selector: Mapping[str, str]",
        "styles": "",
    }


def test_other_query_strings_are_one_argument() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    assert querystring(builder, text, "application/jsonpath") == {
        "signature": "*, selector: str",
        "styles": '{"querystring": {"selector": "form"}}',
    }
    query = builder.record("Query", q=text)
    assert querystring(builder, query, JSON) == {
        "signature": "*, selector: QueryParam | Query",
        "styles": '{"querystring": {"selector": "json"}}',
    }
