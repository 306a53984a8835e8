"""Values whose JSON depends on their schema, not only on their Python type."""

from __future__ import annotations

from collections.abc import AsyncIterable, Mapping, Sequence, Set
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from ..errors import CLIENT_PACKAGE
from ..response.references import Formatted, ListOf, MapOf, Nullable
from .values import (
    encode_base64,
    encode_base64url,
    format_decimal,
    is_bytes,
    is_collection,
    is_model,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from ..response.references import Shape

_Fields: TypeAlias = Mapping[str, "Shape"]


def apply_format(value: object, shape: Shape, params: str = "") -> object:
    """Return a value with those parts converted that its schema describes further.

    Bytes become base64url, for example, where the default is base64. Parts of another
    Python type, such as strings, are not changed, nor are models, whose fields know
    their formats.

    Args:
        value: The value.
        shape: The formats that its schema defines.
        params: Import name of the package that contains the request types. Empty for
            the package `params` next to the runtime.

    Raises:
        TypeError: If a value is a datetime where a date is expected, or a string where
            a file is expected.
    """
    match shape:
        case Formatted(name):
            return _CONVERTERS[name](value)
        case Nullable(inner):
            return apply_format(value, inner, params)
        case ListOf(items):
            return _apply_to_items(value, items, params)
        case MapOf(values):
            fields: _Fields = {}
            return _apply_to_fields(value, fields, values, params)
        case str():
            return _apply_to_fields(value, _load_table(params)[shape], None, params)
        case tuple():
            for each in shape:
                value = apply_format(value, each, params)
            return value
        case Mapping():
            return _apply_to_fields(value, shape, None, params)
        case _:
            return value


def _apply_to_items(value: object, shape: Shape, params: str) -> object:
    if isinstance(value, AsyncIterable):
        return _convert_each(cast("AsyncIterable[object]", value), shape, params)
    if not is_collection(value) or _is_single(value):
        return value
    items = (apply_format(item, shape, params) for item in value)
    if isinstance(value, Set):
        return frozenset(items)
    return list(items) if isinstance(value, Sequence) else items


def _is_single(value: object) -> bool:
    """Return whether a value is a single one although it can be iterated."""
    return isinstance(value, Mapping) or is_model(value) or hasattr(value, "read")


async def _convert_each(
    items: AsyncIterable[object], shape: Shape, params: str
) -> AsyncIterator[object]:
    async for item in items:
        yield apply_format(item, shape, params)


def _apply_to_fields(
    value: object, shapes: _Fields, others: Shape | None, params: str
) -> object:
    if not isinstance(value, Mapping):
        return value
    converted = dict(cast("Mapping[object, object]", value))
    for key in shapes if others is None else converted:
        if key in converted:
            shape = shapes.get(cast("str", key), others)
            if shape is not None:
                converted[key] = _apply(converted[key], shape, params, key)
    return converted


def _apply(value: object, shape: Shape, params: str, key: object) -> object:
    try:
        return apply_format(value, shape, params)
    except TypeError as error:
        if isinstance(error, _FormatError):
            raise
        raise _FormatError(f"invalid value of {key!r}: {error}") from None


class _FormatError(TypeError):
    """Error that names the innermost property."""


@cache
def _load_table(params: str) -> Mapping[str, _Fields]:
    module = import_module(f"{params or f'{CLIENT_PACKAGE}.params'}._formats")
    return cast("Mapping[str, _Fields]", module.FORMATS)


def _to_date(value: object) -> object:
    if isinstance(value, datetime):
        raise TypeError(f"{value.isoformat()} is not a date; pass value.date()")
    return value


def _to_decimal_number(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return Decimal(value)
    except InvalidOperation:
        return value


def _to_file(value: object) -> object:
    if isinstance(value, str):
        raise TypeError(
            "a string is not a file; pass pathlib.Path(...) for the file at a path, or "
            "bytes for the content"
        )
    return value


_CONVERTERS: Final[Mapping[str, Callable[[object], object]]] = {
    "base64": lambda value: encode_base64(value) if is_bytes(value) else value,
    "base64url": lambda value: encode_base64url(value) if is_bytes(value) else value,
    "padded-base64url": lambda value: (
        encode_base64url(value, padded=True) if is_bytes(value) else value
    ),
    "date": _to_date,
    "decimal": lambda value: (
        format_decimal(value) if isinstance(value, Decimal) else value
    ),
    "decimal-number": _to_decimal_number,
    "file": _to_file,
}
"""Conversions by the name of a `Formatted`."""
