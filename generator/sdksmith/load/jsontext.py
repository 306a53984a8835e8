"""JSON text to data, at the speed of the json module."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ..diagnostics import Diagnostic, Effect, Safety
from .jsonpositions import JsonPositions
from .parsed import MAX_DEPTH, TOO_DEEP, ParsedText
from .treewalk import (
    RepeatedKey,
    is_too_deep,
    remove_non_finite,
    settle_repeated_keys,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..jsondata import JsonObject, JsonValue
    from .sourcetext import SourceText

_STRING: Final = r'"(?:[^"\\]|\\.)*+"?'
_COMMENT = re.compile(rf"{_STRING}|(?P<blank>//[^\n\r]*|/\*.*?(?:\*/|\Z))", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"{_STRING}|(?P<blank>,)(?=\s*[}}\]])", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][\dA-Fa-f]{2}\\u[dD][c-fC-F][\dA-Fa-f]{2}"
    r"|(?P<lone>u[dD][89a-fA-F][\dA-Fa-f]{2})|.)",
    re.DOTALL,
)
_BRACKET = re.compile(rf"{_STRING}|(?P<opening>[\[{{])|(?P<closing>[\]}}])", re.DOTALL)
_NOT_LINE_END = re.compile(r"[^\r\n]")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


class _Reader(Struct):
    """One pass of the json module, and what it met on the way."""

    strict: bool
    repeated: list[RepeatedKey] = field(default_factory=list[RepeatedKey])
    non_finite: bool = False
    end: int = 0

    def read(self, text: str) -> JsonValue:
        """Return the first value of `text`, and leave in `end` where it ends.

        Raises:
            json.JSONDecodeError: The text is no JSON.
            RecursionError: The text is nested too deeply.
        """
        start = len(text) - len(text.lstrip(" \t\n\r"))
        try:
            root, self.end = self._decoder().raw_decode(text, start)
        except json.JSONDecodeError:
            raise
        except ValueError:
            # An integer of more digits than Python converts (sys.int_info).
            self.repeated.clear()
            root, self.end = self._decoder(self._read_float).raw_decode(text, start)
        value: JsonValue = root
        return value

    def _decoder(
        self, parse_int: Callable[[str], float] | None = None
    ) -> json.JSONDecoder:
        return json.JSONDecoder(
            object_pairs_hook=self._read_object,
            parse_float=self._read_float,
            parse_int=parse_int,
            parse_constant=self._read_float,
            strict=self.strict,
        )

    def _read_object(self, pairs: list[tuple[str, JsonValue]]) -> JsonObject:
        mapping = dict(pairs)
        if len(mapping) != len(pairs):
            last: dict[str, JsonValue] = {}
            for key, value in pairs:
                if key in last:
                    self.repeated.append(RepeatedKey(mapping, key, last[key]))
                last[key] = value
        return mapping

    def _read_float(self, text: str) -> float:
        number = float(text)
        self.non_finite = self.non_finite or not isfinite(number)
        return number


def parse_json(source: SourceText) -> ParsedText:
    """Return the data of JSON text.

    Comments, trailing commas and line ends inside strings are accepted and reported,
    as is text behind the end.

    Raises:
        DocumentError: The text is no JSON even so, or is nested too deeply.
    """
    text, diagnostics = _replace_lone_surrogates(source)
    reader = _Reader(strict=True)
    try:
        try:
            root = reader.read(text)
        except json.JSONDecodeError as error:
            diagnostics.append(_report_loose_text(source, error))
            text = _blank(_TRAILING_COMMA, _blank(_COMMENT, text))
            reader = _Reader(strict=False)
            root = reader.read(text)
    except json.JSONDecodeError as error:
        raise source.fatal(
            "LD030",
            f"The JSON cannot be read: {error.msg}. Correct it here.",
            error.pos,
        ) from None
    except RecursionError:
        raise source.fatal("LD031", TOO_DEEP, _deepest_allowed(text)) from None
    if is_too_deep(root):
        raise source.fatal("LD031", TOO_DEEP, _deepest_allowed(text))
    positions = JsonPositions(source, text)
    diagnostics += _report_rest(source, text, reader.end)
    diagnostics += settle_repeated_keys(root, reader.repeated, positions, source.name)
    if reader.non_finite:
        diagnostics += remove_non_finite(root, positions, source.name)
    return ParsedText(root, positions, tuple(diagnostics))


def _deepest_allowed(text: str) -> int:
    """Return the offset of the first bracket that opens a level beyond `MAX_DEPTH`."""
    depth = 0
    for match in _BRACKET.finditer(text):
        if match["opening"]:
            depth += 1
            if depth > MAX_DEPTH:
                return match.start()
        elif match["closing"]:
            depth -= 1
    return 0


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Return `text` with each `blank` group of `pattern` as spaces: offsets stay."""

    def replace(match: re.Match[str]) -> str:
        if match["blank"] is None:
            return match[0]
        return _NOT_LINE_END.sub(" ", match[0])

    return pattern.sub(replace, text)


def _replace_lone_surrogates(source: SourceText) -> tuple[str, list[Diagnostic]]:
    """Replace escapes of half a character, which no UTF-8 text can hold."""
    diagnostics: list[Diagnostic] = []

    def replace(match: re.Match[str]) -> str:
        if match["lone"] is None:
            return match[0]
        diagnostics.append(
            Diagnostic(
                "LD011",
                Effect.REPAIRED,
                f"{match[0]} is half of a character: it is read as U+FFFD.",
                source.location(match.start()),
                safety=Safety.LIKELY,
            )
        )
        return "\\ufffd"

    if not _SURROGATE_ESCAPE.search(source.text):
        return source.text, diagnostics
    return _ESCAPE.sub(replace, source.text), diagnostics


def _report_loose_text(source: SourceText, error: json.JSONDecodeError) -> Diagnostic:
    return Diagnostic(
        "LD014",
        Effect.REPAIRED,
        f"This is no strict JSON ({error.msg}); comments, trailing commas and control "
        "characters in strings are accepted.",
        source.location(error.pos),
        safety=Safety.EXACT,
    )


def _report_rest(source: SourceText, text: str, end: int) -> list[Diagnostic]:
    rest = text[end:]
    if not rest.strip(" \t\n\r\0"):
        return []
    return [
        Diagnostic(
            "LD015",
            Effect.NOTED,
            "What follows the end of the JSON document is not read.",
            source.location(end + len(rest) - len(rest.lstrip())),
        )
    ]
