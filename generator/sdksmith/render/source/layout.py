"""Line breaking of generated source, with the same result as black.

Views and filters compose each statement on one line. Black takes 6 ms to break a line
that is too long, and 0.3 ms per line to find that nothing needs to change. This module
reimplements black's rules for the few shapes that templates produce, at 0.05 ms per
statement. A statement of any other shape is passed to black.

tests/render/test_layout.py compares the two implementations. Comments refer to the
corresponding functions of black by name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ...text.pysource import LINE_LENGTH, Code, trusted
from .formatting import format_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDENT: Final = 4
_MARGIN: Final = " " * _INDENT
_STRING: Final = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_TOKEN: Final = re.compile(_STRING + r"|[\[({})\],]| \| | = ")
_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")
_TRAILER: Final = re.compile(r"[\w\])][(\[]$")
_ANNOTATED: Final = re.compile(r"[A-Za-z_]\w*: ")
# Expressions that cannot be broken: a name or string, optionally after its key or
# keyword.
_ATOM: Final = re.compile(
    rf"(?:\| |\w+=|{_STRING}: )?(?:[\w.]+|{_STRING})|lambda \w+: [\w.]+\(\)"
)
_GENERIC_RETURNS: Final = re.compile(r"\) -> [\w.]+\[.+\]:")
_DEFINITION: Final = ("def ", "async def ", "class ")


class _NotSureError(Exception):
    """Raised for shapes of source that this module does not handle."""


def layout(line: Code, indent: int = 0) -> Code:
    """Break a line of source if it exceeds black's line length.

    Args:
        line: A simple statement, the head of a compound statement, or an item of a
            display with its comma; on one line and without indentation. The template
            indents the first line of the result.
        indent: Indentation of the statement in spaces.
    """
    if indent + len(line) <= LINE_LENGTH:
        return line
    return trusted(f"\n{' ' * indent}".join(_lay_out(str(line), indent)))


@lru_cache(maxsize=10_000)
def _lay_out(line: str, indent: int) -> Sequence[str]:
    try:
        return _break_statement(line, indent)
    except _NotSureError:
        return format_statement(line, indent)


class _Group(Struct, frozen=True):
    """An outermost pair of brackets, as offsets into the line.

    Attributes:
        start: The opening bracket.
        commas: The commas directly inside the brackets.
        end: The closing bracket.
    """

    start: int
    commas: tuple[int, ...]
    end: int

    def moved(self, distance: int) -> _Group:
        """Return the same brackets in another line."""
        commas = tuple(comma + distance for comma in self.commas)
        return _Group(self.start + distance, commas, self.end + distance)


class _Outline(Struct):
    """The top-level structure of a line, as offsets into the line.

    Attributes:
        groups: The outermost pairs of brackets that are not empty.
        unions: Each ` | ` outside of brackets.
        equals: Each ` = ` outside of brackets.
    """

    groups: list[_Group] = field(default_factory=list[_Group])
    unions: list[int] = field(default_factory=list[int])
    equals: list[int] = field(default_factory=list[int])


def _outline(line: str) -> _Outline:
    outline = _Outline()
    depth = start = 0
    commas: list[int] = []
    for match in _TOKEN.finditer(line):
        mark = match[0]
        if mark == ",":
            if depth == 1:
                commas.append(match.start())
        elif mark in _OPENING:
            depth += 1
            if depth == 1:
                start, commas = match.start(), []
        elif mark in _CLOSING:
            depth -= 1
            place = match.start()
            if depth == 0 and place > start + 1:
                outline.groups.append(_Group(start, tuple(commas), place))
        elif depth == 0 and mark == " | ":
            outline.unions.append(match.start())
        elif depth == 0 and mark == " = ":
            outline.equals.append(match.start())
    return outline


def _break_statement(line: str, indent: int) -> list[str]:
    """Return the lines of a statement that does not fit on one line.

    Raises:
        _NotSureError: If the shape of the statement is not handled.
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
    if not (outline.groups or outline.equals) and (match := _ANNOTATED.match(line)):
        return _wrap_name(line, match.end(), room)
    return _break_last(line, outline, room)


