"""Cutting of descriptions that are too long for a docstring or a README."""

from __future__ import annotations

import re
from typing import Final

from ..paging.pointers import split_pointer

LONGEST: Final = 20_000
"""Maximum number of characters of a description outside `api.md`."""

_CONTINUED: Final = "The rest of this description is in `api.md`."
# Places at which a text can be cut, the best one first.
_ENDS: Final = ("\n\n", "\n", ". ", " ")
_FENCE: Final = re.compile(r"^ {0,3}(?:`{3,}|~{3,})", re.MULTILINE)


def cut_text(text: str) -> str:
    """Return the start of a long description, with a reference to `api.md`.

    The text is cut at the end of a paragraph or, if a paragraph is very long, of a line, a
    sentence or a word. Code blocks are not divided.
    """
    start = text[:LONGEST]
    for end in _ENDS:
        at = start.rfind(end, LONGEST // 2)
        if at >= 0:
            start = start[: at + len(end)]
            break
    fences = [found.start() for found in _FENCE.finditer(start)]
    if len(fences) % 2:
        start = start[: fences[-1]]
    return f"{start.rstrip()}\n\n{_CONTINUED}".lstrip()


def describe_place(pointer: str, title: str) -> str:
    """Return the name of a place in the upgraded document, for a heading.

    Args:
        pointer: JSON Pointer of the place; empty for the document.
        title: Title of the API, which is the name of the document.
    """
    tokens = split_pointer(pointer)
    if not tokens:
        return title
    if tokens[0] == "components" and len(tokens) > 2:
        return ".".join(tokens[2:])
    if tokens[0] == "paths" and len(tokens) > 2:
        return " ".join((tokens[2].upper(), tokens[1], ".".join(tokens[3:]))).strip()
    return ".".join(tokens)
