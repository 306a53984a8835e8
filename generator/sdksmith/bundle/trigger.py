"""Whether there is anything to bundle, at the price of one search in the bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..load.document import Document

_SIGNS: Final = re.compile(
    rb"""
    \$ref["']?\s*+:\s*+(?!["']?\#/)          # a reference that is no local pointer
    | \$(?:dynamicRef|self|id)\b            # what else speaks of URIs
    | \\(?:u0024|x24)                       # the dollar sign, escaped
    | \0                                    # an encoding of wider characters
    """,
    re.VERBOSE,
)
_MAPPING: Final = re.compile(rb"\bmapping[\"']?\s*+:")
_FILE_VALUE: Final = re.compile(
    rb"\.(?:json|ya?ml)\b(?:\#[^\s,\"'}]*)?[\"']?[ \t]*+(?:[,}\r\n]|\Z)"
)
"""A value that names a file, as in the mapping of a discriminator."""


def may_refer_elsewhere(document: Document) -> bool:
    """Tell whether a document may refer to other files, or to places by URI.

    True for some that do not; those are looked at closely and come out as they are.
    """
    data = document.source.data
    if _SIGNS.search(data):
        return True
    return bool(_MAPPING.search(data) and _FILE_VALUE.search(data))
