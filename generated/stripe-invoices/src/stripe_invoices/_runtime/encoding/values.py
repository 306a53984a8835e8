"""Conversion of Python values to strings for URLs, headers and forms."""

from __future__ import annotations

import math
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Protocol, TypeAlias, TypeGuard, cast, final
from uuid import UUID

from ..omission import omit

ParameterScalar: TypeAlias = (
    str | int | float | Decimal | Enum | UUID | date | time | timedelta | bytes
)
"""A value that is sent as a single string.

`bool` is included as a subclass of `int`, and `datetime` as a subclass of `date`."""

ParameterValue: TypeAlias = ParameterScalar | Sequence[ParameterScalar] | None
"""Value of a parameter without a documented type.

A scalar, a sequence of scalars, or None, which is not sent. Booleans are sent as `true`
and `false`, dates and times in the format of RFC 3339, durations in the format of ISO
8601, and bytes as base64."""

StringTree: TypeAlias = "str | list[StringTree] | dict[str, StringTree] | None"
"""A value whose scalars have been converted to strings. None is null."""


@final
class ForRequest:
    """Type of `FOR_REQUEST`."""

    __slots__ = ()


FOR_REQUEST: Final = ForRequest()
"""Context of the serialization of a model for a request.

Serializers of fields then return what the field is on the wire, for example a base64
string for bytes. A value of any other type is left to `to_string` and `encode_json`, so
that it is the same inside and outside of models."""


class Dumpable(Protocol):
    """Protocol of pydantic models, which avoids an import of pydantic."""

    def model_dump(
        self,
        *,
        by_alias: bool,
        context: object,
        exclude_unset: bool,
        warnings: bool,
    ) -> dict[str, object]:
        """Return the fields as a dict."""
        ...


def is_model(value: object) -> TypeGuard[Dumpable]:
    """Return whether a value is a pydantic model."""
    return hasattr(type(value), "model_dump")


def dump_model(model: Dumpable) -> dict[str, object]:
    """Return the fields of a model that were set, by alias, for a request.

    Properties that the model does not define are included.
    """
    return model.model_dump(
        by_alias=True, context=FOR_REQUEST, exclude_unset=True, warnings=False
    )


def to_string_tree(value: object) -> StringTree:
    """Return a value with its scalars converted to strings.

    Items and properties that are None (RFC 6570, section 3.2.1) or `omit` are dropped.
    Sets are sorted, which makes requests reproducible.

    Raises:
        TypeError: If a value cannot be converted to a string.
        ValueError: If a number is not finite, or a datetime has no offset.
    """
    if value is None or type(value) is str:
        return value
    if isinstance(value, Enum):
        return to_string_tree(value.value)
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return {
            to_string(key): to_string_tree(item)
            for key, item in items
            if item is not omit and item is not None
        }
    if is_model(value):
        return to_string_tree(dump_model(value))
    if is_collection(value):
        trees = [
            to_string_tree(item)
            for item in value
            if item is not omit and item is not None
        ]
        return sorted(trees, key=str) if isinstance(value, Set) else trees
    return to_string(value)


def is_collection(value: object) -> TypeGuard[Iterable[object]]:
    """Return whether a value is an iterable other than a string or bytes."""
    if isinstance(value, str) or is_bytes(value):
        return False
    return isinstance(value, Iterable)


def is_bytes(value: object) -> TypeGuard[bytes | bytearray | memoryview[int]]:
    """Return whether a value is `bytes`, a `bytearray` or a `memoryview`."""
    return isinstance(value, bytes | bytearray | memoryview)


