"""State shared by all parts of the upgrade of a Swagger 2.0 document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

from ..json_data import object_of, text_of, texts_of
from ..load.document import resolve

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from ..load.document import Origins
    from .schemas import SchemaUpgrade

JSON_MEDIA_TYPE: Final = "application/json"

_MAX_STEPS: Final = 50
"""Maximum length of a chain of references; a longer chain is a cycle."""


class Shared(Struct, frozen=True):
    """Parameter or response, with its name if it is shared by operations."""

    node: JsonObject
    name: str | None


class Conversion(Struct, frozen=True):
    """Upgrade of one document.

    Attributes:
        root: The Swagger 2.0 tree.
        origins: Sources of the new nodes.
        schemas: Converter of the schemas.
    """

    root: JsonObject
    origins: Origins
    schemas: SchemaUpgrade

    def derived(self, new: JsonObject, old: JsonValue) -> JsonObject:
        """Record that `new` was made from `old`, and return `new`."""
        if isinstance(old, dict | list):
            self.origins.derive(new, old)
        return new

    def consumes(self, operation: JsonObject) -> list[str]:
        """Return the media types that an operation accepts (2.0, "Operation Object").

        A list in the operation replaces the global one, even if it is empty.
        """
        return self._media_types(operation, "consumes")

    def produces(self, operation: JsonObject) -> list[str]:
        """Return the media types of the responses of an operation, see `consumes`."""
        return self._media_types(operation, "produces")

    def _media_types(self, operation: JsonObject, key: str) -> list[str]:
        own = operation.get(key)
        listed = texts_of(own if isinstance(own, list) else self.root.get(key))
        return list(dict.fromkeys(text.strip() for text in listed if text.strip()))

    def shared(self, node: JsonValue, section: str) -> Shared:
        """Follow the references of a parameter or response.

        Args:
            node: The node that uses the parameter or response.
            section: Root key of the shared objects, such as `parameters`.

        Returns:
            The referenced node, which is empty if it does not exist, and its name if
            the first reference is to an entry of `section`.
        """
        name: str | None = None
        prefix = f"#/{section}/"
        for step in range(_MAX_STEPS):
            reference = text_of(object_of(node).get("$ref"))
            if not reference:
                return Shared(object_of(node), name)
            rest = unquote(reference.removeprefix(prefix))
            if step == 0 and reference.startswith(prefix) and "/" not in rest:
                name = rest.replace("~1", "/").replace("~0", "~")
            if not reference.startswith("#"):
                return Shared(object_of(node), None)
            try:
                node = resolve(self.root, unquote(reference[1:]))
            except KeyError:
                break
        return Shared({}, None)
