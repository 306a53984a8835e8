"""Values next to the items."""

from __future__ import annotations

import pytest

from tests.plan.paging.lists import ITEM, LIMIT, NUMBER, TEXT, Shape, detect, envelope


@pytest.mark.parametrize(
    ("response", "pointer"),
    [
        ({"hits": {"total": {"value": NUMBER}, "hits": [ITEM]}}, "/hits/total/value"),
        (envelope(total=TEXT), "/total"),
        (envelope(**{"hydra:totalItems": NUMBER}), "/hydra:totalItems"),
        (envelope(**{"@odata.totalCount": NUMBER}), "/@odata.totalCount"),
        (envelope(resultMeta={"total": NUMBER}), "/resultMeta/total"),
    ],
)
def test_location_of_the_total(response: Shape, pointer: str) -> None:
    assert detect(response, ("offset", NUMBER), LIMIT)["total"] == pointer


def test_values_in_unrelated_objects_are_not_considered() -> None:
    response = envelope(owner={"total": NUMBER}, list={"total": NUMBER})
    assert "total" not in detect(response, ("offset", NUMBER), LIMIT)


@pytest.mark.parametrize(
    ("headers", "pages"),
    [
        (("X-WP-TotalPages",), "X-WP-TotalPages"),
        (("X-Total-Pages", "X-RateLimit-Limit"), "X-Total-Pages"),
        (("X-Per-Page",), None),
    ],
)
def test_counters_in_headers(headers: tuple[str, ...], pages: str | None) -> None:
    found = detect([ITEM], ("page", NUMBER, {"default": 1}), headers=headers)
    assert found.get("pages") == pages


def test_values_in_the_body_precede_those_in_headers() -> None:
    response = envelope(meta={"total": NUMBER})
    found = detect(response, ("offset", NUMBER), LIMIT, headers=("X-Total",))
    assert found["total"] == "/meta/total"
