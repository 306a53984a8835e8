"""What Notices sends by itself, read by a function each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import ResponseValidation, WebhookInput, WebhookReader, WebhookSwitch

if TYPE_CHECKING:
    from .models.closed import ClosedPayload
    from .models.opened import OpenedPayload

_CLOSED: WebhookReader[ClosedPayload] = WebhookReader("closed", "ClosedPayload")
_OPENED: WebhookReader[OpenedPayload] = WebhookReader("opened", "OpenedPayload")
_SWITCH: WebhookSwitch[OpenedPayload | ClosedPayload] = WebhookSwitch(
    "type", {"account.opened": _OPENED, "account.closed": _CLOSED}
)


def parse_closed(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> ClosedPayload:
    """Read the webhook `closed`.

    An account was closed.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _CLOSED.read(payload, validation)


def parse_opened(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> OpenedPayload:
    """Read the webhook `opened`.

    An account was opened.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _OPENED.read(payload, validation)


def parse_webhook(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> OpenedPayload | ClosedPayload:
    """Read any webhook: the property `type` tells which.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read, or is none of these.
    """
    return _SWITCH.read(payload, validation)
