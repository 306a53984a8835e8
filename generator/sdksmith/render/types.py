"""Fields and type aliases as source, each on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..plan.expressions import Quoted, Symbol, find_symbols
from ..plan.package import AliasView, ClassView, TypedDictView
from ..plan.runtime import runtime
from ..text.pysource import Code, code, join, literal
from .docs import field_docs
from .source.expressions import Place, folder_of
from .source.layout import layout
from .source.names import ModuleNames, ModuleSymbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.expressions import Expression
    from ..plan.package import ErrorCodeView, FieldView, TypesModuleView

_ANNOTATED: Final = Symbol("typing", "Annotated")
_BASE_MODEL: Final = runtime("BaseModel")
_FIELD: Final = Symbol("pydantic", "Field")
_TYPE_ALIAS: Final = Symbol("typing", "TypeAlias")
# pydantic depends on typing_extensions for every version of Python.
_TYPE_ALIAS_TYPE: Final = Symbol("typing_extensions", "TypeAliasType")
_INDENT: Final = 4
_MARGIN: Final = Code("    ")
_NEWLINE: Final = Code("\n")
_TYPED_DICT: Final = Symbol("typing", "TypedDict")


def class_fields(view: ClassView | TypedDictView, names: ModuleNames) -> Code:
    """Return the fields of a class and their docstrings, with all indentation.

    A template would take 6 µs longer for each field. GitHub's API has 32,000 of them.
    """
    line = field_line if isinstance(view, ClassView) else key_line
    source: list[Code] = []
    for field in view.fields:
        source += (_MARGIN, layout(line(field, names), _INDENT), _NEWLINE)
        if docs := field_docs(field, _INDENT):
            source += (_MARGIN, docs, _NEWLINE, _NEWLINE)
    while source and source[-1] is _NEWLINE:
        source.pop()
    return join("", source)


def field_line(view: FieldView, names: ModuleNames) -> Code:
    """Return a field of a model class.

    The wire name is part of the annotation, where type checkers ignore it, because the
    constructor accepts the Python name.
    """
    annotation = names.inner.write(view.annotation)
    if view.wire is not None:
        annotation = code(
            "Annotated[{annotation}, Field(alias={wire})]",
            annotation=annotation,
            wire=literal(view.wire),
        )
    if view.default is None:
        return code("{name}: {annotation}", name=view.name, annotation=annotation)
    return code(
        "{name}: {annotation} = {default}",
        name=view.name,
        annotation=annotation,
        default=names.inner.write(view.default),
    )


def key_line(view: FieldView, names: ModuleNames) -> Code:
    """Return a key of a TypedDict in class form."""
    annotation = names.inner.write(view.annotation)
    return code("{name}: {annotation}", name=view.name, annotation=annotation)


def key_entry(view: FieldView, names: ModuleNames) -> Code:
    """Return a key of a TypedDict in call form, as a dict entry."""
    key = literal(str(view.name) if view.wire is None else view.wire)
    annotation = names.inner.write(view.annotation)
    return code("{key}: {annotation},", key=key, annotation=annotation)


def member_line(view: ErrorCodeView) -> Code:
    """Return a member of an enumeration."""
    return code("{name} = {value}", name=view.name, value=literal(view.value))


def alias_line(view: AliasView, names: ModuleNames) -> Code:
    """Return a type alias.

    A recursive alias is a `TypeAliasType`, which pydantic can resolve lazily.
    """
    value = names.outer.write(view.value)
    if view.is_recursive:
        name = literal(str(view.name))
        return code(
            "{alias} = TypeAliasType({name}, {value})",
            alias=view.name,
            name=name,
            value=value,
        )
    return code("{name}: TypeAlias = {value}", name=view.name, value=value)


def types_names(folder: str, view: TypesModuleView) -> ModuleNames:
    """Return the names of a module of `models` or `params`."""
    live: list[Expression | None] = []
    typed: list[Expression | None] = []
    shadowed: set[str] = set()
    for definition in view.definitions:
        live += _own_symbols(definition)
        if isinstance(definition, AliasView):
            # Quoted values of `params` are only read by type checkers.
            is_typed = folder == "params" and isinstance(definition.value, Quoted)
            (typed if is_typed else live).append(definition.value)
            continue
        typed += (item.annotation for item in definition.fields)
        typed += (item.default for item in definition.fields)
        shadowed.update(_attributes(definition))
        if isinstance(definition, ClassView):
            typed.append(definition.extra)
    # pydantic evaluates the annotations of models. Those of `params` are never evaluated.
    # Modules of models that refer to each other cannot import each other, so `models` is
    # imported for type checkers only; the runtime defines it when the class is used.
    return ModuleNames(
        Place(folder, f".{folder}.{view.module}"),
        ModuleSymbols(find_symbols(live), find_symbols(typed)),
        shadowed=shadowed,
        deferred=lambda symbol: folder == "params" or bool(folder_of(symbol)),
    )


def _attributes(view: ClassView | TypedDictView) -> Iterator[str]:
    for field in view.fields:
        is_key = isinstance(view, TypedDictView) and view.functional
        yield field.wire if is_key and field.wire is not None else field.name


def _own_symbols(
    definition: ClassView | TypedDictView | AliasView,
) -> Iterator[Symbol]:
    """Yield the symbols that the template of a definition contains."""
    match definition:
        case ClassView():
            yield _BASE_MODEL
            if any(field.wire is not None for field in definition.fields):
                yield from (_ANNOTATED, _FIELD)
            if definition.extra is not None:
                yield _FIELD
        case TypedDictView():
            yield _TYPED_DICT
        case AliasView(is_recursive=True):
            yield _TYPE_ALIAS_TYPE
        case AliasView():
            yield _TYPE_ALIAS
