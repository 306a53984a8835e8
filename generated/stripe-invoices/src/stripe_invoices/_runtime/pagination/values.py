"""Access to values in decoded responses by wire name."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Mapping

_INTEGER: Final = re.compile(r"-?[0-9]{1,18}")


def read_pointer(data: object, pointer: str) -> object:
    """Return the value at a JSON Pointer (RFC 6901), or None if it does not exist.

    Args:
        data: A decoded response, or a part of one: models, dicts, lists and scalars.
        pointer: Names of properties; array indices are not supported.
    """
    for key in _keys(pointer):
        data = _property(data, key)
    return data


def read_items(data: object, pointer: str) -> list[object]:
    """Return the list at a JSON Pointer; an empty list if the value is not a list."""
    items = read_pointer(data, pointer)
    return cast("list[object]", items) if isinstance(items, list) else []


def read_integer(value: object) -> int | None:
    """Return a counter as an integer; None if the value is not a whole number.

    APIs send counters as numbers, also as `10.0`, and as strings.
    """
    if isinstance(value, str):
        return int(value) if _INTEGER.fullmatch(value) else None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return int(value) if value == value // 1 else None


@cache
def _keys(pointer: str) -> tuple[str, ...]:
    parts = pointer.split("/")[1:]
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)


def _property(owner: object, key: str) -> object:
    if isinstance(owner, dict):
        return cast("dict[str, object]", owner).get(key)
    if not isinstance(owner, BaseModel):
        return None
    name = _names(type(owner)).get(key)
    if name is None:
        return (owner.__pydantic_extra__ or {}).get(key)
    # Not `getattr`: a field may have the same name as a method.
    return vars(owner).get(name)


@cache
def _names(model: type[BaseModel]) -> Mapping[str, str]:
    """Return the names of the fields of a model by wire name."""
    fields = model.__pydantic_fields__
    return {
        (
            field.validation_alias if isinstance(field.validation_alias, str) else name
        ): name
        for name, field in fields.items()
    }
