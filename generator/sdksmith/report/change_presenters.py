"""Presentation of the changes between two clients as text, Markdown and JSON."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from .changes import Impact
from .presenters import make_visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..json_data import JsonObject
    from .changes import Change, Comparison
    from .presenters import Palette

_TITLES: Final = {
    Impact.BREAKING: "Breaking changes",
    Impact.COMPATIBLE: "New and compatible",
    Impact.INTERNAL: "Internal",
}
_COLOURS: Final = {
    Impact.BREAKING: "1;31",
    Impact.COMPATIBLE: "1;32",
    Impact.INTERNAL: "1",
}
_WIRE_TITLE: Final = "Requests and responses"
_MOST_WIRE: Final = 20
"""Changes of requests and responses that text lists; JSON lists all of them."""
_WIDTH: Final = 200


def changes_to_text(found: Comparison, palette: Palette) -> str:
    """Return changes as text for a terminal."""
    text = ""
    for impact, changes in _by_impact(found.changes):
        title = palette.paint(f"{_TITLES[impact]} ({len(changes)})", _COLOURS[impact])
        text += f"{title}\n\n"
        detailed = impact is Impact.BREAKING
        text += "".join(_lines(changes, palette, detailed=detailed)) + "\n"
    if found.wire:
        text += f"{palette.paint(f'{_WIRE_TITLE} ({len(found.wire)})', '1')}\n\n"
        text += "".join(_lines(found.wire[:_MOST_WIRE], palette, detailed=True))
        more = len(found.wire) - _MOST_WIRE
        text += f"  ... and {more} more; --format json lists all\n" if more > 0 else ""
        text += "\n"
    counts = ", ".join(
        f"{found.count(impact)} {impact}"
        for impact in Impact
        if found.count(impact) or impact is not Impact.INTERNAL
    )
    return f"{text}{found.verdict}: {counts}, {len(found.wire)} in requests\n"


def _by_impact(changes: Iterable[Change]) -> Iterator[tuple[Impact, list[Change]]]:
    for impact, group in groupby(changes, key=lambda change: change.impact):
        yield impact, list(group)


def _lines(
    changes: Iterable[Change], palette: Palette, *, detailed: bool
) -> Iterator[str]:
    for subject, group in groupby(changes, key=lambda change: change.subject):
        same = list(group)
        messages = "; ".join(item.message for item in same)
        yield f"  {palette.paint(make_visible(subject), '1')}: {_cut(messages)}\n"
        for item in same if detailed else ():
            if item.old:
                yield f"    {palette.paint(f'- {_cut(item.old)}', '31')}\n"
            if item.new:
                yield f"    {palette.paint(f'+ {_cut(item.new)}', '32')}\n"
        place = next((_place(item) for item in same if item.line), "")
        if detailed and place:
            yield f"    {make_visible(place)}\n"


def _place(change: Change) -> str:
    return f"{change.file}:{change.line}:{change.column}" if change.line else ""


def _cut(text: str) -> str:
    visible = make_visible(text)
    return visible if len(visible) <= _WIDTH else f"{visible[: _WIDTH - 1]}…"


def changes_to_lines(found: Comparison) -> str:
    """Return changes as text, one line for each."""
    return "".join(
        f"{change.impact}: {make_visible(change.subject)}: {_cut(change.message)}\n"
        for change in (*found.changes, *found.wire)
    )


def changes_to_markdown(found: Comparison) -> str:
    """Return changes as Markdown, for a changelog."""
    sections = [
        (_TITLES[impact], changes)
        for impact, changes in _by_impact(found.changes)
        if impact is not Impact.INTERNAL
    ]
    if found.wire:
        sections.append((_WIRE_TITLE, list(found.wire)))
    parts = [
        f"### {title}\n\n{''.join(_markdown_lines(changes))}"
        for title, changes in sections
    ]
    return "\n".join(parts)


def _markdown_lines(changes: Sequence[Change]) -> Iterator[str]:
    for subject, group in groupby(changes, key=lambda change: change.subject):
        messages = "; ".join(map(_markdown_message, group))
        yield f"- {_code(subject)}: {messages}\n"


def _markdown_message(change: Change) -> str:
    message = make_visible(change.message)
    if change.old and change.new and change.impact is Impact.BREAKING:
        return f"{message} ({_code(change.old)} → {_code(change.new)})"
    return message


def _code(text: str) -> str:
    """Return text as inline code of Markdown (CommonMark 0.31, section 6.1)."""
    visible = _cut(text)
    fence = "`"
    while fence in visible:
        fence += "`"
    space = " " if visible.startswith("`") or visible.endswith("`") else ""
    return f"{fence}{space}{visible}{space}{fence}"


def changes_to_json(found: Comparison) -> JsonObject:
    """Return changes as JSON. Keys are only added between versions, never removed."""
    return {
        "verdict": str(found.verdict),
        "old_version": found.old_version,
        "new_version": found.new_version,
        "breaking": found.count(Impact.BREAKING),
        "compatible": found.count(Impact.COMPATIBLE),
        "internal": found.count(Impact.INTERNAL),
        "changes": [_change(item) for item in found.changes],
        "wire": [_change(item) for item in found.wire],
    }


def _change(change: Change) -> JsonObject:
    return {
        "rule": change.rule,
        "impact": str(change.impact),
        "subject": change.subject,
        "message": change.message,
        "old": change.old or None,
        "new": change.new or None,
        "pointer": change.pointer or None,
        "file": change.file or None,
        "line": change.line or None,
        "column": change.column or None,
    }
