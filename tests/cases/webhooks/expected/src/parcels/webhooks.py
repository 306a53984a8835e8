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

    from .models.office_closed import OfficeClosedPayload
    from .models.parcel import Parcel
    from .models.parcel_create import ParcelCreateWeighedPayload

_ARRIVED: WebhookReader[list[Parcel]] = WebhookReader("arrived", ListOf("Parcel"))
_OFFICE_CLOSED: WebhookReader[OfficeClosedPayload] = WebhookReader(
    "office.closed", "OfficeClosedPayload"
)
_PARCEL_LOST: WebhookReader[Parcel] = WebhookReader("parcel.lost", "Parcel")
_WEIGHED: WebhookReader[ParcelCreateWeighedPayload] = WebhookReader(
    "weighed", "ParcelCreateWeighedPayload", is_form=True
)
_SWITCH: WebhookSwitch[Parcel | OfficeClosedPayload] = WebhookSwitch(
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
) -> list[Parcel]:
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
) -> OfficeClosedPayload:
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
) -> Parcel:
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
) -> ParcelCreateWeighedPayload:
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
) -> Parcel | OfficeClosedPayload:
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
