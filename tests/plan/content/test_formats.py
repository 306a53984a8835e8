"""Formats of media types."""

from __future__ import annotations

import pytest
from sdksmith.plan.content.formats import has_other_format, is_json, rank_media_type


@pytest.mark.parametrize(
    ("media_type", "other"),
    [
        ("application/json", False),
        ("text/plain; charset=utf-8", False),
        ("text/html", False),
        ("application/octet-stream", False),
        ("application/vnd.acme.v2", False),
        ("image/png", True),
        ("application/atom+xml", True),
        ("application/yaml", True),
        ("application/jwt; charset=utf-8", True),
        ("application/vnd.ms-excel", True),
        ("multipart/mixed", True),
    ],
)
def test_formats_that_are_certainly_not_json(media_type: str, other: bool) -> None:
    assert has_other_format(media_type) is other
    assert not (other and is_json(media_type))


@pytest.mark.parametrize(
    ("is_binary", "ranked"),
    [
        (
            False,
            [
                "application/json; charset=utf-8",
                "text/json",
                "application/merge-patch+json",
                "*/*",
                "text/plain",
                "image/png",
            ],
        ),
        (True, ["image/png", "text/plain", "*/*", "application/json"]),
    ],
)
def test_preference_of_media_types(is_binary: bool, ranked: list[str]) -> None:
    ranks = [rank_media_type(item, is_binary=is_binary) for item in ranked]
    assert ranks == sorted(set(ranks))
