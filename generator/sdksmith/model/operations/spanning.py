"""Placeholders whose values span several path segments, such as `/v1/{name}` (AIP-122).

Before OpenAPI 3.2, documents cannot declare this, because `allowReserved` applies only to
query parameters. They show it by a pattern, by an example in a description, or by the
notation of the placeholder.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ...json_data import array_of, text_of
from ..api import PathSlot, PathText

if TYPE_CHECKING:
    from ...json_data import JsonObject
    from ..api import PathTemplate

_VARIABLE: Final = r"(?:\*|\{[\w.-]+\}|\[[\w-]+\]|<[\w-]+>)"
_FORM: Final = re.compile(
    rf"[`'\"][A-Za-z][\w-]*/{_VARIABLE}(?:/[\w-]+(?:/{_VARIABLE})?)*[`'\"]"
)
"""A resource name in a description: `projects/*/secrets/*`."""
_PATTERN: Final = re.compile(r"\^?[A-Za-z][\w-]*/(?:\[\^/\]|\.\*|\\w)")
"""The start of a pattern for resource names, but not for ARNs: `^projects/[^/]+$`."""
_NOTATION: Final = re.compile(r"[+*].+|.+(?:[+*]|\.{3})")
"""A name with the notation of such a placeholder: `+name`, `path*`, `proxy+`."""


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


def spans_in_path(
    path: PathTemplate, path_item: JsonObject, parameter: JsonObject, name: str
) -> bool:
    """Return whether a path shows that the value of a placeholder can contain slashes.

    An optional placeholder right after other text contains its separator, as in
    `{/name}` (RFC 6570, section 3.2.6): `/users{name}` stands for `/users` and for
    `/users/ada`.

    Args:
        path: The path.
        path_item: The path item. A repair that rewrites the notation of a placeholder
            (`{+name}`) adds its name to `x-sdksmith-spanning`.
        parameter: The declared parameter; empty if there is none.
        name: Name of the placeholder, which can have such a notation as well, if the
            parameter is declared as `name*`.
    """
    if name in array_of(path_item.get("x-sdksmith-spanning")):
        return True
    if _NOTATION.fullmatch(name):
        return True
    return parameter.get("x-sdksmith-optional") is True and any(
        isinstance(before, PathText) and part == PathSlot(name)
        for segment in path.segments
        for before, part in pairwise(segment)
    )
