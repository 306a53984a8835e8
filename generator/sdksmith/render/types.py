"""Fields and type aliases as source, each on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plan.package import (
    AliasView,
    ClassView,
    ImportsView,
    TypedDictView,
)
from ..text.pysource import (
    Code,
    code,
    literal,
)
from .imports import names_from

if TYPE_CHECKING:
    from ..plan.package import (
        ErrorCodeView,
        FieldView,
        TypesModuleView,
    )


def field_line(view: FieldView) -> Code:
    """Return a field of a model class.

    The wire name is part of the annotation, where type checkers ignore it, because the
    constructor accepts the Python name.
    """
    annotation = view.annotation
    if view.wire is not None:
        annotation = code(
            "Annotated[{annotation}, Field(alias={wire})]",
            annotation=annotation,
            wire=view.wire,
        )
    head = code("{name}: {annotation}", name=view.name, annotation=annotation)
    if view.default is None:
        return head
    return code("{head} = {default}", head=head, default=view.default)


def key_line(view: FieldView) -> Code:
    """Return a key of a TypedDict in class form."""
    return code("{name}: {annotation}", name=view.name, annotation=view.annotation)


def key_entry(view: FieldView) -> Code:
    """Return a key of a TypedDict in call form, as a dict entry."""
    key = literal(str(view.name)) if view.wire is None else view.wire
    return code("{key}: {annotation},", key=key, annotation=view.annotation)


def member_line(view: ErrorCodeView) -> Code:
    """Return a member of an enumeration."""
    return code("{name} = {value}", name=view.name, value=view.value)


def alias_line(view: AliasView) -> Code:
    """Return a type alias.

    A recursive alias is a `TypeAliasType`, which pydantic can resolve lazily.
    """
    if view.is_recursive:
        name = literal(str(view.name))
        return code(
            "{alias} = TypeAliasType({name}, {value})",
            alias=view.name,
            name=name,
            value=view.value,
        )
    return code("{name}: TypeAlias = {value}", name=view.name, value=view.value)


def template_imports(view: TypesModuleView) -> ImportsView:
    """Return the imports needed by the template of a types module."""
    typing: set[Code] = set()
    pydantic: set[Code] = set()
    extensions: set[Code] = set()
    runtime: set[Code] = set(view.runtime_names)
    for definition in view.definitions:
        match definition:
            case ClassView():
                runtime.add(Code("BaseModel"))
                if any(field.wire is not None for field in definition.fields):
                    typing.add(Code("Annotated"))
                    pydantic.add(Code("Field"))
                if definition.extra is not None:
                    pydantic.add(Code("Field"))
            case TypedDictView():
                typing.add(Code("TypedDict"))
            case AliasView(is_recursive=True):
                extensions.add(Code("TypeAliasType"))
            case AliasView():
                typing.add(Code("TypeAlias"))
    return ImportsView(
        standard=names_from(Code("typing"), typing),
        # pydantic depends on typing_extensions for every version of Python.
        third_party=(
            *names_from(Code("pydantic"), pydantic),
            *names_from(Code("typing_extensions"), extensions),
        ),
        own=names_from(Code(".._runtime"), runtime),
    )
