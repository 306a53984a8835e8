"""Placeholders that stand for several segments of a path: `/v1/{name}` of AIP-122.

Before 3.2 no document can say so in a word: `allowReserved` was of queries alone. They
say it by what a value looks like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..jsondata import text_of

if TYPE_CHECKING:
    from ..jsondata import JsonObject

_VARIABLE: Final = r"(?:\*|\{[\w.-]+\}|\[[\w-]+\]|<[\w-]+>)"
_FORM: Final = re.compile(
    rf"[`'\"][A-Za-z][\w-]*/{_VARIABLE}(?:/[\w-]+(?:/{_VARIABLE})?)*[`'\"]"
)
"""The form of a resource name in prose: `projects/*/secrets/*`."""
_PATTERN: Final = re.compile(r"\^?[A-Za-z][\w-]*/(?:\[\^/\]|\.\*|\\w)")
"""The start of the pattern of one, which is no ARN: `^projects/[^/]+$`."""


def spans_segments(parameter: JsonObject, schema: JsonObject) -> bool:
    """Return whether the slashes in a value of a path parameter part segments.

    Args:
        parameter: The parameter; Azure writes `x-ms-skip-url-encoding` there.
        schema: What its values are.
    """
    return (
        parameter.get("x-ms-skip-url-encoding") is True
        or _PATTERN.match(text_of(schema.get("pattern"))) is not None
        or any(
            _FORM.search(text_of(said.get("description")))
            for said in (parameter, schema)
        )
    )
