"""IN001: documents without a title or version."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue

_USUAL: Final = frozenset(
    ("", "openapi", "swagger", "spec", "api", "index", "api-docs", "<stdin>")
)
"""Generic file names, which do not identify the API."""


@rule(
    "IN001",
    on=Kind.DOCUMENT,
    title="Add missing titles and versions",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {description: Parcels and where they are.}
    paths: {}
    """,
    good="""
    swagger: "2.0"
    info:
      description: Parcels and where they are.
      title: example
      version: 0.0.0
    paths: {}
    """,
)
def missing_info(node: Node) -> Iterator[Finding]:
    """A document must have `info` with `title` and `version` (Info Object).

    A missing title is derived from the name of the file, or of its folder if the file
    has a generic name such as `openapi.yaml`. A missing version is set to 0.0.0. Define
    the title: by default, it determines the name of the package.
    """
    info = node.get("info")
    if info is None and "info" not in node.value:
        complete: JsonObject = {**_defaults(node.document.name)}
        edit = put(node.child_pointer("info"), complete)
        yield Finding("document has no `info`; added", edits=(edit,))
    elif isinstance(info, dict):
        missing = {
            key: value
            for key, value in _defaults(node.document.name).items()
            if info.get(key) is None and key not in info
        }
        if missing:
            at = node.child_pointer("info")
            edits = tuple(put(f"{at}/{key}", value) for key, value in missing.items())
            message = f"`info` has no `{'` and no `'.join(missing)}`; added"
            yield Finding(message, edits=edits, at=at)


def _defaults(name: str) -> dict[str, JsonValue]:
    return {"title": _title(name), "version": "0.0.0"}


def _title(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    for candidate in (path.stem, path.parent.name):
        if candidate.lower() not in _USUAL:
            return candidate
    return "API"
