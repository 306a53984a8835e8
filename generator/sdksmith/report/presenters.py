"""Presentation of diagnostics and results as text and JSON."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .diagnostics import Absent, Diagnostic, Effect
from .result import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..json_data import JsonArray, JsonObject, JsonValue
    from .diagnostics import Edit
    from .result import Result

MAX_SHOWN: Final = 3
"""Diagnostics of one code that `generate` lists; `--format json` lists all of them."""

_EXCERPT_WIDTH: Final = 96
_EDITS_SHOWN: Final = 3
_MESSAGE_LENGTH: Final = 4000
"""Maximum number of characters of a message, which can contain text of a document."""
_RANKS: Final = {effect: rank for rank, effect in enumerate(Effect)}
_OUTCOMES: Final = {
    Status.MADE: "generated",
    Status.CURRENT: "is up to date",
    Status.STALE: "is out of date",
}
_COLOURS: Final = {
    Effect.FATAL: "1;31",
    Effect.OMITTED: "31",
    Effect.REPAIRED: "33",
    Effect.NOTED: "36",
}
# Text from a document must not move the cursor, set colours or reorder a line: escape control
# and format characters, line and paragraph separators, and surrogates, which UTF-8 lacks.
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Palette(Struct, frozen=True):
    """Colours for terminal output; without `coloured`, text stays plain."""

    coloured: bool = False

    def paint(self, text: str, sgr: str) -> str:
        """Return `text` wrapped in an SGR sequence and its reset (ECMA-48, 8.3.117)."""
        return f"\x1b[{sgr}m{text}\x1b[0m" if self.coloured else text


def format_diagnostics(diagnostics: Iterable[Diagnostic]) -> str:
    """Return diagnostics as text without colours, as printed by `sdksmith repair`.

    They are sorted by location. Each starts with `FILE:LINE:COLUMN: CODE EFFECT` and is
    followed by its edits, with the values before and after.
    """
    return list_diagnostics(diagnostics, Palette())


def list_diagnostics(diagnostics: Iterable[Diagnostic], palette: Palette) -> str:
    """Return all diagnostics as text, in document order."""
    ordered = sorted(diagnostics, key=lambda item: (item.location, item.code))
    return "".join(_describe(item, palette) for item in ordered)


def summarise_diagnostics(diagnostics: Iterable[Diagnostic], palette: Palette) -> str:
    """Return the first few diagnostics of each code as text, most severe effect first."""

    def group(item: Diagnostic) -> tuple[int, str]:
        return _RANKS[item.effect], item.code

    text = ""
    for (_, code), items in groupby(sorted(diagnostics, key=group), key=group):
        same = list(items)
        text += "".join(_describe(item, palette) for item in same[:MAX_SHOWN])
        if len(same) > MAX_SHOWN:
            text += f"    ... and {len(same) - MAX_SHOWN} more {code}\n"
    return text


def _describe(item: Diagnostic, palette: Palette) -> str:
    effect = palette.paint(f"{item.code} {item.effect}", _COLOURS[item.effect])
    safety = f" ({item.safety})" if item.safety else ""
    place = palette.paint(make_visible(str(item.location)), "1")
    text = f"{place}: {effect}{safety}: {_cut(make_visible(item.message))}\n"
    for edit in item.edits[:_EDITS_SHOWN]:
        text += _describe_edit(edit, palette)
    if len(item.edits) > _EDITS_SHOWN:
        text += f"    ... and {len(item.edits) - _EDITS_SHOWN} more edits\n"
    return text


def _describe_edit(edit: Edit, palette: Palette) -> str:
    lines = [make_visible(edit.pointer) or "(the whole document)"]
    if not isinstance(edit.before, Absent):
        lines.append(palette.paint(f"- {_excerpt(edit.before)}", "31"))
    if not isinstance(edit.after, Absent):
        lines.append(palette.paint(f"+ {_excerpt(edit.after)}", "32"))
    return "".join(f"    {line}\n" for line in lines)


def _excerpt(value: JsonValue) -> str:
    text = make_visible(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _EXCERPT_WIDTH else text[: _EXCERPT_WIDTH - 1] + "…"


def make_visible(text: str) -> str:
    """Return text with characters that affect a terminal replaced by escapes."""
    if text.isprintable():
        return text
    return "".join(
        (
            ascii(character)[1:-1]
            if unicodedata.category(character) in _INVISIBLE
            else character
        )
        for character in text
    )


def format_message(message: str) -> str:
    """Return an error message as one line of text for a terminal."""
    return f"{_cut(make_visible(message.strip()))}\n"


def _cut(text: str) -> str:
    is_long = len(text) > _MESSAGE_LENGTH
    return text[: _MESSAGE_LENGTH - 1] + "…" if is_long else text


def count_codes(diagnostics: Iterable[Diagnostic], effect: Effect) -> str:
    """Return the number of diagnostics per code: `83 (47 PA001, 36 PA002)`."""
    counter = Counter(item.code for item in diagnostics if item.effect is effect)
    if not counter:
        return "0"
    codes = ", ".join(f"{number} {code}" for code, number in sorted(counter.items()))
    return f"{counter.total()} ({codes})"


def summarise(result: Result) -> str:
    """Return the closing summary of `generate` as text."""
    made = f"{result.operations_generated} of {result.operations_total}"
    files = f"{len(result.files)}, {len(result.changed)} changed"
    if result.removed:
        files += f", {len(result.removed)} removed"
    paged = result.operations_paged
    pages = ", ".join(f"{count} {kind}" for kind, count in paged.items())
    version = f"{result.previous_version} -> {result.version}"
    rows = [
        *([("version", version)] if result.previous_version else []),
        ("operations", made),
        *([("paginated", f"{sum(paged.values())} ({pages})")] if paged else []),
        ("models", str(result.models)),
        ("files", files),
        *(
            [("names", f"{make_visible(str(result.lock))}, changed")]
            if result.lock
            else []
        ),
        *(
            (str(effect), count_codes(result.diagnostics, effect))
            for effect in (Effect.OMITTED, Effect.REPAIRED, Effect.NOTED)
        ),
        ("time", f"{result.seconds:.2f} s"),
    ]
    outcome = _OUTCOMES[result.status]
    folder = make_visible(str(result.output))
    title = f"{result.distribution} {result.version} {outcome} in {folder}"
    return "".join([f"{title}\n", *(f"  {name:<11} {text}\n" for name, text in rows)])


def list_changes(result: Result) -> str:
    """Return the differences found by `--check`, one line per file."""
    lines = [f"changed: {name}" for name in result.changed]
    lines += [f"removed: {name}" for name in result.removed]
    folder = make_visible(str(result.output))
    text = "".join(f"{folder}: {make_visible(line)}\n" for line in lines)
    return text + (
        f"{make_visible(str(result.lock))}: changed\n" if result.lock else ""
    )


def result_to_json(result: Result) -> JsonObject:
    """Return a result as JSON. Keys are only added between versions, never removed."""
    return {
        "status": str(result.status),
        "output": str(result.output),
        "package": result.package,
        "distribution": result.distribution,
        "version": result.version,
        "operations": {
            "made": result.operations_generated,
            "there": result.operations_total,
            "paged": {**result.operations_paged},
        },
        "models": result.models,
        "files": list(result.files),
        "changed": list(result.changed),
        "removed": list(result.removed),
        "previous_version": result.previous_version or None,
        "lock": None if result.lock is None else str(result.lock),
        "seconds": round(result.seconds, 3),
        "diagnostics": diagnostics_to_json(result.diagnostics),
    }


def failure_to_json(message: str, diagnostics: Sequence[Diagnostic]) -> JsonObject:
    """Return a failed run as JSON."""
    return {
        "status": "failed",
        "error": message,
        "diagnostics": diagnostics_to_json(diagnostics),
    }


def diagnostics_to_json(diagnostics: Iterable[Diagnostic]) -> JsonArray:
    """Return diagnostics as JSON, in the given order."""
    return [_diagnostic_to_json(item) for item in diagnostics]


def _diagnostic_to_json(item: Diagnostic) -> JsonObject:
    return {
        "code": item.code,
        "effect": str(item.effect),
        "safety": None if item.safety is None else str(item.safety),
        "message": item.message,
        "file": item.location.file,
        "line": item.location.line,
        "column": item.location.column,
        "pointer": item.location.pointer,
        "operations": item.count,
        "edits": [_edit_to_json(edit) for edit in item.edits],
    }


def _edit_to_json(edit: Edit) -> JsonObject:
    """Return an edit as JSON; the key of an absent value is omitted."""
    values: JsonObject = {"pointer": edit.pointer}
    for key, value in (("before", edit.before), ("after", edit.after)):
        if not isinstance(value, Absent):
            values[key] = value
    return values
