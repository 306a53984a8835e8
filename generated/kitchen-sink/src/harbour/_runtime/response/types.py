"""Resolution of type references. Types are imported when they are first needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from threading import RLock
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from ..errors import CLIENT_PACKAGE
from ..forks import hold_while_forking
from .references import AnyType, ListOf, MapOf, Nullable

if TYPE_CHECKING:
    from .references import TypeRef

_BUILDING: Final = RLock()
hold_while_forking(_BUILDING)


@cache
def find_adapter(ref: TypeRef, models: str) -> TypeAdapter[object]:
    """Return the adapter that validates and decodes a type.

    The first call for a type imports the module of its model and builds the validator,
    in one thread at a time. The result is cached.

    Args:
        ref: Reference to the type.
        models: Import name of the package that contains the models. Empty for the
            package `models` next to the runtime.
    """
    with _BUILDING:
        adapter: TypeAdapter[object] = TypeAdapter(load_type(ref, models))
        adapter.rebuild()
    return adapter


@cache
def load_type(ref: TypeRef, models: str) -> Any:
    """Return the Python type of a reference; see `find_adapter`."""
    if isinstance(ref, str):
        return getattr(import_module(models or _models_beside()), ref)
    if isinstance(ref, ListOf):
        return GenericAlias(list, load_type(ref.items, models))
    if isinstance(ref, MapOf):
        return GenericAlias(dict, (str, load_type(ref.values, models)))
    if isinstance(ref, Nullable):
        return load_type(ref.value, models) | None
    return Any if isinstance(ref, AnyType) else ref


def _models_beside() -> str:
    return f"{CLIENT_PACKAGE}.models"
