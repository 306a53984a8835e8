"""Expressions as source, and the imports of their module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import ScalarKind
from sdksmith.plan.expressions import (
    ANY,
    DATE,
    LIST,
    NONE,
    STR,
    Call,
    DictDisplay,
    Expression,
    Generic,
    Keyword,
    ListDisplay,
    Quoted,
    Symbol,
    TupleDisplay,
    Union,
    find_symbols,
)
from sdksmith.plan.runtime import runtime
from sdksmith.render.clients import client_names
from sdksmith.render.source.expressions import Place, Resolution, SourceWriter
from sdksmith.render.source.imports import import_block
from sdksmith.render.source.names import ModuleNames, ModuleSymbols, resource_names
from sdksmith.text.pysource import literal

from tests.plan.builder import ApiBuilder
from tests.plan.views import import_lines, only_method, plan

PET = Symbol(".models.pet", "Pet")
X = literal("x")


@pytest.mark.parametrize(
    ("expression", "source"),
    [
        (X, '"x"'),
        (NONE, "None"),
        (PET, "Pet"),
        (DATE, "dt.date"),
        (Symbol("httpx2", "Client"), "httpx2.Client"),
        (Union((Generic(LIST, (PET,)), NONE)), "list[Pet] | None"),
        (Call(runtime("ListOf"), (X,)), 'ListOf("x")'),
        (
            Call(PET, keywords=(Keyword("a", X), Keyword("b", NONE))),
            'Pet(a="x", b=None)',
        ),
        (ListDisplay((X, X)), '["x", "x"]'),
        (TupleDisplay(()), "()"),
        (TupleDisplay((X,)), '("x",)'),
        (TupleDisplay((X, X)), '("x", "x")'),
        (DictDisplay(((X, PET),)), '{"x": Pet}'),
        (Quoted(Union((PET, STR))), '"Pet | str"'),
    ],
)
def test_source_of_an_expression(expression: Expression, source: str) -> None:
    assert SourceWriter(Resolution(Place())).write(expression) == source


if TYPE_CHECKING:
    from sdksmith.model.types import TypeId
    from sdksmith.plan.package import Package


def names_of(
    place: Place, *typed: Expression, live: Expression = NONE, shadowed: str = ""
) -> ModuleNames:
    symbols = ModuleSymbols(find_symbols([live]), find_symbols(typed))
    return ModuleNames(place, symbols, shadowed=shadowed.split())


def test_imports_are_those_of_the_symbols() -> None:
    annotation = Union((Generic(LIST, (PET,)), ANY, DATE, runtime("Omit")))
    names = names_of(
        Place("resources"), annotation, live=Call(runtime("ListOf"), (DATE,))
    )
    assert import_block(names.imports()) == (
        "import datetime as dt\n"
        "from typing import TYPE_CHECKING\n\n"
        "from .._runtime import ListOf, Omit\n\n"
        "if TYPE_CHECKING:\n"
        "    from typing import Any\n\n"
        "    from .. import models"
    )


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (Place(), "from .models.pet import Pet"),
        (Place("resources"), "from ..models.pet import Pet"),
        (Place("models", ".models.owner"), "from .pet import Pet"),
        (Place("models", ".models.pet"), ""),
        (Place(package="acme"), "from acme.models import Pet"),
    ],
)
def test_path_of_an_import(place: Place, line: str) -> None:
    assert import_block(names_of(place, live=PET).imports()) == line


def test_definitions_in_annotations_are_qualified() -> None:
    param = Symbol(".params.pet", "PetParam")
    names = names_of(Place("resources"), PET, param)
    assert names.inner.write(Union((PET, param))) == "models.Pet | params.PetParam"
    assert "    from .. import models, params" in import_block(names.imports())


def test_definitions_of_the_same_module_and_in_values_are_not_qualified() -> None:
    alias = Symbol(".models.alias", "Alias")
    names = names_of(Place("models", ".models.pet"), Union((PET, alias)), live=alias)
    assert names.inner.write(Union((PET, alias))) == "Pet | Alias"
    assert import_block(names.imports()) == "from .alias import Alias"


def test_request_types_import_each_other_directly() -> None:
    param = Symbol(".params.pet", "PetParam")
    names = names_of(Place("params", ".params.owner"), PET, param)
    assert names.inner.write(Union((PET, param))) == "models.Pet | PetParam"


def test_attributes_of_a_class_hide_names_in_its_annotations_only() -> None:
    model = Symbol(".models.page", "Page")
    both = Union((Generic(LIST, (STR,)), DATE, model, runtime("Page")))
    names = names_of(Place("resources"), both, shadowed="list dt models")
    assert names.inner.write(both) == (
        "builtins.list[str] | _dt.date | _models.Page | Page"
    )
    assert names.outer.write(both) == "list[str] | dt.date | models.Page | Page"
    block = import_block(names.imports())
    assert "    import builtins\n    import datetime as _dt\n" in block
    assert "    from .. import models as _models" in block


def test_keywords_cannot_be_hidden() -> None:
    optional = Union((STR, NONE))
    assert names_of(Place("params"), shadowed="None").inner.write(optional) == (
        "str | None"
    )


def test_method_named_list_does_not_shadow_the_builtin() -> None:
    builder = ApiBuilder()
    texts = builder.list_of(builder.scalar())
    builder.operation("GET", "/pets", response=texts)
    package = plan(builder.build())
    names = resource_names(package.resources[0])
    assert names.inner.write(only_method(package).returns) == "builtins.list[str]"
    typing_only = names.imports().typing_only
    assert typing_only is not None
    assert [str(item.module) for item in typing_only.standard] == ["builtins"]


def returns(package: Package) -> dict[str, str]:
    """Return the return annotations as they are written in their modules."""
    owners = [(client_names(package), "", package.client.methods)]
    owners += [
        (resource_names(view), f"{view.chain}.", view.methods)
        for view in package.resources
    ]
    return {
        f"{prefix}{method.name}": str(names.inner.write(method.returns))
        for names, prefix, methods in owners
        for method in methods
    }


def record(builder: ApiBuilder, name: str) -> TypeId:
    return builder.record(name, x=builder.scalar())


def test_definitions_are_imported_with_their_package() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/", response=record(builder, "Client"))
    package = plan(builder.build())
    assert list(returns(package).values()) == ["models.Client"]
    typing_only = client_names(package).imports().typing_only
    assert "from . import models" in import_lines(typing_only)
    assert not [x for x in import_lines(typing_only) if x.startswith("from .models")]


def test_resource_named_models_does_not_shadow_the_package() -> None:
    builder = ApiBuilder()
    operation = record(builder, "Operation")
    builder.operation("GET", "/ships/models/{id}", response=operation)
    builder.operation("GET", "/ships/{id}", response=operation)
    package = plan(builder.build())
    assert returns(package) == {
        "ships.retrieve": "_models.Operation",
        "ships.models.retrieve": "models.Operation",
    }


def test_types_of_operations_are_imported_at_run_time() -> None:
    builder = ApiBuilder()
    moments = builder.list_of(builder.scalar(ScalarKind.DATETIME))
    pet = builder.record("Pet", name=builder.scalar())
    builder.operation("GET", "/moments", response=moments)
    builder.operation("POST", "/moments/find", response=pet, body=pet)
    (view,) = plan(builder.build()).resources
    imports = resource_names(view).imports()
    runtime = ("AsyncResource", "ListOf", "Operation", "Options", "Resource")
    assert import_lines(imports) == [
        "import datetime as dt",
        "from typing import TYPE_CHECKING",
        f"from .._runtime import {', '.join(runtime)}",
    ]
    assert import_lines(imports.typing_only) == [
        "import builtins",
        "from .. import models",
    ]


def test_a_union_of_thousands_of_types_compiles() -> None:
    members = tuple(Symbol(".models.pet", f"Pet{number}") for number in range(3000))
    writer = SourceWriter(Resolution(Place("models", ".models.pet")))
    compile(str(writer.write(Union(members))), "models.py", "eval")
    few = writer.write(Union(members[:3]))
    assert few == "Pet0 | Pet1 | Pet2"
