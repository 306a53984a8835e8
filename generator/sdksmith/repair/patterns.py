"""Whether validators can read the regular expression of a `pattern`."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Final

from ..load.document import Dialect

if TYPE_CHECKING:
    from jsonschema_rs import Draft4Validator

_READ_AS_ECMA: Final = frozenset((Dialect.SWAGGER_20, Dialect.OPENAPI_30))
"""Where the schema of the specification gives `pattern` the format `regex`."""
_PLAIN: Final = re.compile(r"(?:[\w ^$.,:;/@#%&=~<>'\"!-]|\\[dswDSW.])*")
"""What is read alike everywhere: the pattern of most properties."""


def is_pattern(text: str, dialect: Dialect) -> bool:
    """Tell whether the validators of a specification can read a regular expression.

    JSON Schema asks for the dialect of ECMA 262, in which the schemas of 2.0 and 3.0
    are checked; openapi-spec-validator compiles the patterns of 3.x with Python's `re`.
    What they all can read is left as it is, however strange.
    """
    if _PLAIN.fullmatch(text):
        return True
    if dialect is not Dialect.SWAGGER_20 and not is_python_pattern(text):
        return False
    return dialect not in _READ_AS_ECMA or _ecma_validator().is_valid(text)


def is_python_pattern(text: str) -> bool:
    """Tell whether Python can compile a regular expression."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


@cache
def _ecma_validator() -> Draft4Validator:
    # The one that `validate.py` asks, too. Its import takes 0.03 s.
    from jsonschema_rs import Draft4Validator

    return Draft4Validator({"format": "regex"}, validate_formats=True)
