"""What Harbour sends by itself, read by a function each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import ResponseValidation, WebhookInput, WebhookReader

if TYPE_CHECKING:
    from .models.arrival import Arrival
    from .models.berth import Berth
    from .models.decision import Decision

_BERTH_FREED: WebhookReader[Berth] = WebhookReader("berthFreed", "Berth")
_DECIDED: WebhookReader[Decision] = WebhookReader("decided", "Decision")
_VESSEL_ARRIVED: WebhookReader[Arrival] = WebhookReader("vesselArrived", "Arrival")


def parse_berth_freed(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> Berth:
    """Read the webhook `berthFreed`.

    A berth has become free.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _BERTH_FREED.read(payload, validation)


def parse_decided(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> Decision:
    """Read the callback `decided`.

    The register has decided.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _DECIDED.read(payload, validation)


def parse_vessel_arrived(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> Arrival:
    """Read the webhook `vesselArrived`.

    A vessel has arrived.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _VESSEL_ARRIVED.read(payload, validation)
