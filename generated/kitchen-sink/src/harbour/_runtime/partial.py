"""Validators that contain only the models that have occurred in data.

Models of an API often refer to each other in circles: a validator of Stripe's `Invoice`
that contains all models it can refer to needs 445 classes, of which a response contains
twenty. The modules of `models` therefore import each other only for type checkers, and
other models are imported and added to a validator when data contains them.
"""

from __future__ import annotations

import sys
import threading
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar, cast, get_args

import pydantic
from pydantic import TypeAdapter, ValidationError
from pydantic.errors import PydanticUndefinedAnnotation
from pydantic_core import core_schema

from .forks import hold_while_forking

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from pydantic import GetCoreSchemaHandler

T = TypeVar("T")
_MODELS: Final = (__package__ or "").removesuffix("._runtime") + ".models"
# Each extension builds the validator again, which takes up to 0.15 s in a large API.
_MAX_EXTENSIONS: Final = 8
_BUILDING: Final = threading.RLock()
hold_while_forking(_BUILDING)
_included: Final[set[type[pydantic.BaseModel]]] = set()
"""Models that have occurred in data, and are part of every validator built from now on."""
_placeholders: Final[dict[str, type[pydantic.BaseModel]]] = {}
"""Models by the type of the error for other values than objects."""
_BY_CLASS: Final = core_schema.simple_ser_schema("any")
_unprepared: Final[set[type[pydantic.BaseModel]]] = set()
"""Those of them that have no serializer yet."""


class _State(threading.local):
    """State of the current thread.

    Attributes:
        completing: The model whose fields are being completed, without a validator.
        is_partial: Whether models that are not in `included` become placeholders.
        included: The models of the validator that is being built.
        found: Models whose placeholders received an object.
    """

    completing: type[pydantic.BaseModel] | None = None
    is_partial = False
    included: Collection[type[pydantic.BaseModel]] = ()

    def __init__(self) -> None:
        self.found: set[type[pydantic.BaseModel]] = set()


_state: Final = _State()


def complete_fields(model: type[pydantic.BaseModel]) -> None:
    """Evaluate the annotations of a model that mention models of other modules.

    Args:
        model: The model. Nothing happens if its fields are complete.
    """
    if model.__pydantic_fields_complete__:
        return
    provide_models(model)
    outer, _state.completing = _state.completing, model
    try:
        model.model_rebuild(raise_errors=False, _types_namespace={})
    finally:
        _state.completing = outer


def provide_models(model: type[pydantic.BaseModel]) -> None:
    """Define the name `models` in the module of a model, if it is in that package.

    The module imports it only for type checkers, as `models` or `_models`. Otherwise
    pydantic would evaluate `models.Pet`, and so import its module, before the class exists.
    """
    if model.__module__.rpartition(".")[0] == _MODELS:
        namespace = vars(sys.modules[model.__module__])
        for name in ("models", "_models"):
            namespace.setdefault(name, sys.modules[_MODELS])


def rebuild(model: type[pydantic.BaseModel], build: Callable[[], T]) -> T:
    """Build the validator of a class, which contains all models that it can refer to.

    Args:
        model: The class.
        build: Function that builds the validator.
    """
    provide_models(model)
    outer, _state.is_partial = _state.is_partial, False
    try:
        return build()
    finally:
        _state.is_partial = outer


def schema_of(
    model: type[pydantic.BaseModel], source: Any, handler: GetCoreSchemaHandler
) -> core_schema.CoreSchema:
    """Return the schema of a model as part of a validator.

    Args:
        model: The model.
        source: The annotation.
        handler: pydantic's function that generates the schema.
    """
    if _state.completing is model:
        # pydantic evaluates the fields first. This ends the rebuild without a validator.
        raise PydanticUndefinedAnnotation(model.__name__, "The fields are complete.")
    if (
        _state.is_partial
        and model not in _state.included
        and not model.__pydantic_complete__
    ):
        return _placeholder(model)
    complete_fields(model)
    return handler(source)


