"""Python values as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from decimal import Decimal
from enum import Enum
from typing import cast

from .omission import Omit, omit
from .wire import dump_model, is_collection, is_model, to_text


def to_json_text(value: object) -> str:
    """Return the JSON of a value: what is omitted is left out, at any depth.

    Models travel by wire name and without what was never set; dates, UUIDs and bytes as
    text; a Decimal as a number with exactly its digits.

    Raises:
        TypeError: A value has no JSON.
        ValueError: A number is not finite, or has more digits than a float keeps.
    """
    try:
        return _dumps(value)
    except _OmittedInside:
        # Rare: the encoder in C cannot leave out what it has begun.
        return _dumps(_prune(value))


class _OmittedInside(Exception):  # noqa: N818 (a signal, no error)
    """`omit` was met inside of a value."""


def _dumps(value: object) -> str:
    return json.dumps(
        value,
        default=_to_json,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )


def _to_json(value: object) -> object:
    """Return what stands for a value that JSON does not know."""
    if isinstance(value, Omit):
        raise _OmittedInside
    if isinstance(value, Enum):
        return value.value
    if is_model(value):
        return dump_model(value)
    if isinstance(value, Decimal):
        return _to_number(value)
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    if isinstance(value, Set):
        return sorted(cast("Set[object]", value), key=to_text)
    return list(value) if is_collection(value) else to_text(value)


def _to_number(value: Decimal) -> int | float:
    """Return the number that is written with the digits of a Decimal.

    `type: number` asks for a JSON number, and Python's encoder knows floats alone.
    """
    if not value.is_finite():
        raise ValueError(f"{value} is not a finite number")
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    if Decimal(repr(number)) != value:
        raise ValueError(f"{value} has more digits than a JSON number keeps here")
    return number


def _prune(value: object) -> object:
    if is_model(value):
        value = dump_model(value)
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return {key: _prune(item) for key, item in items if item is not omit}
    if is_collection(value):
        pruned = [_prune(item) for item in value if item is not omit]
        return sorted(pruned, key=str) if isinstance(value, Set) else pruned
    return value
