"""PA001: path placeholders that no parameter declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.path_bindings import bind_operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject


@rule(
    "PA001",
    on=Kind.OPERATION,
    title="Declare missing path parameters",
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
    """Each `{placeholder}` of a path must be declared as a parameter with `in: path`.

    The client needs its value to build the URL (Path Templating). A missing parameter
    is declared as a required string, which is a guess. With `--no-guess`, the operation
    is omitted from the client. Declare the parameter to give it a type and a
    description.
    """
    listed = node.get("parameters")
    missing = bind_operation(node).undeclared
    if not missing or not isinstance(listed, list | None):
        return
    declared = [_declare(name, swagger=node.document.is_swagger) for name in missing]
    names = " and ".join(f"{{{name}}}" for name in missing)
    target = node.child_pointer("parameters")
    yield Finding(
        f"path uses {names}, which no parameter declares; type `string` assumed",
        edits=(
            tuple(put(f"{target}/-", parameter) for parameter in declared)
            if listed is not None
            else (put(target, [*declared]),)
        ),
        fallback=(remove(node.pointer),),
        omitted=1,
    )


def _declare(name: str, *, swagger: bool) -> JsonObject:
    value: JsonObject = {"type": "string"}
    parameter: JsonObject = {"name": name, "in": "path", "required": True}
    rest: JsonObject = value if swagger else {"schema": value}
    return parameter | rest
