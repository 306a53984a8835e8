"""Whether there is anything to bundle, at the price of one search in the bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..load.document import Document

_SIGNS: Final = re.compile(
    rb"""
    \$ref["']?\s*:\s*(?!["']?\#/|["']?\s*$)  # a reference that is no local pointer
    | \$(?:dynamicRef|self|id)\b             # what else speaks of URIs
    | \\(?:u0024|x24)                        # the dollar sign, escaped
    | \boperationRef["']?\s*:\s*(?!["']?\#/)
    | \.(?:json|ya?ml)\b["']?\s*[,}\r\n]     # in a discriminator's mapping
    | \0                                     # an encoding of wider characters
    """,
    re.VERBOSE | re.MULTILINE,
)


def may_refer_elsewhere(document: Document) -> bool:
    """Tell whether a document may refer to other files, or to places by URI.

    True for some that do not; those are looked at closely and come out as they are.
    """
    return _SIGNS.search(document.source.data) is not None
