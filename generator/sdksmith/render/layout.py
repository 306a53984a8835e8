"""Breaks long lines of generated source exactly as black does.

Views and filters compose each statement on one line. Black takes 6 ms to break one that
is too long, and 0.3 ms a line to find that it has nothing to do. So what it does with
the few shapes that templates write is said here again, in 0.05 ms a statement; where
this module is not sure, black is asked about that one statement.

tests/render/test_layout.py compares the two. The comments name black's own functions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ..text.pysource import LINE_LENGTH, Code, trusted
from .blacken import blacken

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDENT: Final = 4
_MARGIN: Final = " " * _INDENT
_STRING: Final = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_TOKEN: Final = re.compile(_STRING + r"|[\[({})\],]| \| | = ")
_TRAILER: Final = re.compile(r"[\w\])][(\[]$")
_ANNOTATED: Final = re.compile(r"[A-Za-z_]\w*: ")
# What has nowhere to break: a name or string, behind the key or keyword that it is for.
_ATOM: Final = re.compile(
    rf"(?:\| |\w+=|{_STRING}: )?(?:[\w.]+|{_STRING})|lambda \w+: [\w.]+\(\)"
)
_RETURNS: Final = re.compile(r"\) -> [\w.]+:")
_DEFINITION: Final = ("def ", "async def ", "class ")


class _NotSureError(Exception):
    """A shape of which only black knows how it is broken."""


def layout(line: Code, indent: int = 0) -> Code:
    """Return one line of source, broken where it is longer than black allows.

    Args:
        line: A simple statement, the head of a compound one, or an item of a display
            with its comma; on one line and without indent. Its first line stands where
            the template puts it.
        indent: How deep it stands, in spaces.
    """
    if indent + len(line) <= LINE_LENGTH:
        return line
    return trusted(f"\n{' ' * indent}".join(_lay_out(str(line), indent)))


@lru_cache(maxsize=10_000)
def _lay_out(line: str, indent: int) -> Sequence[str]:
    try:
        return _break_statement(line, indent)
    except _NotSureError:
        return blacken(line, indent)


class _Group(Struct, frozen=True):
    """An outermost pair of brackets: where it opens, its commas and its end."""

    start: int
    commas: tuple[int, ...]
    end: int


class _Outline(Struct):
    """What stands outside all brackets of a line, or is the outermost of them.

    Attributes:
        unions: Where ` | ` stands.
        equals: Where ` = ` stands.
    """

    groups: list[_Group] = field(default_factory=list[_Group])
    unions: list[int] = field(default_factory=list[int])
    equals: list[int] = field(default_factory=list[int])


def _outline(line: str) -> _Outline:
    outline = _Outline()
    depth = start = 0
    commas: list[int] = []
    for match in _TOKEN.finditer(line):
        place = match.start()
        match match[0]:
            case "(" | "[" | "{":
                depth += 1
                if depth == 1:
                    start, commas = place, []
            case ")" | "]" | "}":
                depth -= 1
                if depth == 0 and place > start + 1:
                    outline.groups.append(_Group(start, tuple(commas), place))
            case "," if depth == 1:
                commas.append(place)
            case " | " if depth == 0:
                outline.unions.append(place)
            case " = " if depth == 0:
                outline.equals.append(place)
            case _:
                pass
    return outline


def _break_statement(line: str, indent: int) -> list[str]:
    """Return the lines of a statement that does not fit on one.

    Raises:
        _NotSureError: Only black knows.
    """
    room = LINE_LENGTH - indent
    if line.endswith(","):
        return _break_item(line[:-1], room, ",")
    outline = _outline(line)
    if line.startswith(_DEFINITION) and outline.groups:
        return _break_group(line, outline.groups[0], room)
    if len(outline.equals) == 1 and (lines := _wrap_value(line, outline, room)):
        return lines
    if outline.unions:
        return _break_union(line, outline, room)
    return _break_last(line, outline, room)


def _wrap_value(line: str, outline: _Outline, room: int) -> list[str]:
    """Return the lines of an assignment whose value is put in parentheses, if it is.

    prefer_splitting_right_hand_side: it is where `name: annotation = (` fits and the
    value has no bracket of its own that can be broken on that line.
    """
    start = outline.equals[0] + len(" = ")
    if outline.unions and outline.unions[-1] >= start:
        return []
    if start + 1 > room:
        return [] if outline.unions else _wrap_annotation(line, start, room)
    if outline.groups and start <= outline.groups[-1].start < room:
        return []
    lines = _break_item(line[start:], room - _INDENT, "")
    return [f"{line[:start]}(", *(_MARGIN + part for part in lines), ")"]


def _wrap_annotation(line: str, start: int, room: int) -> list[str]:
    """Return the lines of an assignment whose annotation is put in parentheses, if it is."""
    match = _ANNOTATED.match(line)
    end = start - len(" = ")
    if match is None or "[" in line[:end]:
        return []
    name, annotation, value = line[: match.end()], line[match.end() : end], line[end:]
    if len(name) + 1 > room or len(value) + 1 > room:
        raise _NotSureError
    return [f"{name}(", _MARGIN + annotation, f"){value}"]


def _break_item(item: str, room: int, comma: str) -> list[str]:
    """Return the lines of something in brackets that has a line of its own.

    Args:
        item: What it is, without a comma outside of brackets.
        room: How many characters a line may have.
        comma: What stands behind it.

    Raises:
        _NotSureError: Only black knows.
    """
    if len(item) + len(comma) <= room:
        return [item + comma]
    outline = _outline(item)
    if outline.unions:
        if _ANNOTATED.match(item):
            lines = _break_union(item, outline, room)
        else:
            lines = _stack_union(item, outline, room, comma)
            comma = ""
    elif _ATOM.fullmatch(item):
        lines = [item]
    else:
        lines = _break_last(item, outline, room)
    lines[-1] += comma
    return lines


def _break_union(line: str, outline: _Outline, room: int) -> list[str]:
    """Return the lines of `name: A | B`, with a default or without, or of an alias."""
    match = _ANNOTATED.match(line)
    if match is None or len(outline.equals) > 1:
        raise _NotSureError
    equals = outline.equals[0] if outline.equals else len(line)
    if outline.unions[-1] < equals:
        start, end = match.end(), equals
    elif outline.unions[0] > equals:
        start, end = equals + len(" = "), len(line)
    else:
        raise _NotSureError
    if start + 1 > room or len(line) - end + 1 > room:
        raise _NotSureError
    body = line[start:end]
    inner = room - _INDENT
    if len(body) <= inner:
        lines = [body]
    else:
        lines = _stack_union(body, _outline(body), inner, "")
    return [f"{line[:start]}(", *(_MARGIN + part for part in lines), f"){line[end:]}"]


def _stack_union(union: str, outline: _Outline, room: int, comma: str) -> list[str]:
    """Return the lines of a union, a member each."""
    bounds = [*outline.unions, len(union)]
    lines = _break_item(union[: bounds[0]], room, "")
    for start, end in pairwise(bounds):
        more = comma if end == len(union) else ""
        lines += _break_item(union[start + 1 : end], room, more)
    return lines


def _break_last(line: str, outline: _Outline, room: int) -> list[str]:
    """Return the lines of a line that is broken at its last pair of brackets."""
    if not outline.groups:
        raise _NotSureError
    *others, last = outline.groups
    if last.start + 1 <= room:
        return _break_group(line, last, room)
    if line.startswith("return "):  # the value may be put in parentheses
        raise _NotSureError
    if not others:
        return _break_group(line, last, room)
    if len(others) > 1 or len(outline.equals) != 1:
        raise _NotSureError
    # `x: A[b] = C(d)`, of which `x: A[b] = C(` is too long itself.
    *head, end = _break_group(line[: last.start + 1], others[0], room)
    if len(end) + len(line) - last.start - 1 <= room:
        return [*head, end + line[last.start + 1 :]]
    shift = last.start + 1 - len(end)
    commas = tuple(comma - shift for comma in last.commas)
    moved = _Group(last.start - shift, commas, last.end - shift)
    return [*head, *_break_group(end + line[last.start + 1 :], moved, room)]


def _break_group(line: str, group: _Group, room: int) -> list[str]:
    """Return the lines of a line that is broken at one pair of brackets."""
    head, tail = line[: group.start + 1], line[group.end :]
    body, inner = line[group.start + 1 : group.end], room - _INDENT
    if len(tail) > room and (
        not _RETURNS.fullmatch(tail) or len(tail) - len(") -> :") <= inner
    ):
        raise _NotSureError
    # should_split_line: what stands in a display or an import gets a line each.
    is_trailer = bool(_TRAILER.search(head)) and not line.startswith("from ")
    if not group.commas:
        # bracket_split_build_line adds a comma in these cases only.
        comma = "," if line.startswith(("from ", "def ", "async def ")) else ""
        lines = _break_item(body, inner, comma)
    elif is_trailer and len(body) <= inner:
        lines = [body]
    else:
        bounds = [group.start, *group.commas, group.end]
        items = [line[i + 1 : j].strip() for i, j in pairwise(bounds)]
        if not items[-1]:  # the comma of a tuple of one
            items.pop()
        lines = [part for item in items for part in _break_item(item, inner, ",")]
    return [head, *(_MARGIN + part for part in lines), tail]
