"""PA012: operations with a file parameter that do not consume a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, rule
from ...readings.path_bindings import declared_parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORMS: Final = ("multipart/form-data", "application/x-www-form-urlencoded")


@rule(
    "PA012",
    on=Kind.OPERATION,
    title="Send files as multipart/form-data",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    consumes: [application/json]
    paths:
      /labels:
        post:
          parameters:
          - {name: label, in: formData, type: file}
          responses: {"201": {description: Created.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    consumes: [application/json]
    paths:
      /labels:
        post:
          parameters:
          - {name: label, in: formData, type: file}
          responses: {"201": {description: Created.}}
          consumes: [multipart/form-data]
    """,
)
def file_without_form(node: Node) -> Iterator[Finding]:
    """An operation with a parameter of `type: file` must consume a form.

    Swagger 2.0 requires `multipart/form-data`, `application/x-www-form-urlencoded` or
    both in `consumes` (Parameter Object). If neither is listed, `consumes` is set to
    `multipart/form-data`, the only one of the two that can carry the content of a file.
    """
    consumes = node.get("consumes")
    if not isinstance(consumes, list):
        consumes = node.document.root.get("consumes")
    types = consumes if isinstance(consumes, list) else []
    if any(isinstance(name, str) and name.startswith(_FORMS) for name in types):
        return
    item = node.parent
    declared = declared_parameters(node) + (declared_parameters(item) if item else ())
    files = [
        parameter
        for parameter in declared
        if parameter.place == "formData" and parameter.value.get("type") == "file"
    ]
    if files:
        yield Finding(
            f"file parameter {files[0].name!r} must be sent in a form; `consumes` "
            "set to multipart/form-data",
            edits=(put(node.child_pointer("consumes"), ["multipart/form-data"]),),
        )
