"""Expressions as source, and the imports of their module."""

from __future__ import annotations

import pytest
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
)
from sdksmith.plan.runtime import runtime
from sdksmith.render.source.expressions import Place, Resolution, SourceWriter
from sdksmith.render.source.imports import import_block
from sdksmith.render.source.names import ModuleNames, ModuleSymbols, find_symbols
from sdksmith.text.pysource import literal

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
        "    from ..models.pet import Pet"
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


def test_a_model_with_a_name_of_the_runtime_is_qualified() -> None:
    model = Symbol(".models.page", "Page")
    alone = names_of(Place("resources"), model)
    assert alone.inner.write(model) == "Page"
    both = names_of(Place("resources"), model, runtime("Page"))
    assert both.inner.write(model) == "models.Page"
    assert both.inner.write(runtime("Page")) == "Page"
    assert "    from .. import models" in import_block(both.imports())


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
