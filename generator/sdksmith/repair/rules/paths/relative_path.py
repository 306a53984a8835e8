"""PT002: paths without a leading slash, with extra space, or with a base URL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ....json_data import text_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, rule
from ...readings.path_keys import NewPath, path_keys, rekey, split_key
from ...readings.path_text import normalize_path

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)")


@rule(
    "PT002",
    on=Kind.PATHS,
    title="Normalize paths to start with a slash",
    safety=Safety.LIKELY,
    bad="""
    host: example.com
    basePath: /v1
    paths:
      parcels/labels:
        get: {responses: {"200": {description: Labels.}}}
      "/parcels ":
        get: {responses: {"200": {description: Parcels.}}}
      https://example.com/v1/depots:
        get: {responses: {"200": {description: Depots.}}}
    """,
    good="""
    host: example.com
    basePath: /v1
    paths:
      /parcels/labels:
        get: {responses: {"200": {description: Labels.}}}
      /parcels:
        get: {responses: {"200": {description: Parcels.}}}
      /depots:
        get: {responses: {"200": {description: Depots.}}}
    """,
)
def relative_path(node: Node) -> Iterator[Finding]:
    """A path must start with a slash, and is appended to the base URL (Paths Object).

    A missing slash is added. Spaces and line breaks around the path, and the base URL
    in front of it, are removed.
    """
    new: dict[str, NewPath] = {}
    for key in path_keys(node):
        path, label = split_key(key)
        intended = _relative(normalize_path(path), node)
        if intended != path:
            new[key] = NewPath(intended, label)
    for key, rekeyed in rekey(node, new).items():
        at = node.child_pointer(key)
        message = f"path {key!r} is malformed; read as {new[key].path!r}"
        yield Finding(message, edits=rekeyed.edits, at=at)


def _relative(path: str, node: Node) -> str:
    found = _URL.match(path)
    if found is not None:
        path = path[found.end() :]
        root = node.document.root
        base = text_of(root.get("basePath")).rstrip("/")
        host = text_of(root.get("host"))
        same = host in {"", found[1]} and path.startswith(f"{base}/")
        path = path.removeprefix(base) if same else path
    return f"/{path.lstrip('/')}" if not path.startswith("/") else path
