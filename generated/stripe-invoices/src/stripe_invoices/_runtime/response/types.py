"""Resolution of type references. Types are imported when they are first needed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module
from threading import RLock
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, Optional, TypeAlias, cast

from ..errors import CLIENT_PACKAGE
from ..forks import hold_while_forking
from ..partial import PartialAdapter
from ..scalars import (
    Base64Bytes,
    Base64UrlBytes,
    DecimalNumber,
    DecimalString,
    IntOrFloat,
    ISODuration,
    PaddedBase64UrlBytes,
)
from .references import AnyType, Exact, Formatted, ListOf, MapOf, Nullable

if TYPE_CHECKING:
    from .digits import ExactAdapter
    from .references import Format, TypeRef

Adapter: TypeAlias = "PartialAdapter | ExactAdapter"
"""Decoder of a type."""

_FORMATS: Final[Mapping[Format, Any]] = {
    "base64": Base64Bytes,
    "base64url": Base64UrlBytes,
    "date": date,
    "decimal": DecimalString,
    "decimal-number": DecimalNumber,
    "duration": ISODuration,
    "null": None,
    "number": IntOrFloat,
    "padded-base64url": PaddedBase64UrlBytes,
}
_BUILDING: Final = RLock()
hold_while_forking(_BUILDING)


@cache
def find_adapter(ref: TypeRef, models: str) -> Adapter:
    """Return the adapter that validates and decodes a type.

    The first call for a type imports the module of its model and builds the validator,
    in one thread at a time. The result is cached.

    Args:
        ref: Reference to the type.
        models: Import name of the package that contains the models. Empty for the
            package `models` next to the runtime.
    """
    with _BUILDING:
        adapter = PartialAdapter(load_type(ref, models))
    if isinstance(ref, Exact):
        from .digits import ExactAdapter  # few APIs have decimals that are numbers

        return ExactAdapter(adapter)
    return adapter


@cache
def load_type(ref: TypeRef, models: str) -> Any:
    """Return the Python type of a reference; see `find_adapter`."""
    if isinstance(ref, str):
        return getattr(import_module(models or _models_beside()), ref)
    if isinstance(ref, ListOf):
        return GenericAlias(list, load_type(cast("TypeRef", ref.items), models))
    if isinstance(ref, MapOf):
        return GenericAlias(dict, (str, load_type(cast("TypeRef", ref.values), models)))
    if isinstance(ref, Nullable):
        kind = load_type(cast("TypeRef", ref.value), models)
        return Optional[kind]  # noqa: UP045 (`kind` can be None)
    if isinstance(ref, Formatted):
        return _FORMATS[ref.format]
    if isinstance(ref, Exact):
        return load_type(ref.value, models)
    return Any if isinstance(ref, AnyType) else ref


def _models_beside() -> str:
    return f"{CLIENT_PACKAGE}.models"