def _wrap_name(line: str, start: int, room: int) -> list[str]:
    """Return `name: Type` with the type in parentheses, unless it is too long for them."""
    annotation = line[start:]
    if not _ATOM.fullmatch(annotation) or start + 1 > room:
        raise _NotSureError
    if len(annotation) > room - _INDENT:
        return [line]
    return [f"{line[:start]}(", _MARGIN + annotation, ")"]


def _wrap_value(line: str, outline: _Outline, room: int) -> list[str]:
    """Return an assignment with its value in parentheses; empty if black adds none.

    Black adds them if `name: annotation = (` fits on the line and the value has no
    bracket that can be broken on that line (prefer_splitting_right_hand_side).
    """
    start = outline.equals[0] + len(" = ")
    if start + 1 > room:
        return _wrap_annotation(line, outline, room)
    if outline.unions and outline.unions[-1] >= start:
        return []
    if outline.groups and start <= outline.groups[-1].start < room:
        return []
    lines = _break_item(line[start:], room - _INDENT, "")
    return [f"{line[:start]}(", *(_MARGIN + part for part in lines), ")"]


def _wrap_annotation(line: str, outline: _Outline, room: int) -> list[str]:
    """Return an assignment with its annotation in parentheses; empty if black adds none."""
    match = _ANNOTATED.match(line)
    end = outline.equals[0]
    if match is None or "[" in line[:end]:
        return []
    name, annotation, value = line[: match.end()], line[match.end() : end], line[end:]
    head = [f"{name}(", _MARGIN + annotation]
    if outline.unions:
        if outline.unions[0] < end:
            return []
        union = value.removeprefix(" = ")
        if len(name) + 1 <= room and len(union) + len(") = ()") <= room:
            return [*head, f") = ({union})"]
        return [*head, *_wrap_union(") = ", union, "", room)]
    if len(name) + 1 <= room and len(value) + 1 <= room:
        return [*head, f"){value}"]
    if len(outline.groups) != 1 or outline.groups[0].end != len(line) - 1:
        raise _NotSureError
    group = outline.groups[0].moved(1 - end)
    return [*head, *_break_group(f"){value}", group, room)]


def _break_item(item: str, room: int, comma: str) -> list[str]:
    """Return the lines of an item that is placed on a separate line inside brackets.

    Args:
        item: The source of the item; its commas must all be inside brackets.
        room: Maximum number of characters of a line.
        comma: Text appended to the item: a comma or an empty string.

    Raises:
        _NotSureError: If the shape of the item is not handled.
    """
    if len(item) + len(comma) <= room:
        return [item + comma]
    return list(_break_long_item(item, room, comma))


# Both classes of a resource have the same parameters, and so have many methods.
@lru_cache(maxsize=1024)
def _break_long_item(item: str, room: int, comma: str) -> tuple[str, ...]:
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
    return tuple(lines)


def _break_union(line: str, outline: _Outline, room: int) -> list[str]:
    """Return the lines of `name: A | B`, optionally with a default, or of an alias."""
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
    return _wrap_union(line[:start], line[start:end], line[end:], room)


def _wrap_union(head: str, union: str, end: str, room: int) -> list[str]:
    """Return the lines of a union in parentheses, with the source around it."""
    inner = room - _INDENT
    fits = len(union) <= inner
    lines = [union] if fits else _stack_union(union, _outline(union), inner, "")
    return [f"{head}(", *(_MARGIN + part for part in lines), f"){end}"]


def _stack_union(union: str, outline: _Outline, room: int, comma: str) -> list[str]:
    """Return the lines of a union, one member per line."""
    bounds = [*outline.unions, len(union)]
    lines = _break_item(union[: bounds[0]], room, "")
    for start, end in pairwise(bounds):
        more = comma if end == len(union) else ""
        lines += _break_item(union[start + 1 : end], room, more)
    return lines


