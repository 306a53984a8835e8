"""Library of type definitions: names and modules of an API's types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ...model.released_names import ReleasedNames
from ...model.types import Choice, Record
from ..expressions import Symbol
from ..naming.fields import name_fields
from ..naming.inline.owners import operation_words, webhook_words
from ..naming.kept.released import ScopedNames, type_keys
from ..naming.types import name_types
from .accepted_models import find_accepted_models
from .modules import TypeModule, group_modules
from .usage import find_usage, type_edges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...model.api import Api
    from ...model.types import Type, TypeId
    from ..naming.resources import Resource
    from ..naming.types import TypeNames
    from .usage import Usage


class TypeLibrary(Struct, frozen=True):
    """The defined types of an API, with their names and modules.

    Attributes:
        api: The API.
        usage: Which types are defined as models and as params.
        names: The names of the types.
        models: The modules of `models`.
        params: The modules of `params`.
        model_symbols: Type -> its definition in `models`.
        param_symbols: Type -> its definition in `params`.
        accepted: Record of a request -> records whose models are accepted as well.
        released: Names to keep.
        keys: Type -> its keys, see `type_keys`; empty if there are no names to keep.
        properties: Names of properties to keep.
    """

    api: Api
    usage: Usage
    names: TypeNames
    models: tuple[TypeModule, ...]
    params: tuple[TypeModule, ...]
    model_symbols: Mapping[TypeId, Symbol]
    param_symbols: Mapping[TypeId, Symbol]
    accepted: Mapping[TypeId, tuple[TypeId, ...]]
    released: ReleasedNames
    keys: Mapping[TypeId, Sequence[str]]
    properties: ScopedNames

    def type(self, type_id: TypeId) -> Type:
        """Return the type with the given id."""
        return self.api.types[type_id]

    def name_fields(self, type_id: TypeId, wires: Iterable[str]) -> Mapping[str, str]:
        """Return the Python names of the properties of a model, by wire name."""
        wires = list(wires)
        kept, reserved = self.properties.keep(self.keys.get(type_id, ()), wires)
        return name_fields(wires, kept, reserved)

    def model(self, type_id: TypeId) -> Symbol | None:
        """Return the definition of a type in `models`; None without one."""
        return self.model_symbols.get(type_id)

    def param(self, type_id: TypeId) -> Symbol | None:
        """Return the definition of a type in `params`; None without one."""
        return self.param_symbols.get(type_id)


def plan_library(
    api: Api, tree: Resource, released: ReleasedNames | None = None
) -> TypeLibrary:
    """Return the library of an API's types.

    Args:
        api: The API.
        tree: Its resources, from which types inside of operations are named.
        released: Names to keep.
    """
    usage = find_usage(api)
    released = released or ReleasedNames()
    words = operation_words(tree) | webhook_words(api)
    defined = sorted(usage.models | usage.params)
    keys = type_keys(api, defined if released else ())
    names = name_types(api, usage, words, released, keys)
    models = group_modules(
        names.models, names, lambda start: _evaluated(api, usage, start)
    )
    # The annotations of request types are never evaluated.
    params = group_modules(names.params, names, lambda _: ())
    return TypeLibrary(
        api,
        usage,
        names,
        models,
        params,
        _symbols("models", models, names.models),
        _symbols("params", params, names.params),
        find_accepted_models(api, usage),
        released,
        keys,
        ScopedNames(released.properties),
    )


def _symbols(
    folder: str, modules: Iterable[TypeModule], names: Mapping[TypeId, str]
) -> dict[TypeId, Symbol]:
    return {
        type_id: Symbol(f".{folder}.{module.name}", names[type_id])
        for module in modules
        for type_id in module.types
    }


def _evaluated(api: Api, usage: Usage, start: TypeId) -> tuple[TypeId, ...]:
    """Return the models that Python needs to evaluate the definition of another one.

    The annotations of classes are evaluated when pydantic builds their validators.
    """
    if isinstance(api.types[start], Choice | Record):
        return ()
    return tuple(defined_edges(api, usage, start, sent=False))


def defined_edges(
    api: Api, usage: Usage, start: TypeId, *, sent: bool
) -> Iterator[TypeId]:
    """Yield the nearest defined types that a type refers to.

    Args:
        api: The API.
        usage: Which types are defined as models and as params.
        start: The referring type.
        sent: Whether to return params; otherwise models are returned.
    """
    defined = usage.params if sent else usage.models
    seen: set[TypeId] = set()
    stack = list(type_edges(api.types[start], sent=sent))
    while stack:
        type_id = stack.pop()
        if type_id in seen:
            continue
        seen.add(type_id)
        if type_id in defined:
            yield type_id
        elif not isinstance(api.types[type_id], Choice):
            stack.extend(type_edges(api.types[type_id], sent=sent))
