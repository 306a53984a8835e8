"""Encoding of Python values as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from decimal import Decimal
from enum import Enum
from typing import cast

from ..omission import Omit, omit
from .values import dump_model, is_collection, is_model, to_string


def encode_json(value: object) -> str:
    """Return a value encoded as JSON, without omitted values at any depth.

    Models are encoded by wire name and without unset fields. Dates, UUIDs and bytes
    become strings. A Decimal becomes a number with exactly its digits.

    Raises:
        TypeError: If a value cannot be encoded.
        ValueError: If a number is not finite, or has more digits than a float can
            represent.
    """
    try:
        return _dumps(value)
    except _OmittedInside:
        # Rare: the C encoder cannot omit a value that it has started to encode.
        return _dumps(_prune(value))


class _OmittedInside(Exception):  # noqa: N818 (a signal, not an error)
    """Raised when a value contains `omit`."""


def _dumps(value: object) -> str:
    return json.dumps(
        value,
        default=_to_json,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )


def _to_json(value: object) -> object:
    """Return an encodable replacement of a value that the encoder does not support."""
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
        return sorted(cast("Set[object]", value), key=to_string)
    return list(value) if is_collection(value) else to_string(value)


def _to_number(value: Decimal) -> int | float:
    """Return the number that is encoded with the digits of a Decimal.

    `type: number` requires a JSON number, and Python's encoder only supports floats.
    """
    if not value.is_finite():
        raise ValueError(f"{value} is not a finite number")
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    if Decimal(repr(number)) != value:
        raise ValueError(f"{value} has more digits than a float can represent")
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
