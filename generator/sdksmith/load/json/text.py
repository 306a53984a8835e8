"""Parser for JSON text, based on the json module."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ...report.diagnostics import Diagnostic, Effect, Safety
from ..parsed import MAX_DEPTH, TOO_DEEP, ParsedText
from ..tree_walk import (
    RepeatedKey,
    is_too_deep,
    remove_non_finite,
    resolve_repeated_keys,
)
from .positions import JsonPositions

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...json_data import JsonObject, JsonValue
    from ..source_text import SourceText

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
    """One pass of the json module, with its findings."""

    strict: bool
    repeated: list[RepeatedKey] = field(default_factory=list[RepeatedKey])
    non_finite: bool = False
    end: int = 0

    def read(self, text: str) -> JsonValue:
        """Parse the first value of `text`, and set `end` to the offset of its end.

        Raises:
            json.JSONDecodeError: If the text is not valid JSON.
            RecursionError: If the text is nested too deeply.
        """
        start = len(text) - len(text.lstrip(" \t\n\r"))
        try:
            root, self.end = self._decoder().raw_decode(text, start)
        except json.JSONDecodeError:
            raise
        except ValueError:
            # An integer with more digits than Python converts (sys.int_info).
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
    """Parse JSON text.

    Comments, trailing commas, line ends inside strings and content after the end of the
    first value are accepted and reported.

    Raises:
        DocumentError: If the text is not valid JSON even then, or is nested too deeply.
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
            f"invalid JSON: {error.msg}",
            error.pos,
        ) from None
    except RecursionError:
        raise source.fatal("LD031", TOO_DEEP, _deepest_allowed(text)) from None
    if is_too_deep(root):
        raise source.fatal("LD031", TOO_DEEP, _deepest_allowed(text))
    positions = JsonPositions(source, text)
    diagnostics += _report_rest(source, text, reader.end)
    diagnostics += resolve_repeated_keys(root, reader.repeated, positions, source.name)
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
    """Replace each `blank` group of `pattern` by spaces, which preserves offsets."""

    def replace(match: re.Match[str]) -> str:
        if match["blank"] is None:
            return match[0]
        return _NOT_LINE_END.sub(" ", match[0])

    return pattern.sub(replace, text)


def _replace_lone_surrogates(source: SourceText) -> tuple[str, list[Diagnostic]]:
    """Replace escapes of unpaired surrogates, which UTF-8 cannot encode."""
    diagnostics: list[Diagnostic] = []

    def replace(match: re.Match[str]) -> str:
        if match["lone"] is None:
            return match[0]
        diagnostics.append(
            Diagnostic(
                "LD011",
                Effect.REPAIRED,
                f"{match[0]} is an unpaired surrogate; read as U+FFFD",
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
        f"document is not strict JSON ({error.msg}); comments, trailing commas and "
        "control characters in strings are accepted",
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
            "content after the end of the JSON document is ignored",
            source.location(end + len(rest) - len(rest.lstrip())),
        )
    ]
