"""Placeholders whose values span several path segments, such as `/v1/{name}` (AIP-122).

Before OpenAPI 3.2, documents cannot declare this, because `allowReserved` applies only to
query parameters. They show it by a pattern or by an example in a description.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...json_data import text_of

if TYPE_CHECKING:
    from ...json_data import JsonObject

_VARIABLE: Final = r"(?:\*|\{[\w.-]+\}|\[[\w-]+\]|<[\w-]+>)"
_FORM: Final = re.compile(
    rf"[`'\"][A-Za-z][\w-]*/{_VARIABLE}(?:/[\w-]+(?:/{_VARIABLE})?)*[`'\"]"
)
"""A resource name in a description: `projects/*/secrets/*`."""
_PATTERN: Final = re.compile(r"\^?[A-Za-z][\w-]*/(?:\[\^/\]|\.\*|\\w)")
"""The start of a pattern for resource names, but not for ARNs: `^projects/[^/]+$`."""


def spans_segments(parameter: JsonObject, schema: JsonObject) -> bool:
    """Return whether slashes in the value of a path parameter separate path segments.

    Args:
        parameter: The parameter, which may have Azure's `x-ms-skip-url-encoding`.
        schema: Schema of the parameter.
    """
    return (
        parameter.get("x-ms-skip-url-encoding") is True
        or _PATTERN.match(text_of(schema.get("pattern"))) is not None
        or any(
            _FORM.search(text_of(node.get("description")))
            for node in (parameter, schema)
        )
    )
