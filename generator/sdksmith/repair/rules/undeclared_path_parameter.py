"""PA001: a path has a placeholder that no parameter declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..path_bindings import bind_operation
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject


@rule(
    "PA001",
    on=Kind.OPERATION,
    title="Declare the parameters that a path uses",
    safety=Safety.GUESS,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels/{parcel}:
        get:
          responses: {"200": {description: A parcel.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels/{parcel}:
        get:
          responses: {"200": {description: A parcel.}}
          parameters:
          - {name: parcel, in: path, required: true, type: string}
    """,
)
def undeclared_path_parameter(node: Node) -> Iterator[Finding]:
    """Each `{placeholder}` of a path needs a parameter `in: path` of the same name.

    A client cannot build the URL without it, so it is declared as a string.
    """
    listed = node.get("parameters")
    missing = bind_operation(node).undeclared
    if not missing or not isinstance(listed, list | None):
        return
    declared = [_declare(name, swagger=node.document.is_swagger) for name in missing]
    names = " and ".join(f"{{{name}}}" for name in missing)
    target = node.child_pointer("parameters")
    yield Finding(
        f"The path uses {names}, which no parameter declares; text is taken.",
        edits=(
            tuple(put(f"{target}/-", parameter) for parameter in declared)
            if listed is not None
            else (put(target, [*declared]),)
        ),
        refused=(remove(node.pointer),),
        lost=1,
    )


def _declare(name: str, *, swagger: bool) -> JsonObject:
    value: JsonObject = {"type": "string"}
    parameter: JsonObject = {"name": name, "in": "path", "required": True}
    rest: JsonObject = value if swagger else {"schema": value}
    return parameter | rest
