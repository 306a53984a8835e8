"""Definitions in the modules of `models` and `params`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...model.types import (
    Choice,
    Presence,
    Record,
    UnionOf,
)
from ...text.pysource import (
    code,
    identifier,
    literal,
)
from ..content.bodies import sent_fields
from ..docs.docstrings import describe_default
from ..naming.fields import (
    is_class_key,
    name_fields,
)
from ..package import (
    AliasView,
    ClassView,
    FieldView,
    ImportsView,
    ImportView,
    TypedDictView,
    TypesModuleView,
)
from .imports import ModuleImports
from .library import defined_edges
from .modules import strong_components
from .requests import SentTypes
from .responses import ReceivedTypes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ...model.types import (
        Field,
        TypeId,
        TypeMeta,
    )
    from .library import TypeLibrary
    from .modules import TypeModule

_NONE = code("None")


def plan_models(library: TypeLibrary) -> tuple[TypesModuleView, ...]:
    """Return the modules of `models`: pydantic classes and aliases."""
    return tuple(_model_module(library, module) for module in library.models)


def plan_params(library: TypeLibrary) -> tuple[TypesModuleView, ...]:
    """Return the modules of `params`: TypedDicts and aliases."""
    return tuple(_param_module(library, module) for module in library.params)


def _describe(meta: TypeMeta) -> str:
    return meta.description or meta.title


# --- Models


def _model_module(library: TypeLibrary, module: TypeModule) -> TypesModuleView:
    choices = [t for t in module.types if isinstance(library.type(t), Choice)]
    records = _records(library, module)
    fields = {t: name_fields(_wires(library, t)) for t in records}
    shadowed = {name for names in fields.values() for name in names.values()}
    imports = ModuleImports("models", shadowed)
    # Enumerations depend on nothing. Classes may refer to later definitions: pydantic
    # resolves these on first use, at the cost of building the class again. Other aliases
    # are evaluated immediately, so they are placed after the classes.
    definitions: tuple[ClassView | TypedDictView | AliasView, ...] = (
        *(_choice_view(library, imports, t, library.names.models[t]) for t in choices),
        *(_class_view(library, imports, t, fields[t]) for t in records),
        *_alias_views(library, imports, module),
        *_other_names(library, module),
    )
    own = code(".{module}", module=identifier(module.name))
    return TypesModuleView(
        module=identifier(module.name),
        definitions=definitions,
        imports=imports.view(module=own),
        exports=tuple(sorted(view.name for view in definitions)),
        runtime_names=imports.runtime_names(),
    )


def _wires(library: TypeLibrary, type_id: TypeId) -> list[str]:
    item = library.type(type_id)
    return [field.name for field in item.fields] if isinstance(item, Record) else []


def _choice_view(
    library: TypeLibrary, imports: ModuleImports, type_id: TypeId, name: str
) -> AliasView:
    item = library.type(type_id)
    assert isinstance(item, Choice)  # noqa: S101 - ensured by the caller
    texts = [value if isinstance(value, str) else str(value) for value in item.values]
    descriptions = item.descriptions or item.labels or ("",) * len(texts)
    return AliasView(
        name=identifier(name),
        value=ReceivedTypes(library, imports).literal_of(item),
        description=_describe(item.meta),
        members=tuple(zip(texts, descriptions, strict=False)),
    )


def _class_view(
    library: TypeLibrary,
    imports: ModuleImports,
    type_id: TypeId,
    names: Mapping[str, str],
) -> ClassView:
    item = library.type(type_id)
    assert isinstance(item, Record)  # noqa: S101 - ensured by the caller
    types = ReceivedTypes(library, imports)
    extra = None
    if item.extra_declared and item.extra is not None:
        mark = imports.mark()
        extra = types.annotation(item.extra, nullable=item.nullable_extra)
        if types.is_unknown(extra):
            imports.restore(mark)
            extra = None
    return ClassView(
        name=identifier(library.names.models[type_id]),
        description=_describe(item.meta),
        fields=tuple(_field_view(types, field, names) for field in item.fields),
        extra=extra,
    )


def _field_view(
    types: ReceivedTypes, field: Field, names: Mapping[str, str]
) -> FieldView:
    name = names[field.name]
    # Responses do not contain write-only properties, even if requests require them.
    is_there = field.presence is Presence.REQUIRED and not field.write_only
    annotation = types.annotation(field.type, nullable=field.nullable or not is_there)
    return FieldView(
        name=identifier(name),
        wire=None if name == field.name else literal(field.name),
        annotation=annotation,
        default=None if is_there else _NONE,
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
    graph = _needs(library, records)
    groups = strong_components(graph)
    return [records[name] for group in groups for name in sorted(group)]


def _alias_views(
    library: TypeLibrary, imports: ModuleImports, module: TypeModule
) -> list[AliasView]:
    """Return the aliases of a module, dependencies first, as Python requires."""
    aliases = {
        library.names.models[t]: t
        for t in module.types
        if not isinstance(library.type(t), Choice | Record)
    }
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
    endless = {
        name
        for group in strong_components(bare)
        if _is_loop(group, bare)
        for name in group
    }
    types = ReceivedTypes(library, imports, [aliases[name] for name in endless])
    views: list[AliasView] = []
    for group in strong_components(graph):
        is_recursive = _is_loop(group, graph) and not endless.intersection(group)
        for name in sorted(group):
            value = types.definition(aliases[name])
            views.append(
                AliasView(
                    name=identifier(name),
                    value=literal(str(value)) if is_recursive else value,
                    description=_describe(library.type(aliases[name]).meta),
                    is_recursive=is_recursive,
                )
            )
    return views


def _is_loop(group: Collection[str], graph: Mapping[str, Collection[str]]) -> bool:
    return len(group) > 1 or any(name in graph[name] for name in group)


def _other_names(library: TypeLibrary, module: TypeModule) -> Iterator[AliasView]:
    """Yield aliases for components that are another name of a type of the module."""
    for type_id in module.types:
        target = identifier(library.names.models[type_id])
        for name in library.names.aliases.get(type_id, ()):
            yield AliasView(identifier(name), target, "")


# --- Params


def _param_module(library: TypeLibrary, module: TypeModule) -> TypesModuleView:
    shadowed = {
        field.name
        for t in module.types
        if isinstance(item := library.type(t), Record)
        for field in sent_fields(item)
    }
    imports = ModuleImports("params", shadowed)
    types = SentTypes(library, imports)
    # Enumerations are evaluated at import time; everything else is only source that type
    # checkers evaluate.
    literals = ModuleImports("params", shadowed)
    definitions = tuple(
        (
            _choice_view(library, literals, t, library.names.params[t])
            if isinstance(library.type(t), Choice)
            else _param_view(library, types, t)
        )
        for t in module.types
    )
    own = code(".{module}", module=identifier(module.name))
    return TypesModuleView(
        module=identifier(module.name),
        definitions=definitions,
        imports=_add_imports(
            imports.for_type_checkers(module=own), literals.view().standard
        ),
        exports=tuple(sorted(view.name for view in definitions)),
        runtime_names=(),
    )


def _add_imports(hidden: ImportsView, shown: tuple[ImportView, ...]) -> ImportsView:
    """Add the imports needed at run time to imports for type checkers only."""
    inner = hidden.typing_only
    known = {view.module: set(view.names) for view in shown}
    if inner is None or not known:
        return hidden
    left = (
        ImportView(
            view.module,
            tuple(n for n in view.names if n not in known.get(view.module, ())),
        )
        for view in inner.standard
    )
    kept = tuple(view for view in left if view.names or view.module not in known)
    return replace(hidden, standard=shown, typing_only=replace(inner, standard=kept))


def _param_view(
    library: TypeLibrary, types: SentTypes, type_id: TypeId
) -> TypedDictView | AliasView:
    item = library.type(type_id)
    name = identifier(library.names.params[type_id])
    if not isinstance(item, Record):
        # As a string literal, because the names in it are imported only for type checkers.
        value = literal(str(types.shape(type_id)))
        return AliasView(name, value, _describe(item.meta))
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
    )


def _key_view(types: SentTypes, field: Field, *, functional: bool) -> FieldView:
    annotation = types.annotation(field.type, nullable=field.nullable)
    if field.presence is not Presence.REQUIRED:
        wrapper = types.imports.typing("NotRequired")
        annotation = code("{w}[{a}]", w=wrapper, a=annotation)
    name = (
        field.name
        if is_class_key(field.name)
        else name_fields([field.name])[field.name]
    )
    return FieldView(
        name=identifier(name),
        wire=literal(field.name) if functional else None,
        annotation=literal(str(annotation)) if functional else annotation,
        default=None,
        description=describe_default(field.description, field.default),
        deprecated=field.deprecated,
    )
