"""Decoding of JSON numbers with all of their digits."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel

if TYPE_CHECKING:
    from ..partial import PartialAdapter


class ExactAdapter:
    """Adapter for a type with decimals that are JSON numbers.

    pydantic reads a number with a fraction as a float, even for a Decimal.
    """

    def __init__(self, adapter: PartialAdapter) -> None:
        """Create the adapter.

        Args:
            adapter: The adapter of the type.
        """
        self._adapter = adapter

    def validate_json(self, data: str | bytes | bytearray, /, **options: Any) -> object:
        """Return JSON decoded as the type; see `pydantic.TypeAdapter.validate_json`."""
        value = self._adapter.validate_json(data, **options)
        return restore_digits(value, json.loads(data, parse_float=Decimal))

    def validate_python(self, value: object, /, **options: Any) -> object:
        """Return a value as the type; see `pydantic.TypeAdapter.validate_python`."""
        return self._adapter.validate_python(value, **options)


def restore_digits(value: object, source: object) -> object:
    """Return a decoded value with the digits of its source in each Decimal.

    Models are changed in place.

    Args:
        value: The decoded value.
        source: The JSON it was decoded from, with a Decimal for each number that has a
            fraction or an exponent.
    """
    if isinstance(value, Decimal):
        return source if isinstance(source, Decimal) else value
    if isinstance(source, list):
        items = cast("list[object]", source)
        if isinstance(value, list | tuple):
            found = map(restore_digits, cast("list[object]", value), items)
            return tuple(found) if isinstance(value, tuple) else list(found)
    elif isinstance(source, dict):
        properties = cast("dict[str, object]", source)
        if isinstance(value, BaseModel):
            _restore_fields(value, properties)
        elif isinstance(value, dict):
            entries = cast("dict[str, object]", value)
            return {
                key: restore_digits(item, properties.get(key))
                for key, item in entries.items()
            }
    return value


def _restore_fields(model: BaseModel, source: dict[str, object]) -> None:
    for name, field in type(model).model_fields.items():
        alias = field.validation_alias
        key = alias if isinstance(alias, str) else name
        if key in source:
            restored = restore_digits(getattr(model, name), source[key])
            object.__setattr__(model, name, restored)  # the field is set already
    extra = model.__pydantic_extra__ or {}
    for key, item in extra.items():
        extra[key] = restore_digits(item, source.get(key))
