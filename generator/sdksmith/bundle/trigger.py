"""Cheap check whether a document needs bundling: one search of its bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..load.document import Document

_SIGNS: Final = re.compile(
    rb"""
    \$(?:
      ref["']?\s*+:\s*+(?!["']?\#/)    # a reference other than a local pointer
    | id["']?\s*+:\s*+(?!\{)          # a URI; not a property named `$id`
    | dynamicRef\b
    | self\b
    )
    """,
    re.VERBOSE,
)
_HIDDEN: Final = (b"\0", b"\\u0024", b"\\x24")
"""Other forms of a dollar sign: the NUL bytes of wider encodings, and escapes."""

_MAPPING: Final = re.compile(rb"mapping[\"']?\s*+:")
_FILE_VALUE: Final = re.compile(
    rb"\.(?:json|ya?ml)\b(?:\#[^\s,\"'}]*)?[\"']?[ \t]*+(?:[,}\r\n]|\Z)"
)
"""A value that is a file name, as in the `mapping` of a discriminator."""

_NEAR: Final = 10_000
"""Maximum size of the `mapping` of a discriminator, in bytes."""


def may_refer_elsewhere(document: Document) -> bool:
    """Return whether a document may reference other files, or locations by URI.

    False positives are possible. Such documents are surveyed and remain unchanged.
    """
    data = document.source.data
    if any(sign in data for sign in _HIDDEN) or _SIGNS.search(data):
        return True
    return any(
        _FILE_VALUE.search(data, found.end(), found.end() + _NEAR)
        for found in _MAPPING.finditer(data)
    )
