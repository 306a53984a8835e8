"""Validation of JSON against its documented type, and what happens if it fails."""

from __future__ import annotations

import inspect
import warnings
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from ..errors import CLIENT_PACKAGE, ResponseValidationWarning
from ..text import MAX_MESSAGE, clean, describe

if TYPE_CHECKING:
    from .types import Adapter

ResponseValidation: TypeAlias = Literal["lenient", "warn", "strict"]
"""How to treat a response that does not match its schema.

- `"lenient"`: Return it. Parts that match are decoded to the documented types, and so
  are values that can be converted, such as `"1"` for an integer. Any other value is
  returned unchanged, and a missing required field is None. The first response of an
  operation with such values issues a `ResponseValidationWarning`.
- `"warn"`: As `"lenient"`, but issue a `ResponseValidationWarning` for every response
  with a value that does not match exactly, with the paths of these values.
- `"strict"`: Raise `APIDecodeError` for such a response. `1` is not a boolean, `"1"` is
  not an integer, and `12` is not a date. `1.0` is an integer (JSON Schema, section
  6.1.1).

A response that cannot be decoded at all, for example HTML instead of JSON, raises
`APIDecodeError` in every mode."""

_MAX_REPORTED: Final = 10_000

_reported: Final[set[tuple[str, str]]] = set()
"""Operations with a response that lenient validation has reported."""


def check_response_validation(value: object) -> None:
    """Check the option `response_validation`.

    Raises:
        ValueError: If the value is not one of `ResponseValidation`.
    """
    if not isinstance(value, str) or value not in get_args(ResponseValidation):
        raise ValueError(
            "response_validation must be 'lenient', 'warn' or 'strict', not "
            f"{describe(value)}."
        )


def validate(
    adapter: Adapter,
    content: bytes | str,
    validation: ResponseValidation = "lenient",
) -> object:
    """Return JSON decoded as its documented type.

    Without conversion of values (`"1"` to 1) unless the validation is lenient. Types
    whose strict validation differs from that of pydantic use
    `pydantic_core.core_schema.lax_or_strict_schema`.

    Raises:
        ValidationError: If the content is not valid JSON or does not match the type.
    """
    # By alias only: a property may have the Python name of another field.
    return adapter.validate_json(
        content, strict=validation != "lenient", by_alias=True, by_name=False
    )


def is_first_report(kind: str, name: str) -> bool:
    """Return whether nothing was reported for an operation so far, and remember it.

    Args:
        kind: The method of the operation, or `webhook`.
        name: The path of the operation, or the name of the webhook.
    """
    if (kind, name) in _reported:
        return False
    if len(_reported) >= _MAX_REPORTED:  # paths of calls to undocumented operations
        _reported.clear()
    _reported.add((kind, name))
    return True


def warn(message: str) -> None:
    """Issue a `ResponseValidationWarning` at the line that calls the package."""
    level = find_caller_level()
    text = clean(message, MAX_MESSAGE)
    warnings.warn(text, ResponseValidationWarning, stacklevel=level)


def find_caller_level() -> int:
    """Return the `stacklevel` of a warning that points to the caller of the package."""
    frame, level = inspect.currentframe(), 0
    while frame and f"{frame.f_globals.get('__name__')}.".startswith(
        f"{CLIENT_PACKAGE}."
    ):
        frame, level = frame.f_back, level + 1
    # Both count alike: the function that calls this one and warnings.warn() is level 1.
    return level
