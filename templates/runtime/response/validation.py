"""Validation of JSON against its documented type, and what happens if it fails."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from ..errors import CLIENT_PACKAGE

if TYPE_CHECKING:
    from pydantic import ValidationError

    from .types import Adapter

ResponseValidation: TypeAlias = Literal["lenient", "warn", "strict"]
"""How to treat a response that does not match its schema.

- `"lenient"`: Return it. Parts that match are decoded to the documented types; a value
  that does not match is returned unchanged, and a missing required field is None.
- `"warn"`: As `"lenient"`, and issue a `ResponseValidationWarning`.
- `"strict"`: Raise `APIDecodeError`.

A response that cannot be decoded at all, for example HTML instead of JSON, raises
`APIDecodeError` in every mode."""


def check_response_validation(value: object) -> None:
    """Check the option `response_validation`.

    Raises:
        ValueError: If the value is not one of `ResponseValidation`.
    """
    if value not in get_args(ResponseValidation):
        raise ValueError(
            f"response_validation must be 'lenient', 'warn' or 'strict', not {value!r}."
        )


def validate(adapter: Adapter, content: bytes | str) -> object:
    """Return JSON decoded as its documented type.

    Raises:
        ValidationError: If the content is not valid JSON or does not match the type.
    """
    # By alias only: a property may have the Python name of another field.
    return adapter.validate_json(content, by_alias=True, by_name=False)


def summarise(error: ValidationError) -> str:
    """Return a summary of validation errors, as a noun phrase for messages."""
    problems = error.errors(include_url=False, include_input=False)
    shown = [
        f"{'.'.join(map(str, problem['loc'])) or 'the whole value'}: {problem['msg']}"
        for problem in problems[:3]
    ]
    if len(problems) > len(shown):
        shown.append(f"and {len(problems) - len(shown)} more")
    return f"values that do not match the schema ({'; '.join(shown)})"


def find_caller_level() -> int:
    """Return the `stacklevel` of a warning that points to the caller of the package."""
    frame, level = inspect.currentframe(), 0
    while frame and f"{frame.f_globals.get('__name__')}.".startswith(
        f"{CLIENT_PACKAGE}."
    ):
        frame, level = frame.f_back, level + 1
    # Both count alike: the function that calls this one and warn() is level 1.
    return level
