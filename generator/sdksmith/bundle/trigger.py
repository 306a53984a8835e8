"""Whether there is anything to bundle, at the price of one search in the bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..load.document import Document

_SIGNS: Final = re.compile(
    rb"""
    \$(?:
      ref["']?\s*+:\s*+(?!["']?\#/)    # a reference that is no local pointer
    | id["']?\s*+:\s*+(?!\{)          # what else speaks of URIs, but no property
    | dynamicRef\b
    | self\b
    )
    """,
    re.VERBOSE,
)
_HIDDEN: Final = (b"\0", b"\\u0024", b"\\x24")
"""What a dollar sign may look like: wider characters, and escapes."""

_MAPPING: Final = re.compile(rb"mapping[\"']?\s*+:")
_FILE_VALUE: Final = re.compile(
    rb"\.(?:json|ya?ml)\b(?:\#[^\s,\"'}]*)?[\"']?[ \t]*+(?:[,}\r\n]|\Z)"
)
"""A value that names a file, as in the mapping of a discriminator."""

_NEAR: Final = 10_000
"""Bytes that the mapping of a discriminator may take."""


def may_refer_elsewhere(document: Document) -> bool:
    """Tell whether a document may refer to other files, or to places by URI.

    True for some that do not; those are looked at closely and come out as they are.
    """
    data = document.source.data
    if any(sign in data for sign in _HIDDEN) or _SIGNS.search(data):
        return True
    return any(
        _FILE_VALUE.search(data, found.end(), found.end() + _NEAR)
        for found in _MAPPING.finditer(data)
    )
