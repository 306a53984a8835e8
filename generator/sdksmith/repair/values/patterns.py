"""Checks whether validators can compile the regular expression of a `pattern`."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Final

from ...load.document import Dialect

if TYPE_CHECKING:
    from jsonschema_rs import Draft4Validator

_READ_AS_ECMA: Final = frozenset((Dialect.SWAGGER_20, Dialect.OPENAPI_30))
"""Specifications whose JSON Schema declares `pattern` with `format: regex`."""
_PLAIN: Final = re.compile(r"(?:[\w ^$.,:;/@#%&=~<>'\"!-]|\\[dswDSW.])*")
"""Patterns that all dialects read alike; covers the patterns of most properties."""


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
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


@cache
def _ecma_validator() -> Draft4Validator:
    # The same validator as in `validate.py`. Importing it takes 0.03 s.
    from jsonschema_rs import Draft4Validator

    return Draft4Validator({"format": "regex"}, validate_formats=True)
