"""Webhooks of documents older than the word for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..jsondata import object_of

if TYPE_CHECKING:
    from ..jsondata import JsonObject
    from ..load.document import Document

_EXTENSION = "x-webhooks"


def move_webhooks(document: Document) -> Document:
    """Return a document whose `x-webhooks` are `webhooks`, a word that 3.0 lacks.

    Redocly and GitHub write them so, in the shape that 3.1 took over (section 4.8.1).
    """
    root = document.root
    if "webhooks" in root or not object_of(root.get(_EXTENSION)):
        return document
    new: JsonObject = {
        "webhooks" if key == _EXTENSION else key: value for key, value in root.items()
    }
    document.origins.derive(new, root)
    return document.with_root(new)
