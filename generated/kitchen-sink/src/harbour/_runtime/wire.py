"""Python values as the text that travels outside of JSON: in URLs, headers and forms."""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Protocol, TypeAlias, TypeGuard, cast
from uuid import UUID

from .omission import omit

ParameterScalar: TypeAlias = (
    str | int | float | Decimal | Enum | UUID | date | time | timedelta | bytes
)
"""A value with a text of its own. `bool` is an `int`, and `datetime` a `date`."""

ParameterValue: TypeAlias = ParameterScalar | Sequence[ParameterScalar] | None
"""A parameter that nobody described: a scalar, or several of them."""

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
"""A value whose scalars are text. None is null."""


class Dumpable(Protocol):
    """A pydantic model: recognised by what it can do, so that none need be imported."""

    def model_dump(
        self, *, mode: str, by_alias: bool, exclude_unset: bool, warnings: bool
    ) -> dict[str, object]:
        """Return the fields."""
        ...


def is_model(value: object) -> TypeGuard[Dumpable]:
    """Whether a value is a pydantic model."""
    return hasattr(type(value), "model_dump")


def dump_model(model: Dumpable) -> dict[str, object]:
    """Return what a model was given, as JSON by wire name, with what it did not know."""
    return model.model_dump(
        mode="json", by_alias=True, exclude_unset=True, warnings=False
    )


def to_tree(value: object) -> Tree:
    """Return a value with its scalars as text, and without what is omitted.

    Sets come out sorted, so that equal calls make equal requests.

    Raises:
        TypeError: A value has no text of its own.
        ValueError: A number is not finite.
    """
    if value is None or type(value) is str:
        return value
    if isinstance(value, Enum):
        return to_tree(value.value)
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return {_to_key(key): to_tree(item) for key, item in items if item is not omit}
    if is_model(value):
        return to_tree(dump_model(value))
    if is_collection(value):
        trees = [to_tree(item) for item in value if item is not omit]
        return sorted(trees, key=str) if isinstance(value, Set) else trees
    return to_text(value)


def is_collection(value: object) -> TypeGuard[Iterable[object]]:
    """Whether a value is a list of others, rather than text or bytes."""
    if isinstance(value, str) or is_bytes(value):
        return False
    return isinstance(value, Iterable)


def is_bytes(value: object) -> TypeGuard[bytes | bytearray | memoryview[int]]:
    """Whether a value is a run of bytes."""
    return isinstance(value, bytes | bytearray | memoryview)


def _to_key(key: object) -> str:
    tree = to_tree(key)
    if not isinstance(tree, str):
        raise TypeError(f"a key must be text, not {type(key).__name__}")
    return tree


def to_text(value: object) -> str:
    """Return the text of a scalar.

    `true` and `false`; dates and times as RFC 3339 has them, a UTC offset as `Z`, a
    naive one without offset, since its zone is unknown; durations as ISO 8601; bytes as
    base64.

    Raises:
        TypeError: The value is no scalar.
        ValueError: A number is not finite.
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
    # ISO 8601-1, 5.5.2, as JSON Schema's `duration` takes it: -P1DT2.5S.
    sign = "-" if value < timedelta() else ""
    value = abs(value)
    seconds = str(value.seconds)
    if value.microseconds:
        seconds += f".{value.microseconds:06}".rstrip("0")
    days = f"{value.days}D" if value.days else ""
    clock = f"T{seconds}S" if seconds != "0" or not days else ""
    return f"{sign}P{days}{clock}"
