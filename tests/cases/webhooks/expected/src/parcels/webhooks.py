"""Parse functions for the webhooks of Parcels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    ListOf,
    ResponseValidation,
    WebhookInput,
    WebhookReader,
    WebhookSwitch,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import models

_ARRIVED: WebhookReader[list[models.Parcel]] = WebhookReader(
    "arrived", ListOf("Parcel")
)
_OFFICE_CLOSED: WebhookReader[models.OfficeClosedPayload] = WebhookReader(
    "office.closed", "OfficeClosedPayload"
)
_PARCEL_LOST: WebhookReader[models.Parcel] = WebhookReader("parcel.lost", "Parcel")
_WEIGHED: WebhookReader[models.ParcelCreateWeighedPayload] = WebhookReader(
    "weighed", "ParcelCreateWeighedPayload", is_form=True
)
_SWITCH: WebhookSwitch[models.Parcel | models.OfficeClosedPayload] = WebhookSwitch(
    "X-Event",
    {
        "parcel.lost": _PARCEL_LOST,
        "office.closed": _OFFICE_CLOSED,
        "office.moved": _OFFICE_CLOSED,
    },
    is_header=True,
)


def parse_arrived(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> list[models.Parcel]:
    """Parse the payload of the `arrived` callback.

    It has arrived.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _ARRIVED.read(payload, validation)


def parse_office_closed(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.OfficeClosedPayload:
    """Parse the payload of the `office.closed` webhook.

    The request includes the header `X-Event`.

    Deprecated: the API marks this request as deprecated.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _OFFICE_CLOSED.read(payload, validation)


def parse_parcel_lost(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.Parcel:
    """Parse the payload of the `parcel.lost` webhook.

    A parcel is lost.

    Sent once a parcel was not seen for 30 days.

    The request includes the headers `X-Event`, `X-Signature`.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _PARCEL_LOST.read(payload, validation)


def parse_weighed(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> models.ParcelCreateWeighedPayload:
    """Parse the payload of the `weighed` callback.

    The scale has said what the parcel weighs.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed, or if it does not match
            its schema and `validation` is `"strict"`.
    """
    return _WEIGHED.read(payload, validation)


def parse_webhook(
    payload: WebhookInput,
    headers: Mapping[str, str],
    *,
    validation: ResponseValidation = "lenient",
) -> models.Parcel | models.OfficeClosedPayload:
    """Parse the payload of any webhook, identified by the `X-Event` header.

    Args:
        payload: The request body: raw bytes, a string or a decoded mapping.
        headers: The request headers. Names are case-insensitive.
        validation: How to treat a payload that does not match its schema.

    Raises:
        WebhookPayloadError: If the payload cannot be parsed or does not identify a
            known webhook, or if it does not match its schema and `validation` is
            `"strict"`.
    """
    return _SWITCH.read(payload, validation, headers)