def to_string(value: object) -> str:
    """Return a scalar as a string.

    | Type | String |
    | --- | --- |
    | `bool` | `true` or `false` |
    | `int` | its digits |
    | `float` | the shortest digits that identify it; `10` for 10.0 |
    | `Decimal` | all of its digits, with trailing zeros |
    | `datetime` | RFC 3339, with `Z` for UTC; one without an offset is refused |
    | `date`, `time` | RFC 3339, with an offset if the time has one |
    | `timedelta` | ISO 8601: `P1DT2H3M4.5S` |
    | `UUID` | its canonical form (RFC 9562, section 4) |
    | `bytes` | base64 (RFC 4648, section 4) |
    | `Enum` | that of its value |

    Raises:
        TypeError: If the value is not a scalar.
        ValueError: If a number is not finite, or a datetime has no offset.
    """
    if (exact := _BY_TYPE.get(type(value))) is not None:
        return exact(value)
    if isinstance(value, Enum):
        return to_string(value.value)
    if isinstance(value, str):
        return str(value)
    for kind, convert in _CONVERSIONS:
        if isinstance(value, kind):
            return convert(value)
    raise TypeError(f"cannot send a value of type {type(value).__name__}")


def _format_bool(value: bool) -> str:
    return "true" if value else "false"


def _format_time(value: datetime | time) -> str:
    if isinstance(value, datetime) and value.utcoffset() is None:
        raise ValueError(
            f"the datetime {value.isoformat()} has no UTC offset; pass an aware one, "
            "for example value.astimezone() for local time or "
            "value.replace(tzinfo=timezone.utc) for UTC, or a string, which is sent "
            "unchanged"
        )
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def format_float(value: float) -> str:
    """Return the shortest digits that identify a float, without a fraction of zero.

    Raises:
        ValueError: If the number is not finite.
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    return float.__repr__(value).removesuffix(".0")


def format_decimal(value: Decimal) -> str:
    """Return all digits of a Decimal, as a JSON number (RFC 8259, section 6).

    Raises:
        ValueError: If the number is not finite.
    """
    if not value.is_finite():
        raise ValueError(f"{value} is not a finite number")
    # Written out, 1E+1000000 would be a megabyte.
    is_short = abs(value.adjusted()) < 100
    return format(value, "f") if is_short else str(value)


def format_duration(value: timedelta) -> str:
    """Return a timedelta in the format of ISO 8601-1, section 5.5.2: `P1DT2H3M4.5S`."""
    sign = "-" if value < timedelta() else ""
    value = abs(value)
    minutes, seconds = divmod(value.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{value.microseconds:06}".rstrip("0") if value.microseconds else ""
    clock = "".join(
        (
            f"{hours}H" if hours else "",
            f"{minutes}M" if minutes else "",
            f"{seconds}{fraction}S" if seconds or fraction else "",
        )
    )
    days = f"{value.days}D" if value.days else ""
    if not days and not clock:
        clock = "0S"
    return f"{sign}P{days}T{clock}" if clock else f"{sign}P{days}"


def unsendable(error: RecursionError | UnicodeEncodeError) -> ValueError:
    """Return the error for an argument that cannot be encoded."""
    if isinstance(error, RecursionError):
        return ValueError("An argument is nested too deeply, or contains itself.")
    return ValueError(
        "An argument contains a lone surrogate, which cannot be encoded: "
        f"{error.object[error.start]!a}."
    )


def encode_base64(value: bytes | bytearray | memoryview[int]) -> str:
    """Return bytes as base64 (RFC 4648, section 4)."""
    return b64encode(bytes(value)).decode()


def encode_base64url(
    value: bytes | bytearray | memoryview[int], *, padded: bool = False
) -> str:
    """Return bytes as base64url (RFC 4648, section 5).

    Args:
        value: The bytes.
        padded: Whether the text is padded with `=`. Defaults to False.
    """
    text = urlsafe_b64encode(bytes(value)).decode()
    return text if padded else text.rstrip("=")


# The first one that applies is used: bool is a subclass of int, datetime of date.
_CONVERSIONS: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (bool, _format_bool),
    (int, int.__repr__),
    (float, format_float),
    (Decimal, format_decimal),
    (datetime, _format_time),
    (date, date.isoformat),
    (time, _format_time),
    (timedelta, format_duration),
    (UUID, str),
    (bytes, encode_base64),
    (bytearray, encode_base64),
    (memoryview, encode_base64),
)

_BY_TYPE: Final[Mapping[type, Callable[[Any], str]]] = dict(_CONVERSIONS)

STRING_TYPES: Final = frozenset({datetime, date, time, timedelta, UUID})
"""Types whose values, except for those of subclasses, are strings in JSON."""
