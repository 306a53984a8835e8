"""What every part of the upgrade of one Swagger 2.0 document shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

from ..jsondata import object_of, text_of, texts_of
from ..load.document import resolve

if TYPE_CHECKING:
    from ..jsondata import JsonObject, JsonValue
    from ..load.document import Origins
    from .schemas import SchemaUpgrade

JSON_MEDIA_TYPE: Final = "application/json"

_MOST_STEPS: Final = 50
"""How long a chain of references may be; a longer one is a loop."""


class Shared(Struct, frozen=True):
    """A parameter or response, and the name under which operations share it."""

    node: JsonObject
    name: str | None


class Conversion(Struct, frozen=True):
    """The upgrade of one document.

    Attributes:
        root: The Swagger 2.0 tree.
    """

    root: JsonObject
    origins: Origins
    schemas: SchemaUpgrade

    def derived(self, new: JsonObject, old: JsonValue) -> JsonObject:
        """Return `new` after saying that it was made from `old`."""
        if isinstance(old, dict | list):
            self.origins.derive(new, old)
        return new

    def consumes(self, operation: JsonObject) -> list[str]:
        """Return the media types an operation takes (2.0, "Operation Object").

        The operation's own list replaces the global one, an empty one as well.
        """
        return self._media_types(operation, "consumes")

    def produces(self, operation: JsonObject) -> list[str]:
        """Return the media types an operation answers with, like `consumes`."""
        return self._media_types(operation, "produces")

    def _media_types(self, operation: JsonObject, key: str) -> list[str]:
        own = operation.get(key)
        listed = texts_of(own if isinstance(own, list) else self.root.get(key))
        return list(dict.fromkeys(text.strip() for text in listed if text.strip()))

    def shared(self, node: JsonValue, section: str) -> Shared:
        """Follow the references of a parameter or response.

        Args:
            node: The node where it is used.
            section: The root key under which shared ones stand, e.g. `parameters`.

        Returns:
            The node at the end, empty when there is none; and its name, when the
            first reference goes to an entry of `section`.
        """
        name: str | None = None
        prefix = f"#/{section}/"
        for step in range(_MOST_STEPS):
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
