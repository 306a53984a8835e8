"""Parse functions for the webhooks of Harbour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import ResponseValidation, WebhookInput, WebhookReader

if TYPE_CHECKING:
    from . import models

_BERTH_FREED: WebhookReader[models.Berth] = WebhookReader("berthFreed", "Berth")
_DECIDED: WebhookReader[models.Decision] = WebhookReader("decided", "Decision")
_VESSEL_ARRIVED: WebhookReader[models.Arrival] = WebhookReader(
    "vesselArrived", "Arrival"
)


def parse_berth_freed(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.Berth:
    """Parse the payload of the `berthFreed` webhook.

    A berth has become free.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _BERTH_FREED.read(payload, validation)


def parse_decided(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.Decision:
    """Parse the payload of the `decided` callback.

    The register has decided.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _DECIDED.read(payload, validation)


def parse_vessel_arrived(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.Arrival:
    """Parse the payload of the `vesselArrived` webhook.

    A vessel has arrived.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _VESSEL_ARRIVED.read(payload, validation)
