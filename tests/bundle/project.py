"""Projects of several files, and the bundled documents."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from sdksmith.bundle import Bundled, bundle
from sdksmith.load import load_document
from sdksmith.load.document import resolve
from sdksmith.load.files.related import RelatedFiles
from sdksmith.load.files.source import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sdksmith.json_data import JsonObject, JsonValue

OPENAPI_30 = """\
openapi: 3.0.3
info: {title: Parcels, version: '1'}
"""
OPENAPI_31 = OPENAPI_30.replace("3.0.3", "3.1.0")
OPENAPI_32 = OPENAPI_30.replace("3.0.3", "3.2.0")
SWAGGER_20 = """\
swagger: '2.0'
info: {title: Parcels, version: '1'}
"""


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files without the common indentation of their lines."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


def bundle_spec(spec: str, *, allow_remote: bool = False) -> Bundled:
    """Load and bundle a document that exists."""
    source = read_source(spec)
    document = load_document(source.name, source.data).document
    files = RelatedFiles(
        spec, source.url, is_private=source.is_private, allow_remote=allow_remote
    )
    return bundle(document, files)


class Project:
    """Folder with files. `api.yaml` is the entry document.

    Attributes:
        folder: Folder of the files.
        bundled: Result of the last call of `bundle`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bundled: Bundled

    def bundle(
        self, head: str, body: str, files: Mapping[str, str], entry: str = "api.yaml"
    ) -> JsonObject:
        """Write the files and return the bundled document."""
        write_files(self.folder, {entry: head + textwrap.dedent(body), **files})
        self.bundled = bundle_spec(str(self.folder / entry))
        return self.bundled.document.root

    def bundle_without_diagnostics(
        self, head: str, body: str, files: Mapping[str, str], entry: str = "api.yaml"
    ) -> JsonObject:
        """Write the files and return the bundled document; fail if there are diagnostics."""
        root = self.bundle(head, body, files, entry)
        assert [item.message for item in self.bundled.diagnostics] == []
        return root

    def place(self, pointer: str) -> tuple[str, int, int]:
        """Return the file, line and column of a pointer into the document."""
        location = self.bundled.document.locate(pointer)
        name = location.file.removeprefix(f"{self.folder}/")
        return name, location.line, location.column


def schemas_of(root: JsonObject) -> JsonObject:
    """Return the reusable schemas of a document."""
    found = at(root, "/definitions" if "swagger" in root else "/components/schemas")
    assert isinstance(found, dict)
    return found


def at(root: JsonValue, pointer: str) -> JsonValue:
    """Return the value at a pointer."""
    return resolve(root, pointer)


def references_of(value: JsonValue) -> set[str]:
    """Return the text of every `$ref`."""
    found: set[str] = set()
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            stack.extend(one.values())
            reference = one.get("$ref")
            if isinstance(reference, str):
                found.add(reference)
        elif isinstance(one, list):
            stack.extend(one)
    return found


PET = "type: object\nproperties: {name: {type: string}}\n"
PET_TREE: JsonObject = {"type": "object", "properties": {"name": {"type": "string"}}}


def with_schemas(*entries: str) -> str:
    lines = "".join(f"    {entry}\n" for entry in entries)
    return f"paths: {{}}\ncomponents:\n  schemas:\n{lines}"