def _placeholder(model: type[pydantic.BaseModel]) -> core_schema.CoreSchema:
    """Return a schema that records that data contains a model.

    Other values than objects are rejected without a call of a Python function, because a
    union such as `str | models.Customer` tries all of its members.
    """
    key = f"placeholder for {model.__qualname__} {id(model)}"
    _placeholders[key] = model
    rejecting = core_schema.custom_error_schema(
        core_schema.dict_schema(), custom_error_type=key, custom_error_message=key
    )
    return core_schema.no_info_after_validator_function(
        partial(_record, model), rejecting, serialization=_BY_CLASS
    )


def _record(model: type[pydantic.BaseModel], value: object) -> object:
    _state.found.add(model)
    return value


def _rejected(error: ValidationError) -> set[type[pydantic.BaseModel]]:
    """Return the models whose placeholders caused an error, which has no details yet."""
    details = error.errors(
        include_url=False, include_context=False, include_input=False
    )
    return {
        _placeholders[item["type"]] for item in details if item["type"] in _placeholders
    }


def _include(models: Iterable[type[pydantic.BaseModel]]) -> None:
    for model in models:
        if model not in _included:
            _included.add(model)
            _unprepared.add(model)


def _build(
    kind: Any, included: Collection[type[pydantic.BaseModel]]
) -> TypeAdapter[Any]:
    """Return the adapter of a type with some models, and placeholders for others."""
    with _BUILDING:
        outer = _state.is_partial, _state.included
        _state.is_partial, _state.included = True, included
        try:
            # A TypeAdapter of a class itself would use the validator of the class.
            adapter = TypeAdapter[Any](cast("Any", Annotated)[kind, "partial"])
            adapter.rebuild()
        finally:
            _state.is_partial, _state.included = outer
    return adapter


def prepare_serializers(model: type[pydantic.BaseModel]) -> None:
    """Build the serializers of a model and of the models that have occurred in data.

    Each of them serializes the fields of its own class. Other models in it are serialized
    by their classes, so a serializer does not need them.

    Args:
        model: The model to serialize.
    """
    if model not in _included and not model.__pydantic_complete__:
        _include([model])
    while _unprepared:
        with _BUILDING:
            item = next(iter(_unprepared.copy()), None)
            if item is None:
                return
            if not item.__pydantic_complete__:
                item.__pydantic_serializer__ = _build(item, (item,)).serializer
            _unprepared.discard(item)


class PartialAdapter:
    """Adapter of a type, like `pydantic.TypeAdapter`.

    Its validator contains placeholders for models that have not occurred in any data. If
    one of them is used, its model is included, and the data is validated once more. Later
    data with the same models is validated as usual, without a function of Python.
    """

    def __init__(self, kind: Any) -> None:
        """Build the first validator.

        Args:
            kind: The type. The models that it mentions are included.
        """
        self._kind = kind
        _include(_models_in(kind))
        self._adapter = _build(kind, _included)
        self._extensions = 0

    def validate_json(self, data: str | bytes | bytearray, /, **options: Any) -> Any:
        """Return JSON decoded as the type; see `pydantic.TypeAdapter.validate_json`."""
        while True:
            outer, _state.found = _state.found, set()
            result: Any = None
            error: ValidationError | None = None
            try:
                result = self._adapter.validate_json(data, **options)
            except ValidationError as raised:
                error = raised
            finally:
                found, _state.found = _state.found, outer
            if error is not None:
                found |= _rejected(error)
            if found:
                self._extend(found)
            elif error is not None:
                raise error
            else:
                return result

    def _extend(self, found: set[type[pydantic.BaseModel]]) -> None:
        """Include models that occurred in data; after some extensions, include all."""
        _include(found)
        self._extensions += 1
        if self._extensions <= _MAX_EXTENSIONS:
            self._adapter = _build(self._kind, _included)
            return
        with _BUILDING:
            adapter = TypeAdapter[Any](self._kind)
            adapter.rebuild()
        self._adapter = adapter

    def validate_python(self, value: object, /, **options: Any) -> Any:
        """Return a value as the type; see `pydantic.TypeAdapter.validate_python`."""
        return TypeAdapter[Any](self._kind).validate_python(value, **options)


@cache
def adapter_of(model: type[pydantic.BaseModel]) -> PartialAdapter:
    """Return the adapter of a model."""
    return PartialAdapter(model)


def _models_in(kind: Any) -> Iterator[type[pydantic.BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, pydantic.BaseModel):
        yield kind
    for argument in get_args(kind):
        yield from _models_in(argument)
