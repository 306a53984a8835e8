"""SDK names that a document defines for its operations in vendor extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...json_data import text_of, texts_of
from ..api import NameHints

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue

_GROUPS: Final = ("x-sdksmith-group", "x-fern-sdk-group-name", "x-speakeasy-group")
_METHODS: Final = (
    "x-sdksmith-method",
    "x-fern-sdk-method-name",
    "x-speakeasy-name-override",
)


def read_hints(operation: JsonObject, path_item: JsonObject) -> NameHints:
    """Return the names of an operation, which override those of its path item."""
    groups = [
        _chain(node.get(key)) for node in (operation, path_item) for key in _GROUPS
    ]
    methods = [text_of(operation.get(key)).strip() for key in _METHODS]
    return NameHints(
        group=next((group for group in groups if group), ()),
        method=next((method for method in methods if method), ""),
    )


def _chain(value: JsonValue) -> tuple[str, ...]:
    """Return a resource chain from a list, or from a string with dots between names."""
    names = texts_of(value) if isinstance(value, list) else text_of(value).split(".")
    return tuple(name.strip() for name in names if name.strip())
