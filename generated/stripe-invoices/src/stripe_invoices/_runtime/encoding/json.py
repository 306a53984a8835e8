"""Encoding of Python values as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from enum import Enum
from typing import Final, cast

from ..omission import Omit, omit
from .values import (
    STRING_TYPES,
    dump_model,
    format_float,
    is_collection,
    is_model,
    to_string,
)


def encode_json(value: object) -> str:
    """Return a value encoded as JSON, without omitted values at any depth.

    Models are encoded by wire name and without unset fields. None is null. A Decimal
    becomes a number with exactly its digits, and a float without a fraction of zero.
    Keys and all other scalars become strings; see `to_string`.

    Raises:
        TypeError: If a value cannot be encoded.
        ValueError: If a number is not finite, or a datetime has no offset.
    """
    try:
        text = _dumps(value)
        # A float without a fraction, or a string that looks like one.
        if ".0" not in text:
            return text
    except (_UnsupportedError, TypeError):
        pass
    tree = _to_tree(value)
    try:
        return _dumps(tree)
    except _UnsupportedError:
        return _write(tree)


_UNCHANGED: Final = frozenset({str, int, bool, type(None), Decimal})
"""Types of nearly all values, for which slower checks are skipped."""


class _UnsupportedError(Exception):
    """Raised for values that the encoder of the standard library cannot write.

    It cannot omit a value that it has started to write, or write a Decimal.
    """


def _to_json(value: object) -> object:
    """Return an encodable replacement of a value that the encoder does not support."""
    if type(value) in STRING_TYPES:
        return to_string(value)  # the checks below take 4 us for a datetime
    if isinstance(value, Omit | Decimal):
        raise _UnsupportedError
    if isinstance(value, Enum):
        return value.value
    if is_model(value):
        return dump_model(value)
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    if isinstance(value, Set):
        return sorted(cast("Set[object]", value), key=to_string)
    if isinstance(value, Iterator):
        raise _UnsupportedError  # before its items are taken, because they come once
    return list(value) if is_collection(value) else to_string(value)


# `json.dumps` creates an encoder in each call, which takes 2 us.
_dumps: Final = json.JSONEncoder(
    default=_to_json, ensure_ascii=False, allow_nan=False, separators=(",", ":")
).encode


def _to_tree(value: object) -> object:
    """Return a value as lists, dicts with keys that are strings, and JSON scalars.

    Values that are `omit` are dropped.
    """
    if type(value) in _UNCHANGED:
        return value
    if isinstance(value, Enum):
        return _to_tree(value.value)
    if isinstance(value, float):
        return _to_number(value)
    if isinstance(value, str | int | Decimal):
        return value
    if is_model(value):
        return _to_tree(dump_model(value))
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return {
            to_string(key): _to_tree(item) for key, item in items if item is not omit
        }
    if is_collection(value):
        trees = [_to_tree(item) for item in value if item is not omit]
        return sorted(trees, key=str) if isinstance(value, Set) else trees
    return to_string(value)


def _to_number(value: float) -> float | Decimal:
    """Return a number that is encoded without a fraction of zero.

    Raises:
        ValueError: If the number is not finite.
    """
    text = format_float(value)
    if text == "-0":
        return Decimal(text)  # an int has no sign if it is zero
    return int(text) if value.is_integer() and "e" not in text else value


def _write(tree: object) -> str:
    if isinstance(tree, dict):
        entries = cast("dict[str, object]", tree).items()
        return f"{{{','.join([f'{_dumps(key)}:{_write(item)}' for key, item in entries])}}}"
    if isinstance(tree, list):
        return f"[{','.join(map(_write, cast('list[object]', tree)))}]"
    if isinstance(tree, Decimal):
        return to_string(tree)
    return _dumps(tree)
