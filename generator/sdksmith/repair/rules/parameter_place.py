"""PA008: `in` is no place where a parameter can travel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import array_of, text_of
from ...load.document import Dialect
from ..grammar import Kind
from ..keywords import PLACES, place_of
from ..path_bindings import path_template, placeholders
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonValue

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
    title="Put parameters where they can travel",
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
def parameter_place(node: Node) -> Iterator[Finding]:
    """The places are `path`, `query`, `header`, `formData` and `body`.

    In OpenAPI 3 there is `cookie` too, while `formData` and `body` are mended by PA021.
    Other spellings of these are read as what they mean. Any other word, or none, gives
    no hint: the parameter is in the path if that has a placeholder of its name, is the
    body if Swagger 2.0 gives it a schema, and else is in the query.
    """
    written = node.get("in")
    # `In` is mended by SH008, a reference that is none by RF008.
    if _is_place(written, node) or "$ref" in node.value or "name" not in node.value:
        return
    if written is None and any(key.lower() == "in" for key in node.value):
        return
    listed = array_of(written)
    word = text_of(listed[0] if len(listed) == 1 else written)
    read = _READINGS.get(_NO_LETTER.sub("", word.lower()))
    if read == "cookie" and node.document.is_swagger:
        read = None
    taken = read or _guess(node)
    yield Finding(
        f"Parameter {node.get('name')!r} is in {written!r}; {taken} is taken.",
        edits=(put(node.child_pointer("in"), taken),),
        safety=None if read else Safety.GUESS,
        refused=() if read else (remove(node.pointer),),
    )


def _is_place(written: JsonValue, node: Node) -> bool:
    if node.document.is_swagger:
        return bool(place_of(node))
    if written == "querystring":
        return node.document.dialect is Dialect.OPENAPI_32
    return text_of(written) in {*PLACES, "cookie"}


def _guess(node: Node) -> str:
    owner = node.parent
    path = path_template(owner) if owner is not None else None
    if path is not None and text_of(node.get("name")) in placeholders(path):
        return "path"
    in_body = node.document.is_swagger and isinstance(node.get("schema"), dict)
    return "body" if in_body else "query"
