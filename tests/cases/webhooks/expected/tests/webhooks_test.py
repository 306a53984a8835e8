"""Smoke tests for the webhooks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parcels import WebhookPayloadError, webhooks

PARSERS: list[Callable[[str], object]] = [
    webhooks.parse_arrived,
    webhooks.parse_office_closed,
    webhooks.parse_parcel_lost,
]


@pytest.mark.parametrize("parse", PARSERS)
def test_parse(parse: Callable[[str], object]) -> None:
    assert parse("{}") == parse("{ }")
    with pytest.raises(WebhookPayloadError):
        parse("{")
