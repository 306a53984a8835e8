"""Smoke tests for the webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parcels import WebhookPayloadError, webhooks

if TYPE_CHECKING:
    from collections.abc import Callable

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
