"""Breaks long lines of generated source exactly as black does.

Black formats every file in the end; text that it need not change costs it one pass
instead of two (0.25 ms a line each). So expressions are composed on one line and laid
out here; what is missed, black repairs.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..text.pysource import LINE_LENGTH, Code, trusted

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT: Final = 4
_STRING: Final = r'"(?:[^"\\]|\\.)*"' + r"|'(?:[^'\\]|\\.)*'"
_TOKEN: Final = re.compile(_STRING + r"|[\[({})\],]")
_TRAILER: Final = re.compile(r"[\w\])][(\[]$")
_DEFINITION: Final = ("def ", "async def ", "class ")
_ONE_BY_ONE: Final = ("def ", "async def ", "from ")


def layout(line: Code, indent: int = 0) -> Code:
    """Return one line of source, broken where it is longer than black allows.

    A signature or import that does not fit gets a line for each item; any other bracket
    first has its content on one line, as black would do it.

    Args:
        line: A simple statement or the head of a definition, on one line and without
            indent. Its first line stands where the template puts it.
        indent: How deep it stands, in spaces.
    """
    if indent + len(line) <= LINE_LENGTH:
        return line
    text = str(line)
    lines = _break(text, indent, 0, one_by_one=text.startswith(_ONE_BY_ONE))
    return trusted(f"\n{' ' * indent}".join(lines))


def _break(line: str, indent: int, after: int, *, one_by_one: bool) -> Iterator[str]:
    """Yield the lines of `line`, behind which `after` more characters stand."""
    group = None
    if indent + len(line) + after > LINE_LENGTH:
        group = _group(line, first=line.startswith(_DEFINITION))
    if group is None or " | " in line[group[2] :]:  # black puts unions in parentheses
        yield line
        return
    start, commas, end = group
    if indent + start + 1 > LINE_LENGTH:  # black finds another way
        yield line
        return
    margin = " " * _INDENT
    yield line[: start + 1]
    body = line[start + 1 : end]
    # Black never puts the whole content of a display on one line of its own.
    hugs = _TRAILER.search(line, 0, start + 1) and not one_by_one
    if hugs and indent + _INDENT + len(body) <= LINE_LENGTH:
        yield margin + body
    else:
        bounds = [start, *commas, end]
        items = [line[i + 1 : j].strip() for i, j in pairwise(bounds)]
        if not items[-1]:  # the comma of a tuple of one
            items.pop()
        comma = "" if len(items) == 1 and line[start] == "[" else ","
        for item in items:
            *head, last = _break(item, indent + _INDENT, len(comma), one_by_one=False)
            yield from (margin + part for part in head)
            yield f"{margin}{last}{comma}"
    yield line[end:]


def _group(line: str, *, first: bool) -> tuple[int, list[int], int] | None:
    """Return where the first or last outermost bracket opens, its commas, and its end."""
    depth = start = 0
    commas: list[int] = []
    found: tuple[int, list[int], int] | None = None
    for match in _TOKEN.finditer(line):
        match match[0]:
            case "(" | "[" | "{":
                depth += 1
                if depth == 1:
                    start, commas = match.start(), []
            case ")" | "]" | "}":
                depth -= 1
                if depth == 0 and match.start() > start + 1:
                    found = (start, commas, match.start())
                    if first:
                        return found
            case ",":
                if depth == 1:
                    commas.append(match.start())
            case _:
                pass
    return found
