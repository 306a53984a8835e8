"""Methods that return pages."""

from __future__ import annotations

from sdksmith.model.types import Field, Presence

from tests.plan.builder import ApiBuilder
from tests.plan.views import only_method, plan, source


def test_response_without_a_list_is_not_paginated() -> None:
    builder = ApiBuilder()
    page = builder.record(
        "Page", next=Field("next", builder.scalar(), Presence.OPTIONAL)
    )
    builder.operation("GET", "/pets", response=page)
    assert source(only_method(plan(builder.build())).returns) == "Page"
