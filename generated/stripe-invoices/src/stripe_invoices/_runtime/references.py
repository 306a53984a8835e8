"""The types that operations name, loaded when they are first needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from threading import RLock
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from .forks import hold_while_forking
from .operation import Anything, ListOf, MapOf, Nullable

if TYPE_CHECKING:
    from .operation import TypeRef

_BUILDING: Final = RLock()
hold_while_forking(_BUILDING)


@cache
def find_adapter(ref: TypeRef, models: str) -> TypeAdapter[object]:
    """Return what decodes a type.

    The first call imports the one model module that the type needs and builds its
    validator, one thread at a time; later calls find it.

    Args:
        ref: The type.
        models: Import name of the package with the models; empty for the package
            `models` beside this one.
    """
    with _BUILDING:
        adapter: TypeAdapter[object] = TypeAdapter(load_type(ref, models))
        adapter.rebuild()
    return adapter


@cache
def load_type(ref: TypeRef, models: str) -> Any:
    """Return the Python type that a reference means."""
    if isinstance(ref, str):
        return getattr(import_module(models or _models_beside()), ref)
    if isinstance(ref, ListOf):
        return GenericAlias(list, load_type(ref.items, models))
    if isinstance(ref, MapOf):
        return GenericAlias(dict, (str, load_type(ref.values, models)))
    if isinstance(ref, Nullable):
        return load_type(ref.value, models) | None
    return Any if isinstance(ref, Anything) else ref


def _models_beside() -> str:
    return f"{__name__.rsplit('.', 2)[0]}.models"
