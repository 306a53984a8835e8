"""Imports of modules, and classes named like another import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from sdksmith.model.api import Body, Content, PartEncoding
from sdksmith.model.types import Field, Presence, ScalarKind
from sdksmith.render.clients import client_names
from sdksmith.render.source.names import resource_names

from tests.plan.builder import ApiBuilder
from tests.plan.views import import_lines, only_method, plan

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId
    from sdksmith.plan.package import Package


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


def form(builder: ApiBuilder, name: str) -> Body:
    """Return a form whose only part has a content type."""
    part = Field(name, builder.scalar(), Presence.REQUIRED)
    encodings = (PartEncoding(name, content_type="text/csv"),)
    fields = builder.record(None, **{name: part})
    return Body(True, (Content("multipart/form-data", fields, encodings=encodings),))


def typing_imports(package: Package) -> list[str]:
    (resource,) = package.resources
    return import_lines(resource_names(resource).imports().typing_only)


def record(builder: ApiBuilder, name: str) -> TypeId:
    return builder.record(name, x=builder.scalar())


def test_class_named_like_an_import_is_qualified_by_its_package() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/ships", response=record(builder, "Operation"))
    builder.operation("POST", "/ships", response=record(builder, "Service"))
    package = plan(builder.build())
    assert returns(package) == {
        "ships.retrieve": "models.Operation",
        "ships.create": "Service",
    }
    assert typing_imports(package) == [
        "from .. import models",
        "from ..models.service import Service",
    ]


def test_names_of_the_client_module_are_reserved() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/", response=record(builder, "Client"))
    package = plan(builder.build())
    assert list(returns(package).values()) == ["models.Client"]
    typing_only = client_names(package).imports().typing_only
    assert "from . import models" in import_lines(typing_only)
    assert not [x for x in import_lines(typing_only) if x.startswith("from .models")]


def test_class_is_qualified_only_if_its_module_needs_the_other_name() -> None:
    builder = ApiBuilder()
    part = record(builder, "Part")
    builder.operation("GET", "/ships", response=part)
    assert returns(plan(builder.build())) == {"ships.retrieve": "Part"}
    builder.operation("POST", "/ships", response=part)
    builder.operations[-1] = replace(builder.operations[-1], body=form(builder, "log"))
    assert set(returns(plan(builder.build())).values()) == {"models.Part"}


def test_resource_named_models_does_not_shadow_the_package() -> None:
    builder = ApiBuilder()
    operation = record(builder, "Operation")
    builder.operation("GET", "/ships/models", response=operation)
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
        "from ..models.pet import Pet",
    ]
