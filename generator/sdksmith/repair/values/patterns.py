"""Checks whether validators can compile the regular expression of a `pattern`."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Final

from ...load.document import Dialect
from ...text.patterns import search_pattern

if TYPE_CHECKING:
    from jsonschema_rs import Draft4Validator

_READ_AS_ECMA: Final = frozenset((Dialect.SWAGGER_20, Dialect.OPENAPI_30))
"""Specifications whose JSON Schema declares `pattern` with `format: regex`."""
_PLAIN: Final = re.compile(r"(?:[\w ^$.,:;/@#%&=~<>'\"!-]|\\[dswDSW.])*")
"""Patterns that all dialects read alike; covers the patterns of most properties."""
_REPEATED: Final = re.compile(r"\)[*+{?]|[*+}].*[*+}].*[*+}]", re.DOTALL)
"""A repeated group, or several repetitions: a search can take more than quadratic time."""
_BACKTRACKS: Final = 100_000
_COMPILED_BYTES: Final = 1 << 20
_LONGEST: Final = 5000
"""Limits for patterns: steps of a search, memory of the compiled form, and length."""


def is_pattern(text: str, dialect: Dialect) -> bool:
    """Return whether the validators of a specification can compile a pattern.

    JSON Schema requires the dialect of ECMA 262, in which the schemas of 2.0 and 3.0
    are checked. openapi-spec-validator compiles the patterns of 3.x with Python's `re`.
    A pattern that all of them can compile is preserved.
    """
    if _PLAIN.fullmatch(text):
        return True
    if dialect is not Dialect.SWAGGER_20 and not is_python_pattern(text):
        return False
    return dialect not in _READ_AS_ECMA or _ecma_validator().is_valid(text)


def is_python_pattern(text: str) -> bool:
    """Return whether Python can compile a regular expression."""
    if len(text) > _LONGEST:
        return True  # compiling it would take longer than it is worth
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def matches_pattern(text: str, pattern: str) -> bool:
    """Return whether a text matches a pattern that Python can compile.

    The text is accepted if this would take too long to determine.
    """
    if len(pattern) > _LONGEST:
        return True
    if not _REPEATED.search(pattern):
        return re.search(pattern, text) is not None
    return search_pattern(
        pattern, text, backtracks=_BACKTRACKS, compiled_bytes=_COMPILED_BYTES
    )


@cache
def _ecma_validator() -> Draft4Validator:
    # The same validator as in `validate.py`. Importing it takes 0.03 s.
    from jsonschema_rs import Draft4Validator

    return Draft4Validator({"format": "regex"}, validate_formats=True)
