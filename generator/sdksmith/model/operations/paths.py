"""Parser of path templates."""

from __future__ import annotations

import re
from typing import Final

from ..api import PathSlot, PathTemplate, PathText

METHODS: Final = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)
"""The keys of a path item that are operations (OpenAPI 3.2, section 4.9)."""

_LONGEST: Final = 20_000
"""Maximum number of characters of a path template. Servers need not accept URLs of more than
8,000 (RFC 9110, section 4.1), but the names of placeholders can be longer than their values."""
_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


def parse_path(text: str) -> PathTemplate:
    """Parse a path template.

    A placeholder can be a part of a segment (`data.{format}`) and can occur several
    times. Its name can have any characters except braces. Other braces are literal text.

    Raises:
        ValueError: If the path does not start with a slash (OpenAPI 3.1, section 4.8.8), or
            if it is too long for a request.
    """
    if not text.startswith("/"):
        raise ValueError("path must start with a slash")
    if len(text) > _LONGEST:
        raise ValueError(
            f"path has {len(text):,} characters, and no server accepts such a URL"
        )
    segments: list[list[PathText | PathSlot]] = [[]]
    # `split` with a group returns text and placeholder names alternately.
    for index, part in enumerate(_PLACEHOLDER.split(text[1:])):
        if index % 2:
            segments[-1].append(PathSlot(part))
            continue
        first, *others = part.split("/")
        if first:
            segments[-1].append(PathText(first))
        segments.extend([PathText(other)] if other else [] for other in others)
    return PathTemplate(tuple(tuple(segment) for segment in segments))


def slot_names(path: PathTemplate) -> tuple[str, ...]:
    """Return the distinct placeholder names of a path, in order."""
    return tuple(
        dict.fromkeys(
            part.name
            for segment in path.segments
            for part in segment
            if isinstance(part, PathSlot)
        )
    )
