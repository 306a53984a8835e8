"""Views of planned packages as short strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.plan import PlanSettings, build_package
from sdksmith.plan.package import AliasView, ClassView, TypedDictView
from sdksmith.render.source.expressions import Place, Resolution, SourceWriter
from sdksmith.render.source.imports import merge_imports
from sdksmith.text.pysource import literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdksmith.model.api import Api
    from sdksmith.plan.expressions import Expression
    from sdksmith.plan.package import ArgumentView, MethodView, Package, TypesModuleView
    from sdksmith.render.source.imports import ImportsView

SETTINGS = PlanSettings(package="acme", distribution="acme-client")


def plan(api: Api, settings: PlanSettings = SETTINGS) -> Package:
    """Return the package of an API."""
    return build_package(api, settings).package


def methods_of(package: Package) -> dict[str, MethodView]:
    """Return each method by its chain, for example `pets.list`."""
    found = {str(method.name): method for method in package.client.methods}
    for resource in package.resources:
        for method in resource.methods:
            found[f"{resource.chain}.{method.name}"] = method
    return found


def source(expression: Expression) -> str:
    """Return an expression as source, in a module where nothing hides a name."""
    return str(SourceWriter(Resolution(Place())).write(expression))


def only_method(package: Package) -> MethodView:
    """Return the only method of a package."""
    (method,) = methods_of(package).values()
    return method


def signature(method: MethodView) -> str:
    """Return the arguments of a method as source, without `options`."""
    positional = [_argument(item) for item in method.positional]
    keywords = [_argument(item) for item in method.keywords if item.name != "options"]
    return ", ".join([*positional, *(["*"] if keywords else []), *keywords])


def _argument(item: ArgumentView) -> str:
    default = "" if item.default is None else f" = {source(item.default)}"
    return f"{item.name}: {source(item.annotation)}{default}"


def entries(method: MethodView) -> dict[str, str]:
    """Return the keyword arguments of `Operation(...)`."""
    return {item.name: source(item.value) for item in method.operation}


def passed(method: MethodView) -> dict[str, str]:
    """Return the keyword arguments that a method passes to the runtime."""
    return {
        item.name: source(item.value).removeprefix("{").removesuffix("}")
        for item in method.passed
    }


def definitions(
    modules: Iterable[TypesModuleView],
) -> dict[str, ClassView | TypedDictView | AliasView]:
    """Return the definitions of modules by name."""
    return {str(d.name): d for module in modules for d in module.definitions}


def fields_of(view: object) -> dict[str, str]:
    """Return the fields of a class or TypedDict as source, wire name included."""
    assert isinstance(view, ClassView | TypedDictView)
    return {
        str(field.name): source(field.annotation)
        + ("" if field.default is None else f" = {source(field.default)}")
        + ("" if field.wire is None else f" @ {literal(field.wire)}")
        for field in view.fields
    }


def alias_of(view: object) -> str:
    """Return the aliased type as source."""
    assert isinstance(view, AliasView)
    return source(view.value)


def import_lines(view: ImportsView | None) -> list[str]:
    """Return imports as statements, without those for type checkers."""
    if view is None:
        return []
    view = merge_imports(view)
    return [
        (
            f"from {item.module} import {', '.join(item.names)}"
            if item.names
            else f"import {item.module}"
        )
        + (f" as {item.alias}" if item.alias else "")
        for item in (*view.standard, *view.third_party, *view.own)
    ]
