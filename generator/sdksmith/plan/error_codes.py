"""API-specific error codes as members of an enumeration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..text.pysource import identifier
from ..text.scope import assign_names
from ..text.words import constant, name_words, shorten, split_words
from .package import ErrorCodeView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model.api import ErrorCode

_LONGEST: Final = 5
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'|<[^<>]*>|\{[^{}]*\}")
_PHRASE_END: Final = re.compile(r"\s[-\u2013\u2014]\s|[.:;,(]\s|\.$|\n")


def plan_error_codes(
    codes: Sequence[ErrorCode], released: Mapping[str, str] | None = None
) -> tuple[ErrorCodeView, ...]:
    """Return the members in the order of the document.

    Their names are made from the first words of their descriptions. The values are
    integers if all codes are numeric, otherwise strings.

    Args:
        codes: The error codes.
        released: Names to keep, by code.
    """
    released = released or {}
    kept = {item.code: released[item.code] for item in codes if item.code in released}
    wanted = {item.code: _names(item) for item in codes if item.code not in kept}
    names = kept | assign_names(wanted, frozenset(released.values()))
    numeric = all(re.fullmatch(r"-?(0|[1-9][0-9]*)", item.code) for item in codes)
    return tuple(
        ErrorCodeView(
            identifier(names[item.code]),
            int(item.code) if numeric else item.code,
            item.description,
        )
        for item in codes
    )


def _names(item: ErrorCode) -> list[str]:
    plain = _QUOTED.sub(" ", item.description)
    phrase = _PHRASE_END.split(plain, maxsplit=1)[0]
    short = split_words(phrase.split(" / ")[0])[:_LONGEST]
    long = shorten(split_words(phrase), 60)
    spelled = constant(("code", *name_words(item.code)))
    names = [constant(words) for words in (short, long) if words]
    return [*(name for name in names if name[0].isalpha()), spelled]
