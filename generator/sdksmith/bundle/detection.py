"""Cheap check whether a document needs bundling: one search of its bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..load.document import Document

_EXTERNAL_REFERENCE: Final = re.compile(
    rb"""
    \$(?:
      ref["']?\s*+:\s*+(?!["']?\#/|\{) # a reference other than a local pointer
    | id["']?\s*+:\s*+(?!\{)          # a URI; an object is a property of this name
    | dynamicRef\b
    | self\b
    )
    """,
    re.VERBOSE,
)
_ESCAPED_DOLLAR_SIGNS: Final = (b"\0", b"\\u0024", b"\\x24")
"""Other forms of a dollar sign: the NUL bytes of wider encodings, and escapes."""

_MAPPING: Final = re.compile(rb"mapping[\"']?\s*+:")
_FILE_VALUE: Final = re.compile(
    rb"\.(?:json|ya?ml)\b(?:\#[^\s,\"'}]*)?[\"']?[ \t]*+(?:[,}\r\n]|\Z)"
)
"""A value that is a file name, as in the `mapping` of a discriminator."""

_MAX_MAPPING_SIZE: Final = 10_000
"""Maximum size of the `mapping` of a discriminator, in bytes."""


def may_have_external_references(document: Document) -> bool:
    """Return whether a document may reference other files, or locations by URI.

    False positives are possible. Such documents are surveyed and remain unchanged.
    """
    data = document.source.data
    if any(
        sign in data for sign in _ESCAPED_DOLLAR_SIGNS
    ) or _EXTERNAL_REFERENCE.search(data):
        return True
    return any(
        _FILE_VALUE.search(data, found.end(), found.end() + _MAX_MAPPING_SIZE)
        for found in _MAPPING.finditer(data)
    )
