"""What Parcels sends by itself, read by a function each."""

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
    """Read the callback `arrived`.

    It has arrived.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _ARRIVED.read(payload, validation)


def parse_office_closed(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> OfficeClosedPayload:
    """Read the webhook `office.closed`.

    It comes with the header `X-Event`.

    Deprecated: the API marks this request so.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _OFFICE_CLOSED.read(payload, validation)


def parse_parcel_lost(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> Parcel:
    """Read the webhook `parcel.lost`.

    A parcel is lost.

    Sent once a parcel was not seen for 30 days.

    It comes with the headers `X-Event`, `X-Signature`.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _PARCEL_LOST.read(payload, validation)


def parse_weighed(
    payload: WebhookInput, *, validation: ResponseValidation = "lenient"
) -> ParcelCreateWeighedPayload:
    """Read the callback `weighed`.

    The scale has said what the parcel weighs.

    Args:
        payload: The body of the request: as it came, or decoded.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read.
    """
    return _WEIGHED.read(payload, validation)


def parse_webhook(
    payload: WebhookInput,
    headers: Mapping[str, str],
    *,
    validation: ResponseValidation = "lenient",
) -> Parcel | OfficeClosedPayload:
    """Read any webhook: the header `X-Event` tells which.

    Args:
        payload: The body of the request: as it came, or decoded.
        headers: The headers of the request, in any case.
        validation: What to do with a payload unlike its description.

    Raises:
        WebhookPayloadError: The payload cannot be read, or is none of these.
    """
    return _SWITCH.read(payload, validation, headers)
