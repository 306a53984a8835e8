"""Schemas that are called like what a module has from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from sdksmith.model.api import Body, Content, PartEncoding
from sdksmith.model.types import Field, Presence
from sdksmith.render.clients import client_names
from sdksmith.render.names import resource_names

from .builder import ApiBuilder
from .planned import import_lines, plan

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId
    from sdksmith.plan.package import Package


def returns(package: Package) -> dict[str, str]:
    """Return the return annotations as they stand in their modules."""
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
    """Return a form whose one part says what it is."""
    part = Field(name, builder.scalar(), Presence.REQUIRED)
    encodings = (PartEncoding(name, content_type="text/csv"),)
    fields = builder.record(None, **{name: part})
    return Body(True, (Content("multipart/form-data", fields, encodings=encodings),))


def hidden_imports(package: Package) -> list[str]:
    (resource,) = package.resources
    return import_lines(resource_names(resource).imports().typing_only)


def record(builder: ApiBuilder, name: str) -> TypeId:
    return builder.record(name, x=builder.scalar())


def test_what_a_module_has_twice_goes_by_its_package() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/ships", answer=record(builder, "Operation"))
    builder.operation("POST", "/ships", answer=record(builder, "Service"))
    package = plan(builder.build())
    assert returns(package) == {
        "ships.retrieve": "models.Operation",
        "ships.create": "Service",
    }
    assert hidden_imports(package) == [
        "from .. import models",
        "from ..models.service import Service",
    ]


def test_the_client_has_names_of_its_own() -> None:
    builder = ApiBuilder()
    builder.operation("GET", "/", answer=record(builder, "Client"))
    package = plan(builder.build())
    assert list(returns(package).values()) == ["models.Client"]
    typing_only = client_names(package).imports().typing_only
    assert "from . import models" in import_lines(typing_only)
    assert not [x for x in import_lines(typing_only) if x.startswith("from .models")]


def test_a_name_stands_alone_until_its_module_needs_the_other() -> None:
    builder = ApiBuilder()
    part = record(builder, "Part")
    builder.operation("GET", "/ships", answer=part)
    assert returns(plan(builder.build())) == {"ships.retrieve": "Part"}
    builder.operation("POST", "/ships", answer=part)
    builder.operations[-1] = replace(builder.operations[-1], body=form(builder, "log"))
    assert set(returns(plan(builder.build())).values()) == {"models.Part"}


def test_a_resource_called_models_does_not_hide_the_models() -> None:
    builder = ApiBuilder()
    operation = record(builder, "Operation")
    builder.operation("GET", "/ships/models", answer=operation)
    builder.operation("GET", "/ships/{id}", answer=operation)
    package = plan(builder.build())
    assert returns(package) == {
        "ships.retrieve": "_models.Operation",
        "ships.models.retrieve": "models.Operation",
    }
