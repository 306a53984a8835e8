"""Definitions in the modules of `models` and `params`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.types import Choice, Presence, Record, UnionOf
from ...text.pysource import identifier
from ..content.bodies import sent_fields
from ..docs.docstrings import describe_default
from ..expressions import NONE, Generic, Quoted, Symbol
from ..naming.fields import is_class_key, name_fields
from ..package import AliasView, ClassView, FieldView, TypedDictView, TypesModuleView
from .library import defined_edges
from .modules import strong_components
from .requests import SentTypes
from .responses import ReceivedTypes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ...model.types import Field, TypeId, TypeMeta
    from .library import TypeLibrary
    from .modules import TypeModule

_NOT_REQUIRED: Final = Symbol("typing", "NotRequired")


def plan_models(library: TypeLibrary) -> tuple[TypesModuleView, ...]:
    """Return the modules of `models`: pydantic classes and aliases."""
    types = ReceivedTypes(library)
    return tuple(_model_module(types, module) for module in library.models)


def plan_params(library: TypeLibrary) -> tuple[TypesModuleView, ...]:
    """Return the modules of `params`: TypedDicts and aliases."""
    types = SentTypes(library)
    return tuple(_param_module(types, module) for module in library.params)


def _describe(meta: TypeMeta) -> str:
    return meta.description or meta.title


# --- Models


def _model_module(types: ReceivedTypes, module: TypeModule) -> TypesModuleView:
    library = types.library
    choices = [t for t in module.types if isinstance(library.type(t), Choice)]
    records = _records(library, module)
    # Enumerations depend on nothing. Classes may refer to later definitions: pydantic
    # resolves these on first use, at the cost of building the class again. Other aliases
    # are evaluated immediately, so they are placed after the classes.
    definitions: tuple[ClassView | TypedDictView | AliasView, ...] = (
        *(_choice_view(library, t, library.names.models[t]) for t in choices),
        *(_class_view(types, t) for t in records),
        *_alias_views(library, module),
        *_other_names(module, library, library.names.models, library.names.aliases),
    )
    return TypesModuleView(
        module=identifier(module.name),
        definitions=definitions,
        exports=tuple(sorted(view.name for view in definitions)),
    )


def _choice_view(library: TypeLibrary, type_id: TypeId, name: str) -> AliasView:
    item = library.type(type_id)
    assert isinstance(item, Choice)  # noqa: S101 - ensured by the caller
    texts = [value if isinstance(value, str) else str(value) for value in item.values]
    descriptions = item.descriptions or item.labels or ("",) * len(texts)
    return AliasView(
        name=identifier(name),
        value=ReceivedTypes.literal_of(item),
        description=_describe(item.meta),
        members=tuple(zip(texts, descriptions, strict=False)),
        pointer=item.meta.pointer,
    )


def _class_view(types: ReceivedTypes, type_id: TypeId) -> ClassView:
    item = types.library.type(type_id)
    assert isinstance(item, Record)  # noqa: S101 - ensured by the caller
    wires = (field.name for field in item.fields)
    names = types.library.name_fields(type_id, wires)
    extra = None
    if item.extra_declared and item.extra is not None:
        annotation = types.annotation(item.extra, nullable=item.nullable_extra)
        extra = None if types.is_unknown(annotation) else annotation
    return ClassView(
        name=identifier(types.library.names.models[type_id]),
        description=_describe(item.meta),
        fields=tuple(_field_view(types, field, names) for field in item.fields),
        extra=extra,
        pointer=item.meta.pointer,
    )


def _field_view(
    types: ReceivedTypes, field: Field, names: Mapping[str, str]
) -> FieldView:
    name = names[field.name]
    # Responses do not contain write-only properties, even if requests require them.
    is_required = field.presence is Presence.REQUIRED and not field.write_only
    annotation = types.annotation(
        field.type, nullable=field.nullable or not is_required
    )
    return FieldView(
        name=identifier(name),
        wire=None if name == field.name else field.name,
        annotation=annotation,
        default=None if is_required else NONE,
        description=describe_default(field.description, field.default),
        deprecated=field.deprecated,
    )


def _needs(library: TypeLibrary, among: Mapping[str, TypeId]) -> dict[str, list[str]]:
    """Return the dependency graph of named types: the names that each type refers to."""
    return {
        name: sorted(
            library.names.models[end]
            for end in defined_edges(library.api, library.usage, type_id, sent=False)
            if library.names.models[end] in among
        )
        for name, type_id in among.items()
    }


def _records(library: TypeLibrary, module: TypeModule) -> list[TypeId]:
    """Return the records of a module, dependencies first.

    Pydantic builds a class of 100 fields in 9 ms if their types are already defined, and
    in 16 ms if it has to build the class again later.
    """
    records = {
        library.names.models[t]: t
        for t in module.types
        if isinstance(library.type(t), Record)
    }
    if len(records) < 2:  # most modules
        return list(records.values())
    graph = _needs(library, records)
    groups = strong_components(graph)
    return [records[name] for group in groups for name in sorted(group)]


def _alias_views(library: TypeLibrary, module: TypeModule) -> list[AliasView]:
    """Return the aliases of a module, dependencies first, as Python requires."""
    aliases = {
        library.names.models[t]: t
        for t in module.types
        if not isinstance(library.type(t), Choice | Record)
    }
    if not aliases:  # most modules
        return []
    graph = _needs(library, aliases)
    names = {t: name for name, t in aliases.items()}
    bare = {
        name: (
            [names[member] for member in item.members if member in names]
            if isinstance(item := library.type(t), UnionOf)
            else []
        )
        for name, t in aliases.items()
    }
    # A union that has itself as a member accepts any value.
    self_containing = {
        name
        for group in strong_components(bare)
        if _is_loop(group, bare)
        for name in group
    }
    types = ReceivedTypes(library, [aliases[name] for name in self_containing])
    views: list[AliasView] = []
    for group in strong_components(graph):
        is_recursive = _is_loop(group, graph) and not self_containing.intersection(
            group
        )
        for name in sorted(group):
            value = types.definition(aliases[name])
            meta = library.type(aliases[name]).meta
            views.append(
                AliasView(
                    name=identifier(name),
                    value=Quoted(value) if is_recursive else value,
                    description=_describe(meta),
                    is_recursive=is_recursive,
                    pointer=meta.pointer,
                )
            )
    return views


def _is_loop(group: Collection[str], graph: Mapping[str, Collection[str]]) -> bool:
    return len(group) > 1 or any(name in graph[name] for name in group)


def _other_names(
    module: TypeModule,
    library: TypeLibrary,
    names: Mapping[TypeId, str],
    aliases: Mapping[TypeId, tuple[str, ...]],
) -> Iterator[AliasView]:
    """Yield aliases for the other names of the types of a module."""
    for type_id in module.types:
        target = identifier(names[type_id])
        for name in aliases.get(type_id, ()):
            pointer = library.type(type_id).meta.pointer
            yield AliasView(identifier(name), target, "", pointer=pointer)


# --- Params


def _param_module(types: SentTypes, module: TypeModule) -> TypesModuleView:
    library = types.library
    definitions = (
        *(
            (
                _choice_view(library, t, library.names.params[t])
                if isinstance(library.type(t), Choice)
                else _param_view(types, t)
            )
            for t in module.types
        ),
        *_other_names(
            module, library, library.names.params, library.names.param_aliases
        ),
    )
    return TypesModuleView(
        module=identifier(module.name),
        definitions=definitions,
        exports=tuple(sorted(view.name for view in definitions)),
    )


def _param_view(types: SentTypes, type_id: TypeId) -> TypedDictView | AliasView:
    item = types.library.type(type_id)
    name = identifier(types.library.names.params[type_id])
    if not isinstance(item, Record):
        # As a string literal, because the names in it are imported only for type checkers.
        return AliasView(
            name,
            Quoted(types.shape(type_id)),
            _describe(item.meta),
            pointer=item.meta.pointer,
        )
    # Type checkers do not accept an empty key. At run time, any key is sent.
    fields = [field for field in sent_fields(item) if field.name]
    functional = not all(is_class_key(field.name) for field in fields)
    return TypedDictView(
        name=name,
        description=_describe(item.meta),
        fields=tuple(
            _key_view(types, field, functional=functional) for field in fields
        ),
        functional=functional,
        pointer=item.meta.pointer,
    )


def _key_view(types: SentTypes, field: Field, *, functional: bool) -> FieldView:
    annotation = types.annotation(field.type, nullable=field.nullable)
    if field.presence is not Presence.REQUIRED:
        annotation = Generic(_NOT_REQUIRED, (annotation,))
    name = (
        field.name
        if is_class_key(field.name)
        else name_fields([field.name])[field.name]
    )
    return FieldView(
        name=identifier(name),
        wire=field.name if functional else None,
        annotation=Quoted(annotation) if functional else annotation,
        default=None,
        description=describe_default(field.description, field.default),
        deprecated=field.deprecated,
    )
