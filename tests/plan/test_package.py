"""The documents of `tests.render.pet_shop` use every feature of the views.

A new view, or a new optional part of a view, fails these tests until a document uses it.
"""

from __future__ import annotations

import inspect
import json
from collections import defaultdict
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import pytest
from msgspec import Struct
from runtime.client import BaseClient
from runtime.operation import Operation
from sdksmith.load.loading import load_document
from sdksmith.model.paging_hints import PagingKind
from sdksmith.plan import expressions
from sdksmith.plan import package as view_module
from sdksmith.plan.content.streams import Framing
from sdksmith.plan.contract import Feature
from sdksmith.render.clients import client_names
from sdksmith.render.source import imports as import_module
from sdksmith.render.source.names import resource_names
from sdksmith.render.types import types_names
from sdksmith.repair.engine.passes import repair
from sdksmith.text.pysource import literal
from sdksmith.validate.validation import validate_document

from tests.render.pet_shop import PACKAGES, read_documents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from sdksmith.plan.package import MethodView, Package
    from sdksmith.render.source.imports import ImportsView


def structs_of(module: ModuleType) -> dict[str, type[Struct]]:
    """Return the structs that a module defines."""
    return {
        name: item
        for name, item in vars(module).items()
        if isinstance(item, type)
        and issubclass(item, Struct)
        and item.__module__ == module.__name__
    }


VIEWS: Final = structs_of(view_module) | structs_of(import_module)

NEVER_EMPTY: Final = frozenset(
    {
        "AliasView.pointer",
        "ChildView.description",  # by default, it lists the methods
        "ClassView.pointer",
        "ClientView.base_url_environment",
        "ClientView.log_environment",
        "ClientView.summary",
        "CredentialView.direct",
        "CredentialView.passed",
        "CredentialView.shown",
        "DocView.summary",
        "MethodView.http_method",
        "MethodView.keywords",  # `options` is the last one
        "MethodView.path",
        "MethodView.pointer",
        "LongTextView.text",
        "LongTextView.title",
        "Package.api_version",
        "Package.dependencies",
        "Package.distribution",
        "Package.python",
        "Package.title",
        "Package.version",
        "RaisesView.description",
        "ResourceView.description",  # by default, it lists the methods
        "SampleResponseView.json",
        "SampleResponseView.name",
        "SmokeView.method",
        "TypedDictView.pointer",
        "TypesModuleView.definitions",
        "TypesModuleView.exports",
        "WebhookSwitchView.entries",
        "WebhooksView.webhooks",
    }
)
"""Fields that the planner always fills."""


def structs(value: object) -> Iterator[Struct]:
    """Yield a view and all views that it contains."""
    if isinstance(value, Struct):
        yield value
        for name in value.__struct_fields__:
            yield from structs(getattr(value, name))
    elif isinstance(value, tuple):
        for item in cast("tuple[object, ...]", value):
            yield from structs(item)


def imports_of(package: Package) -> Iterator[ImportsView]:
    """Yield the imports of each module of a package that defines classes."""
    yield client_names(package).imports()
    for resource in package.resources:
        yield resource_names(resource).imports()
    for module in package.models:
        yield types_names("models", module).imports()
    for module in package.params:
        yield types_names("params", module).imports()


def required_states(field: str, hint: Any) -> set[str]:
    """Return the states of a field that must occur, as returned by `state_of`."""
    if hint is bool:
        return {"True", "False"}
    if get_origin(hint) in {Union, UnionType} and NoneType in get_args(hint):
        return {"filled", "empty"}
    if hint is not str and get_origin(hint) is not tuple:
        return set()
    return {"filled"} if field in NEVER_EMPTY else {"filled", "empty"}


def state_of(value: object) -> str:
    if isinstance(value, bool):
        return str(value)
    return "empty" if value in (None, "", ()) else "filled"


@pytest.fixture(scope="module")
def found() -> dict[str, set[str]]:
    """Return the states that occur, by view and field."""
    states: dict[str, set[str]] = defaultdict(set)
    imports = [view for package in PACKAGES.values() for view in imports_of(package)]
    for view in structs((*PACKAGES.values(), *imports)):
        for name in view.__struct_fields__:
            field = f"{type(view).__name__}.{name}"
            states[field].add(state_of(getattr(view, name)))
    return states


@pytest.mark.parametrize("name", VIEWS)
def test_documents_use_every_state_of_a_view(
    name: str, found: dict[str, set[str]]
) -> None:
    hints = get_type_hints(
        VIEWS[name], localns={**vars(expressions), "Feature": Feature}
    )
    fields = VIEWS[name].__struct_fields__
    assert f"{name}.{fields[0]}" in found, f"no document uses {name}"
    unused = {
        field: missing
        for field in fields
        if (
            missing := required_states(f"{name}.{field}", hints[field])
            - found[f"{name}.{field}"]
        )
    }
    assert not unused


@pytest.mark.parametrize("name", structs_of(expressions))
def test_documents_use_every_kind_of_expression(
    name: str, found: dict[str, set[str]]
) -> None:
    assert name in {field.partition(".")[0] for field in found}


def test_exceptions_are_necessary(found: dict[str, set[str]]) -> None:
    assert all(found[name] == {"filled"} for name in NEVER_EMPTY)


@pytest.mark.parametrize("name", ["pet-shop.yaml", "small-apis.yaml"])
def test_documents_are_valid(name: str) -> None:
    for root in read_documents(name):
        document = load_document("spec.json", json.dumps(root).encode()).document
        assert not repair(document).diagnostics
        assert not [*validate_document(document, full=True)]


def all_methods() -> list[MethodView]:
    views = structs(tuple(PACKAGES.values()))
    return [view for view in views if isinstance(view, view_module.MethodView)]


def test_documents_use_every_kind_of_pagination() -> None:
    assert {method.pages for method in all_methods()} == {"", *map(str, PagingKind)}


def test_documents_use_every_framing_of_streams() -> None:
    framings = {
        entry.value
        for method in all_methods()
        for entry in method.operation
        if entry.name == "stream"
    }
    assert framings == {literal(str(framing)) for framing in Framing}


def test_documents_use_every_argument_of_an_operation() -> None:
    used = {entry.name for method in all_methods() for entry in method.operation}
    defined = {*inspect.signature(Operation).parameters} - {"method", "path"}
    # `PagedOperation` adds `paging`.
    assert used == defined | {"paging"}


def test_documents_use_every_argument_of_a_request() -> None:
    used = {item.name for method in all_methods() for item in method.passed}
    defined = {*inspect.signature(BaseClient.request).parameters}
    # Templates add `options` to each call.
    assert used == defined - {"self", "operation", "options"}
