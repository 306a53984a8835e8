"""Conversion of Python values to strings for URLs, headers and forms."""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Protocol, TypeAlias, TypeGuard, cast
from uuid import UUID

from ..omission import omit

ParameterScalar: TypeAlias = (
    str | int | float | Decimal | Enum | UUID | date | time | timedelta | bytes
)
"""A value that is sent as a single string.

`bool` is included as a subclass of `int`, and `datetime` as a subclass of `date`."""

ParameterValue: TypeAlias = ParameterScalar | Sequence[ParameterScalar] | None
"""Value of a parameter without a documented type.

A scalar, a sequence of scalars, or None. Booleans are sent as `true` and `false`, dates
and times in the format of RFC 3339, durations in the format of ISO 8601, and bytes as
base64."""

StringTree: TypeAlias = "str | list[StringTree] | dict[str, StringTree] | None"
"""A value whose scalars have been converted to strings. None is null."""


class Dumpable(Protocol):
    """Protocol of pydantic models, which avoids an import of pydantic."""

    def model_dump(
        self, *, mode: str, by_alias: bool, exclude_unset: bool, warnings: bool
    ) -> dict[str, object]:
        """Return the fields as a dict."""
        ...


def is_model(value: object) -> TypeGuard[Dumpable]:
    """Return whether a value is a pydantic model."""
    return hasattr(type(value), "model_dump")


def dump_model(model: Dumpable) -> dict[str, object]:
    """Return the fields of a model that were set, as JSON values by alias.

    Properties that the model does not define are included.
    """
    return model.model_dump(
        mode="json", by_alias=True, exclude_unset=True, warnings=False
    )


def to_string_tree(value: object) -> StringTree:
    """Return a value with its scalars converted to strings.

    Items and properties that are `omit` are dropped. Sets are sorted, which makes
    requests reproducible.

    Raises:
        TypeError: If a value cannot be converted to a string.
        ValueError: If a number is not finite.
    """
    if value is None or type(value) is str:
        return value
    if isinstance(value, Enum):
        return to_string_tree(value.value)
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return {
            _to_key(key): to_string_tree(item)
            for key, item in items
            if item is not omit
        }
    if is_model(value):
        return to_string_tree(dump_model(value))
    if is_collection(value):
        trees = [to_string_tree(item) for item in value if item is not omit]
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


def _to_key(key: object) -> str:
    tree = to_string_tree(key)
    if not isinstance(tree, str):
        raise TypeError(f"a key must be a string, not {type(key).__name__}")
    return tree


def to_string(value: object) -> str:
    """Return a scalar as a string.

    Booleans become `true` and `false`. Dates and times have the format of RFC 3339,
    with `Z` for UTC; naive ones have no offset, because their time zone is not known.
    Durations have the format of ISO 8601, and bytes are encoded as base64.

    Raises:
        TypeError: If the value is not a scalar.
        ValueError: If a number is not finite.
    """
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float | Decimal):
        return _number_to_text(value)
    if isinstance(value, datetime | time):
        text = value.isoformat()
        return f"{text[:-6]}Z" if text.endswith("+00:00") else text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, timedelta):
        return _duration_to_text(value)
    if is_bytes(value):
        return b64encode(bytes(value)).decode()
    raise TypeError(f"cannot send a value of type {type(value).__name__}")


def _number_to_text(value: float | Decimal) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    return format(value, "f") if isinstance(value, Decimal) else float.__repr__(value)


def _duration_to_text(value: timedelta) -> str:
    # ISO 8601-1, section 5.5.2, as in the format `duration` of JSON Schema: -P1DT2.5S.
    sign = "-" if value < timedelta() else ""
    value = abs(value)
    seconds = str(value.seconds)
    if value.microseconds:
        seconds += f".{value.microseconds:06}".rstrip("0")
    days = f"{value.days}D" if value.days else ""
    clock = f"T{seconds}S" if seconds != "0" or not days else ""
    return f"{sign}P{days}{clock}"
