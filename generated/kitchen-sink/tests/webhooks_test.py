"""Smoke tests for the webhooks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harbour import WebhookPayloadError, webhooks

PARSERS: list[Callable[[str], object]] = [
    webhooks.parse_berth_freed,
    webhooks.parse_decided,
    webhooks.parse_vessel_arrived,
]


@pytest.mark.parametrize("parse", PARSERS)
def test_parse(parse: Callable[[str], object]) -> None:
    assert parse("{}") == parse("{ }")
    with pytest.raises(WebhookPayloadError):
        parse("{")
