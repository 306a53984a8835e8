"""Lenient decoding of responses that do not match their schema.

Values that do not match their type are kept unchanged. Each part that validates is
built by pydantic, so valid parts give the same results as in regular decoding. Only
parts that fail are taken apart.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, ValidationError

from ..model import UNIONS, Variants, alias_value
from ..partial import PartialAdapter, complete_fields

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


def construct(annotation: Any, value: object) -> object:
    """Return a value decoded as a type, with parts that do not match kept unchanged.

    It does not raise for any JSON value, however deeply nested. Missing required fields
    of a model are set to None.

    Args:
        annotation: The type.
        value: The decoded JSON.
    """
    try:
        return _construct(annotation, value)
    except RecursionError:
        return value


def _construct(annotation: Any, value: object) -> object:
    if annotation is Any or value is None:
        return value
    try:
        return _adapter(annotation).validate_json(
            json.dumps(value), by_alias=True, by_name=False
        )
    except ValidationError:
        return _unwrap(annotation, value)


@lru_cache(maxsize=1024)
def _adapter(annotation: Any) -> PartialAdapter:
    return PartialAdapter(annotation)


def _unwrap(annotation: Any, value: object) -> object:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        chosen = _choose(arguments, value)
        return value if chosen is None else _unwrap(chosen, value)
    if origin in UNIONS:
        return _construct_best(arguments, value)
    if hasattr(annotation, "__value__"):
        return _unwrap(alias_value(annotation), value)
    if isinstance(value, list):
        items = cast("list[object]", value)
        return _construct_items(origin, arguments, items)
    if not isinstance(value, dict):
        return value
    properties = cast("dict[str, object]", value)
    if _is_model(annotation):
        return _construct_model(annotation, properties)
    if origin is dict:
        return {key: _construct(arguments[1], item) for key, item in properties.items()}
    return properties


def _choose(arguments: tuple[Any, ...], value: object) -> Any:
    """Return the type for a value, given the arguments of an `Annotated` type.

    It is None for an object that belongs to no member of a union.
    """
    for note in arguments[1:]:
        if isinstance(note, Variants) and isinstance(value, dict):
            return note.choose(arguments[0], cast("dict[str, object]", value))
    return arguments[0]


def _construct_items(
    origin: object, arguments: tuple[Any, ...], items: list[object]
) -> object:
    if origin is list:
        return [_construct(arguments[0], item) for item in items]
    if origin is tuple and arguments:
        if arguments[-1] is Ellipsis:
            return tuple(_construct(arguments[0], item) for item in items)
        types_there = (*arguments, *[Any] * len(items))
        return tuple(map(_construct, types_there, items))
    return items


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _construct_best(members: tuple[Any, ...], value: object) -> object:
    """Return a value decoded as the member of a union that fits it best."""
    matches = [(_score(member, value), member) for member in members]
    best, member = max(matches, key=lambda fit: fit[0])
    return _unwrap(member, value) if best > _NO_MATCH else value


_Score = tuple[int, int, int]
_NO_MATCH: Final[_Score] = (-1, 0, 0)


def _score(member: Any, value: object) -> _Score:
    """Return how well a value fits a type, as a score that can be compared.

    The score consists of the number of fixed values that match, the number of missing
    required properties (negated), and the number of known properties. A fixed value
    that differs makes the value a misfit.
    """
    origin, arguments = get_origin(member), get_args(member)
    if origin is Annotated:
        chosen = _choose(arguments, value)
        return _NO_MATCH if chosen is None else _score(chosen, value)
    if hasattr(member, "__value__"):
        return _score(alias_value(member), value)
    if origin in UNIONS:
        return max(_score(inner, value) for inner in arguments)
    if origin in {list, tuple}:
        return (0, 0, 0) if isinstance(value, list) else _NO_MATCH
    if not isinstance(value, dict):
        return _NO_MATCH
    if origin is dict:
        return (0, -len(cast("dict[str, object]", value)), 0)
    if not _is_model(member):
        return _NO_MATCH
    return _score_model(member, cast("dict[str, object]", value))


def _score_model(model: type[BaseModel], value: dict[str, object]) -> _Score:
    fixed = missing = known = 0
    for name, field in _fields(model).items():
        key = _wire_name(name, field)
        if key not in value:
            missing += field.is_required()
            continue
        known += 1
        listed, is_open = _listed_values(field.annotation)
        if listed and value[key] not in listed and not is_open:
            return _NO_MATCH
        fixed += (1 if value[key] in listed else -1) if listed else 0
    return (fixed, -missing, known)


def _listed_values(annotation: Any) -> tuple[tuple[object, ...], bool]:
    """Return the literal values of an annotation, and whether others are allowed."""
    if get_origin(annotation) is Literal:
        return get_args(annotation), False
    if get_origin(annotation) not in UNIONS:
        return (), True
    members = get_args(annotation)
    listed = [m for m in members if get_origin(m) is Literal]
    is_open = any(m is not type(None) and m not in listed for m in members)
    return tuple(value for m in listed for value in get_args(m)), is_open


@cache
def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model, with forward references resolved."""
    complete_fields(model)
    return model.model_fields


def _wire_name(name: str, field: FieldInfo) -> str:
    alias = field.validation_alias
    return alias if isinstance(alias, str) else name


def _construct_model(model: type[BaseModel], value: dict[str, object]) -> BaseModel:
    extra = dict(value)
    fields: dict[str, object] = {}
    fields_set: set[str] = set()
    for name, field in _fields(model).items():
        key = _wire_name(name, field)
        if key in value:
            fields[name] = _construct(_annotation(field), extra.pop(key))
            fields_set.add(name)
        elif field.is_required():
            fields[name] = None
        else:
            fields[name] = field.get_default(call_default_factory=True)
    extra_type = _extra_type(model)
    extra = {key: _construct(extra_type, item) for key, item in extra.items()}
    # Like `model_construct`, whose own parameters collide with properties of some APIs.
    instance = model.__new__(model)
    object.__setattr__(instance, "__dict__", fields)
    object.__setattr__(instance, "__pydantic_fields_set__", fields_set | extra.keys())
    object.__setattr__(instance, "__pydantic_extra__", extra)
    object.__setattr__(instance, "__pydantic_private__", None)
    return instance


def _annotation(field: FieldInfo) -> Any:
    if field.metadata:
        return Annotated[field.annotation, *field.metadata]
    return field.annotation


@cache
def _extra_type(model: type[BaseModel]) -> Any:
    """Return the type of additional properties of a model."""
    declared = get_type_hints(model, include_extras=True).get("__pydantic_extra__")
    return get_args(declared)[1] if get_origin(declared) is dict else Any
