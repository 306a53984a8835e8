"""Documentation of argument values: limits and an example."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from ...model.types import ListOf, Scalar, ScalarKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...json_data import JsonValue
    from ...model.types import Constraints, Type

_LONGEST: Final = 40
_NUMBERS: Final = frozenset(
    {ScalarKind.DECIMAL_NUMBER, ScalarKind.INTEGER, ScalarKind.NUMBER}
)
_INT_LIMITS: Final = frozenset({2**31 - 1, -(2**31), 2**53 - 1, 2**63 - 1, -(2**63)})
"""Bounds that only repeat the range of a number format."""


def describe_limits(item: Type) -> str:
    """Return a sentence with the limits of a type; empty if it has none."""
    if not isinstance(item, Scalar | ListOf) or item.constraints is None:
        return ""
    said = item.constraints
    if isinstance(item, ListOf):
        return _between(said.min_items, said.max_items, " items")
    if item.kind in _NUMBERS:
        return _range(said)
    if item.kind is ScalarKind.STRING:
        return _between(said.min_length, said.max_length, " characters")
    return ""


def _range(said: Constraints) -> str:
    low = None if said.minimum in _INT_LIMITS else said.minimum
    high = None if said.maximum in _INT_LIMITS else said.maximum
    if low is not None or high is not None:
        return _between(low, high, "")
    if said.exclusive_minimum is not None and said.exclusive_maximum is None:
        return f"Greater than {said.exclusive_minimum:g}."
    if said.exclusive_maximum is not None and said.exclusive_minimum is None:
        return f"Less than {said.exclusive_maximum:g}."
    return ""


def _between(low: float | None, high: float | None, unit: str) -> str:
    if high is not None and high in _INT_LIMITS:
        high = None
    if unit and (low or 0) <= 1:
        low = None  # a minimum of 0 or 1 is not worth mentioning
    if low is not None and high is not None:
        return f"Between {_number(low)} and {_number(high)}{unit}."
    if low is not None:
        return f"At least {_number(low)}{unit}."
    return "" if high is None else f"At most {_number(high)}{unit}."


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def describe_example(examples: Sequence[JsonValue]) -> str:
    """Return a sentence with the first short example, or an empty string without one."""
    for example in examples:
        text = json.dumps(example, ensure_ascii=False)
        if example not in ("", None) and len(text) <= _LONGEST and "`" not in text:
            return f"Example: `{text}`."
    return ""


def is_mentioned(sentence: str, description: str) -> bool:
    """Return whether a description contains every number and value of a sentence."""
    values = re.findall(r"`\"?([^`\"]+)\"?`|(-?\d[\d.]*\d|\d)", sentence)
    return all((code or number) in description for code, number in values)
