"""PA012: a file is sent, but not in a form that can carry one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ..grammar import Kind
from ..path_bindings import declared_parameters
from ..rule import SWAGGER, Finding, Node, put, rule

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

    Swagger 2.0 asks for `multipart/form-data` or `application/x-www-form-urlencoded`
    in `consumes`; the first is the one that can carry the content of a file.
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
            f"The file {files[0].name!r} can only be sent as multipart/form-data.",
            edits=(put(node.child_pointer("consumes"), ["multipart/form-data"]),),
        )
