"""Upgrade of documents of all specifications to OpenAPI 3.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ..json_data import object_of
from ..load.document import Dialect, join
from .gateways import expand_any_methods
from .openapi30 import upgrade_openapi30
from .swagger2 import upgrade_swagger2
from .webhooks import move_webhooks

if TYPE_CHECKING:
    from ..json_data import JsonArray, JsonObject, JsonValue
    from ..load.document import Document, Origins

_LEGAL_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")


def upgrade(document: Document) -> Document:
    """Upgrade a repaired document to OpenAPI 3.1.

    Documents of 3.1 and 3.2 are not changed, except that `x-webhooks` is renamed to
    `webhooks`, and that operations for any method are expanded. The input is not mutated. The source of each new node is recorded in
    `document.origins`, which `Document.locate` uses.
    """
    document = expand_any_methods(document)
    if document.dialect is Dialect.SWAGGER_20:
        return upgrade_swagger2(document)
    document = move_webhooks(document)
    if document.dialect is Dialect.OPENAPI_30:
        return upgrade_openapi30(document)
    return document


def to_31(document: Document) -> Document:
    """Upgrade a document to OpenAPI 3.1 for use with other programs.

    In addition to the upgrade, components are renamed to names that 3.1 allows (section
    4.8.7). Swagger 2.0 allows any name, and a well-known library generates names such
    as `Map«string,User»`.
    """
    upgraded = upgrade(document)
    renamed = _renamed_components(upgraded.root)
    if not renamed:
        return upgraded
    root = _Renaming(renamed, upgraded.origins).convert_root(upgraded.root)
    return upgraded.with_root(root)


def _renamed_components(root: JsonObject) -> dict[str, str]:
    """Return the old and new reference of each component with an invalid name."""
    renamed: dict[str, str] = {}
    for section, components in object_of(root.get("components")).items():
        reserved = set(object_of(components))
        for name in sorted(object_of(components)):
            if section.startswith("x-") or _LEGAL_NAME.fullmatch(name):
                continue
            plain = re.sub(r"[^A-Za-z0-9._-]+", "_", name).strip("_") or "Component"
            new, number = plain, 2
            while new in reserved:
                new, number = f"{plain}_{number}", number + 1
            reserved.add(new)
            prefix = f"#/components/{section}"
            renamed["#" + join(prefix[1:], name)] = "#" + join(prefix[1:], new)
    return renamed


class _Renaming:
    """Renaming of components, including all references to them."""

    def __init__(self, renamed: dict[str, str], origins: Origins) -> None:
        self._renamed = renamed
        self._origins = origins
        self._done: dict[int, JsonValue] = {}

    def convert_root(self, root: JsonObject) -> JsonObject:
        new = object_of(self._convert(root))
        components: JsonObject = {}
        for section, entries in object_of(new.get("components")).items():
            prefix = f"/components/{section}"
            components[section] = entries
            if isinstance(entries, dict):
                components[section] = {
                    self._new_name(prefix, name): node for name, node in entries.items()
                }
                self._derive(components[section], entries)
        self._derive(components, new.get("components"))
        result: JsonObject = {**new, "components": components}
        self._derive(result, root)
        return result

    def _new_name(self, prefix: str, name: str) -> str:
        reference = self._renamed.get("#" + join(prefix, name))
        return name if reference is None else reference.rpartition("/")[2]

    def _derive(self, new: JsonValue, old: JsonValue) -> None:
        if isinstance(new, dict | list) and isinstance(old, dict | list):
            self._origins.derive(new, old)

    def _convert(self, node: JsonValue) -> JsonValue:
        if isinstance(node, str):
            return self._reference(node) if node.startswith("#/components/") else node
        if not isinstance(node, dict | list):
            return node
        if id(node) in self._done:
            return self._done[id(node)]
        new: JsonObject | JsonArray
        if isinstance(node, dict):
            new = {key: self._convert(value) for key, value in node.items()}
            same = all(new[key] is node[key] for key in node)
        else:
            new = [self._convert(value) for value in node]
            same = all(one is other for one, other in zip(new, node, strict=True))
        self._done[id(node)] = node if same else new
        if not same:
            self._derive(new, node)
        return self._done[id(node)]

    def _reference(self, reference: str) -> str:
        """Update a reference to a renamed component or to a value inside it."""
        head = "/".join(unquote(reference).split("/")[:4])
        new = self._renamed.get(head)
        rest = reference.split("/")[4:]
        return reference if new is None else "/".join([new, *rest])
