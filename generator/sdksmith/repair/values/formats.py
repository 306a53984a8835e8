"""Validation of strings and integers against their `format`."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...json_data import JsonValue

_TIME: Final = r"\d\d:\d\d:\d\d(?:\.\d+)?(?:[zZ]|[+-]\d\d:\d\d)"
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_TIME: Final = re.compile(rf"{_DATE.pattern}[tT]{_TIME}")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def _is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))


def _is_date_time(text: str) -> bool:
    # The offset is required (RFC 3339, section 5.6).
    return bool(_DATE_TIME.fullmatch(text)) and bool(datetime.fromisoformat(text))


def _is_byte(text: str) -> bool:
    base64.b64decode(text.encode("ascii"), validate=True)
    return True


_TEXT_FORMATS: Final[dict[str, Callable[[str], object]]] = {
    "date": _is_date,
    "date-time": _is_date_time,
    # Without offset, as in openapi-schema-validator, which follows JSON Schema draft 3.
    "time": lambda text: datetime.strptime(text, "%H:%M:%S"),  # noqa: DTZ007
    "uuid": lambda text: _UUID.fullmatch(text) and UUID(text),
    "byte": _is_byte,
    "email": lambda text: "@" in text,
    "idn-email": lambda text: "@" in text,
    "ipv4": ipaddress.IPv4Address,
    "ipv6": ipaddress.IPv6Address,
    "regex": re.compile,
}
_BITS: Final = {"int32": 32, "int64": 64}


def fits_format(value: JsonValue, name: JsonValue) -> bool:
    """Return whether a value matches a format; any value matches an unknown format."""
    if not isinstance(name, str):
        return True
    if isinstance(value, int) and name in _BITS:
        return -(1 << _BITS[name] - 1) <= value < 1 << _BITS[name] - 1
    check = _TEXT_FORMATS.get(name)
    if check is None or not isinstance(value, str):
        return True
    try:
        return bool(check(value))
    except (ValueError, binascii.Error, re.error):
        return False
