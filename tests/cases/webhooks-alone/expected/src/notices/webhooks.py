"""Parse functions for the webhooks of Notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import ResponseValidation, WebhookInput, WebhookReader, WebhookSwitch

if TYPE_CHECKING:
    from . import models

_CLOSED: WebhookReader[models.ClosedPayload] = WebhookReader("closed", "ClosedPayload")
_OPENED: WebhookReader[models.OpenedPayload] = WebhookReader("opened", "OpenedPayload")
_SWITCH: WebhookSwitch[models.OpenedPayload | models.ClosedPayload] = WebhookSwitch(
    "type", {"account.opened": _OPENED, "account.closed": _CLOSED}
)


def parse_closed(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.ClosedPayload:
    """Parse the payload of the `closed` webhook.

    An account was closed.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _CLOSED.read(payload, validation)


def parse_opened(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.OpenedPayload:
    """Parse the payload of the `opened` webhook.

    An account was opened.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _OPENED.read(payload, validation)


def parse_webhook(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.OpenedPayload | models.ClosedPayload:
    """Parse the payload of any webhook, identified by the `type` property.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed or does not identify a
            known webhook, or if it does not match its schema and `validation` is
            `"strict"`.
    """
    return _SWITCH.read(payload, validation)
