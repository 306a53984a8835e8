"""PT005: path placeholders that are not written as `{name}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, rule
from ...readings.path_keys import NewPath, declared_names, path_keys, rekey, split_key
from ...readings.path_text import has_colons, plain_placeholders

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
    """,
)
def placeholder_form(node: Node) -> Iterator[Finding]:
    """Placeholders in a path must be written as `{name}`.

    The specification defines only this notation (Path Templating). Other notations,
    such as `:name`, `<name>`, `{name:pattern}` and `{name?}`, are rewritten. `:name` is
    read as a placeholder only if a path parameter has that name, or if no path of the
    document uses braces, because a path such as `/participants/:add` can be literal.
    """
    keys = list(path_keys(node))
    colons = not any("{" in split_key(key)[0] for key in keys)
    new: dict[str, NewPath] = {}
    for key in keys:
        path, label = split_key(key)
        # Most paths have none of these characters, and looking up parameters is slow.
        if not (has_colons(path) or any(mark in path for mark in "<%{&")):
            continue
        declared = declared_names(node, node.value[key], "path")
        intended = plain_placeholders(path, declared, colons=colons)
        if intended != path:
            new[key] = NewPath(intended, label)
    for key, rekeyed in rekey(node, new).items():
        at = node.child_pointer(key)
        message = (
            f"placeholders of path {key!r} must be written as `{{name}}`; "
            f"read as {new[key].path!r}"
        )
        yield Finding(message, edits=rekeyed.edits, at=at)
