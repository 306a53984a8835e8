"""Encoding of Python values as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from enum import Enum
from typing import cast

from ..omission import Omit, omit
from .values import dump_model, is_collection, is_model, to_string


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
    except (_UnsupportedError, TypeError):
        return _write(_to_tree(value))
    # A float without a fraction, or a string that looks like one.
    return _write(_to_tree(value)) if ".0" in text else text


class _UnsupportedError(Exception):
    """Raised for values that the encoder of the standard library cannot write.

    It cannot omit a value that it has started to write, or write a Decimal.
    """


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


def _to_tree(value: object) -> object:
    """Return a value as lists, dicts with keys that are strings, and JSON scalars.

    Numbers are left as they are. Values that are `omit` are dropped.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return _to_tree(value.value)
    if isinstance(value, str | int | float | Decimal):
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


def _write(tree: object) -> str:
    if isinstance(tree, dict):
        entries = cast("dict[str, object]", tree).items()
        return f"{{{','.join([f'{_dumps(key)}:{_write(item)}' for key, item in entries])}}}"
    if isinstance(tree, list):
        return f"[{','.join(map(_write, cast('list[object]', tree)))}]"
    if isinstance(tree, float | Decimal):
        return to_string(tree)
    return _dumps(tree)