def _break_last(line: str, outline: _Outline, room: int) -> list[str]:
    """Break a line at its last pair of brackets."""
    if not outline.groups:
        raise _NotSureError
    *others, last = outline.groups
    if last.start + 1 <= room:
        return _break_group(line, last, room)
    if line.startswith("return "):
        return _break_return(line, last, room)
    if not others:
        return _break_group(line, last, room)
    if len(others) > 1 or len(outline.equals) != 1:
        raise _NotSureError
    # `x: A[b] = C(d)` of which even `x: A[b] = C(` is too long.
    *head, end = _break_group(line[: last.start + 1], others[0], room)
    if len(end) + len(line) - last.start - 1 <= room:
        return [*head, end + line[last.start + 1 :]]
    moved = last.moved(len(end) - last.start - 1)
    return [*head, *_break_group(end + line[last.start + 1 :], moved, room)]


def _break_return(line: str, group: _Group, room: int) -> list[str]:
    """Break `return name(...)` of which even `return name(` is too long."""
    start = len("return ")
    if group.end != len(line) - 1 or not line[start : group.start].isidentifier():
        raise _NotSureError
    # Black puts the value in parentheses if `name(` then fits on a line.
    inner = room - _INDENT
    if group.start + 1 - start > inner:
        return _break_group(line, group, room)
    lines = _break_group(line[start:], group.moved(-start), inner)
    return ["return (", *(_MARGIN + part for part in lines), ")"]


def _break_group(line: str, group: _Group, room: int) -> list[str]:
    """Break a line at one pair of brackets."""
    head, tail = line[: group.start + 1], line[group.end :]
    body, inner = line[group.start + 1 : group.end], room - _INDENT
    # should_split_line: each item of a display or an import is put on its own line.
    is_trailer = bool(_TRAILER.search(head)) and not line.startswith("from ")
    is_line = bool(group.commas) and is_trailer and len(body) <= inner
    end = _break_end(tail, room, may_stack=not is_line)
    if not group.commas:
        # bracket_split_build_line adds a comma only in these cases.
        comma = "," if line.startswith(("from ", "def ", "async def ")) else ""
        lines = _break_item(body, inner, comma)
    elif is_line:
        lines = [body]
    else:
        bounds = [group.start, *group.commas, group.end]
        items = [line[i + 1 : j].strip() for i, j in pairwise(bounds)]
        if not items[-1]:  # trailing comma of a tuple with one item
            items.pop()
        lines = [part for item in items for part in _break_item(item, inner, ",")]
    return [head, *(_MARGIN + part for part in lines), *end]


def _break_end(end: str, room: int, *, may_stack: bool) -> list[str]:
    """Return the lines of the source after a pair of brackets, such as `) -> Page[A, B]:`.

    Args:
        end: The source, from the closing bracket.
        room: Maximum number of characters of a line.
        may_stack: Whether the arguments of the return type can be placed on a line each.
            Black then joins parameters that fit on one line with the `def` again.

    Raises:
        _NotSureError: If it is too long and has another shape than a return type.
    """
    if len(end) <= room:
        return [end]
    if not end.startswith(") -> "):
        raise _NotSureError
    outline = _outline(end[1:])
    annotation = end[len(") -> ") : -1]
    if _ATOM.fullmatch(annotation):
        if len(annotation) > room - _INDENT:
            return [end]
        lines = [") -> (", _MARGIN + annotation, "):"]
    elif outline.unions:
        lines = _wrap_union(") -> ", annotation, ":", room)
    elif len(outline.groups) == 1 and _GENERIC_RETURNS.fullmatch(end):
        lines = _break_group(end, outline.groups[0].moved(1), room)
    else:
        raise _NotSureError
    if not may_stack and any(line.endswith(",") for line in lines):
        raise _NotSureError
    return lines
