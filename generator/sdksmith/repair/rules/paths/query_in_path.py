"""PT003: paths with a query string."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule
from ...readings.path_keys import NewPath, declared_names, path_keys, rekey, split_key
from ...readings.path_text import Query, query_expressions, read_query

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....json_data import JsonArray, JsonObject
    from ...engine.rule import EditOp


@rule(
    "PT003",
    on=Kind.PATHS,
    title="Move query strings out of paths",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels?state=lost&page={page}:
        get: {responses: {"200": {description: Lost parcels.}}}
      /depots?do=open:
        post: {responses: {"200": {description: Open.}}}
      /depots?do=close:
        post: {responses: {"200": {description: Closed.}}}
    """,
    good="""
    paths:
      /parcels:
        get: {responses: {"200": {description: Lost parcels.}}}
        x-sdksmith-query: {state: lost}
        parameters: [{name: page, in: query, type: string}]
      /depots#do=open:
        post: {responses: {"200": {description: Open.}}}
        x-sdksmith-path: /depots
        x-sdksmith-query: {do: open}
      /depots#do=close:
        post: {responses: {"200": {description: Closed.}}}
        x-sdksmith-path: /depots
        x-sdksmith-query: {do: close}
    """,
)
def query_in_path(node: Node) -> Iterator[Finding]:
    """A path must not contain a query string; its parameters are declared separately.

    Parameters with a fixed value move to `x-sdksmith-query`, and the client sends them
    with every request. A placeholder in the query string becomes a query parameter,
    which is declared if the document does not declare it. Paths that differ only in
    their query strings are distinguished by a label after `#`, and `x-sdksmith-path`
    holds the path that is sent.
    """
    queries: dict[str, Query] = {}
    new: dict[str, NewPath] = {}
    for key in path_keys(node):
        path, label = split_key(key)
        path, optional = query_expressions(path)
        path, mark, text = path.partition("?")
        if mark or optional:
            query = read_query(text)
            queries[key] = Query(query.fixed, (*query.names, *optional))
            new[key] = NewPath(path, label or text, {**query.fixed})
    for key, rekeyed in rekey(node, new).items():
        declared = _declare(node, key, rekeyed.key, queries[key].names)
        yield Finding(
            f"path {key!r} contains a query string; read as {new[key].path!r} with "
            "query parameters",
            edits=(*rekeyed.edits, *declared),
            at=node.child_pointer(key),
        )


def _declare(node: Node, old: str, new: str, names: Sequence[str]) -> Iterator[EditOp]:
    """Yield the edits that declare missing parameters for the whole path item."""
    item = object_of(node.value[old])
    known = declared_names(node, item, "query", "path")
    missing = [name for name in dict.fromkeys(names) if name not in known]
    listed = item.get("parameters")
    parameters: JsonArray = [_parameter(node, name) for name in missing]
    target = node.child_pointer(new, "parameters")
    if isinstance(listed, list):
        yield from (put(f"{target}/-", parameter) for parameter in parameters)
    elif parameters and listed is None:
        yield put(target, parameters)


def _parameter(node: Node, name: str) -> JsonObject:
    text: JsonObject = {"type": "string"}
    value: JsonObject = text if node.document.is_swagger else {"schema": text}
    return {"name": name, "in": "query", **value}
