"""PT005: path placeholders that are not written as `{name}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, rule
from ...readings.custom_verbs import custom_verbs
from ...readings.path_keys import NewPath, declared_names, path_keys, rekey, split_key
from ...readings.path_text import (
    has_colons,
    plain_placeholders,
    spanning_placeholders,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "PT005",
    on=Kind.PATHS,
    title="Rewrite path placeholders as `{name}`",
    safety=Safety.LIKELY,
    bad="""
    parameters:
      id: {name: id, in: path, required: true, type: string}
    paths:
      /parcels/:id:
        parameters: [{$ref: "#/parameters/id"}]
        get: {responses: {"200": {description: A parcel.}}}
      /labels/<id>:
        parameters: [{$ref: "#/parameters/id"}]
        get: {responses: {"200": {description: A label.}}}
      /depots/{id:[0-9]{4}}:
        parameters: [{$ref: "#/parameters/id"}]
        get: {responses: {"200": {description: A depot.}}}
      /files/{+id}:
        parameters: [{$ref: "#/parameters/id"}]
        get: {responses: {"200": {description: A file.}}}
    """,
    good="""
    parameters:
      id: {name: id, in: path, required: true, type: string}
    paths:
      /parcels/{id}:
        parameters: [{$ref: "#/parameters/id"}]
        get: {responses: {"200": {description: A parcel.}}}
      /labels/{id}:
        parameters: [{$ref: "#/parameters/id"}]
        get: {responses: {"200": {description: A label.}}}
      /depots/{id}:
        parameters: [{$ref: "#/parameters/id"}]
        get: {responses: {"200": {description: A depot.}}}
      /files/{id}:
        parameters: [{$ref: "#/parameters/id"}]
        get: {responses: {"200": {description: A file.}}}
        x-sdksmith-spanning: [id]
    """,
)
def placeholder_form(node: Node) -> Iterator[Finding]:
    """Placeholders in a path must be written as `{name}`.

    The specification defines only this notation (Path Templating). Other notations,
    such as `:name`, `<name>`, `{name:pattern}` and `{name?}`, are rewritten. `:name` is
    read as a placeholder only if a path parameter has that name, or if no path of the
    document uses braces and it is not a verb at the end of a path, because a path such
    as `/participants/:add` can be literal.

    In other notations, the value of a placeholder can contain slashes: `{+name}`,
    `{name=projects/*}`, `{path*}`, `{proxy+}`, `<path:name>`. Its name is added to
    `x-sdksmith-spanning` of the path item, and the client keeps the slashes.
    """
    keys = list(path_keys(node))
    colons = not any("{" in split_key(key)[0] for key in keys)
    verbs = (
        custom_verbs(split_key(key)[0] for key in keys) if colons else frozenset[str]()
    )
    new: dict[str, NewPath] = {}
    for key in keys:
        path, label = split_key(key)
        # Most paths have none of these characters, and looking up parameters is slow.
        if not (has_colons(path) or any(mark in path for mark in "<%{&")):
            continue
        declared = declared_names(node, node.value[key], "path")
        intended = plain_placeholders(path, declared, colons=colons, verbs=verbs)
        if intended != path:
            spanning = spanning_placeholders(path, declared)
            new[key] = NewPath(intended, label, spanning=spanning)
    for key, rekeyed in rekey(node, new).items():
        at = node.child_pointer(key)
        message = (
            f"placeholders of path {key!r} must be written as `{{name}}`; "
            f"read as {new[key].path!r}"
        )
        yield Finding(message, edits=rekeyed.edits, at=at)
