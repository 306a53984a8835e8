"""PA008: parameters whose `in` is not a valid location."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....json_data import array_of, text_of
from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import PARAMETER_LOCATIONS, location_of
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.path_bindings import path_template, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue

_READINGS = {
    "path": "path",
    "uri": "path",
    "route": "path",
    "urlpath": "path",
    "pathparameter": "path",
    "query": "query",
    "querystring": "query",
    "queryparam": "query",
    "queryparameter": "query",
    "get": "query",
    "header": "header",
    "headers": "header",
    "cookie": "cookie",
    "cookies": "cookie",
    "form": "formData",
    "formdata": "formData",
    "formurlencoded": "formData",
    "multipart": "formData",
    "body": "body",
    "requestbody": "body",
    "payload": "body",
    "json": "body",
}
_NO_LETTER = re.compile(r"[^a-z]")


@rule(
    "PA008",
    on=Kind.PARAMETER,
    title="Correct invalid parameter locations",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          consumes: [application/x-www-form-urlencoded]
          parameters:
          - {name: city, in: form, type: string}
          - {name: size, in: Query, type: string}
          responses: {"201": {description: Created.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          consumes: [application/x-www-form-urlencoded]
          parameters:
          - {name: city, in: formData, type: string}
          - {name: size, in: query, type: string}
          responses: {"201": {description: Created.}}
    """,
)
def parameter_location(node: Node) -> Iterator[Finding]:
    """`in` must be one of the locations that the specification defines.

    Swagger 2.0 defines `path`, `query`, `header`, `formData` and `body`. OpenAPI 3
    defines `path`, `query`, `header` and `cookie`; PA021 converts `formData` and `body`
    there. Other spellings of a location, such as `Query` or `form`, are corrected. If
    the value is missing or unknown, the location is a guess: `path` if the path has a
    placeholder with the name of the parameter, `body` if a parameter of Swagger 2.0 has
    a `schema`, and `query` otherwise. With `--no-guess`, such a parameter is removed.
    """
    written = node.get("in")
    # SH005 corrects the spelling of `In`; RF008 corrects invalid references.
    if _is_place(written, node) or "$ref" in node.value or "name" not in node.value:
        return
    if written is None and any(key.lower() == "in" for key in node.value):
        return
    listed = array_of(written)
    word = text_of(listed[0] if len(listed) == 1 else written)
    read = _READINGS.get(_NO_LETTER.sub("", word.lower()))
    if read == "cookie" and node.document.is_swagger:
        read = None
    reserved = read or _guess(node)
    yield Finding(
        f"parameter {node.get('name')!r} must have a valid location in `in`, "
        f"got {written!r}; read as `{reserved}`",
        edits=(put(node.child_pointer("in"), reserved),),
        safety=None if read else Safety.GUESS,
        fallback=() if read else (remove(node.pointer),),
    )


def _is_place(written: JsonValue, node: Node) -> bool:
    if node.document.is_swagger:
        return bool(location_of(node))
    if written == "querystring":
        return node.document.dialect is Dialect.OPENAPI_32
    return text_of(written) in {*PARAMETER_LOCATIONS, "cookie"}


def _guess(node: Node) -> str:
    owner = node.parent
    path = path_template(owner) if owner is not None else None
    if path is not None and text_of(node.get("name")) in placeholders(path):
        return "path"
    in_body = node.document.is_swagger and isinstance(node.get("schema"), dict)
    return "body" if in_body else "query"
