"""Conversion of `x-webhooks` to `webhooks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..json_data import object_of

if TYPE_CHECKING:
    from ..json_data import JsonObject
    from ..load.document import Document

_EXTENSION = "x-webhooks"


def move_webhooks(document: Document) -> Document:
    """Rename `x-webhooks` of a document to `webhooks`, which 3.0 does not define.

    Redocly and GitHub use the extension, whose format is the one that 3.1 adopted
    (section 4.8.1).
    """
    root = document.root
    if "webhooks" in root or not object_of(root.get(_EXTENSION)):
        return document
    new: JsonObject = {
        "webhooks" if key == _EXTENSION else key: value for key, value in root.items()
    }
    document.origins.derive(new, root)
    return document.with_root(new)
