"""Differences between JSON and its documented type, and their description."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

from pydantic import ValidationError

from ..text import MAX_NAME, clean
from .validation import validate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .types import Adapter
    from .validation import ResponseValidation

_MAX_SHOWN: Final = {"lenient": 3, "warn": 50, "strict": 3}
"""Number of paths in a message, by mode of validation."""


def find_mismatches(adapter: Adapter, content: str | bytes) -> ValidationError | None:
    """Return the errors of strict validation; None if the content matches its type.

    Args:
        adapter: The adapter of the type.
        content: Valid JSON.
    """
    try:
        validate(adapter, content, "strict")
    except ValidationError as error:
        # pydantic rejects 1.0 as an integer. Valid responses rarely contain such
        # numbers, so they are validated a second time rather than all converted first.
        try:
            value = json.loads(content, parse_float=_parse_number)
            validate(adapter, json.dumps(value), "strict")
        except (ValueError, RecursionError):  # ValidationError is a ValueError
            return error
    return None


def _parse_number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() else value


def summarise(
    error: ValidationError, value: object, validation: ResponseValidation
) -> str:
    """Return a summary of validation errors, as a noun phrase for messages.

    Args:
        error: The errors.
        value: The decoded JSON.
        validation: The mode of validation. Warnings show more errors than exceptions.
    """
    limit = _MAX_SHOWN[validation]
    messages: dict[str, list[str]] = {}
    problems = error.errors(include_url=False, include_input=False)
    # Without a discriminator, the members of a union report the details.
    details = [item for item in problems if item["type"] != "union_tag_not_found"]
    for problem in details or problems:
        is_missing = problem["type"] == "missing"
        path = _find_path(problem["loc"], value, is_missing=is_missing)
        found = messages.setdefault(path, [])
        message = clean(problem["msg"])
        if message not in found:
            found.append(message)
    shown = [
        f"{path or 'the whole value'}: {', or '.join(texts[:3])}"
        for path, texts in list(messages.items())[:limit]
    ]
    if len(messages) > len(shown):
        shown.append(f"and {len(messages) - len(shown)} more")
    return f"values that do not match the schema ({'; '.join(shown)})"


def _find_path(
    location: Sequence[int | str], value: object, *, is_missing: bool
) -> str:
    """Return the path of an error, as keys and indexes separated by dots.

    pydantic adds the names of the members of unions, which are not part of the path.
    """
    path: list[str] = []
    for number, step in enumerate(location, 1):
        match value:
            case dict() if step in value:
                value = cast("dict[object, object]", value)[step]
            case list() if isinstance(step, int) and 0 <= step < len(
                cast("list[object]", value)
            ):
                value = cast("list[object]", value)[step]
            case _ if not is_missing or number < len(location):
                continue
            case _:
                pass
        path.append(str(step))
    return clean(".".join(path), MAX_NAME)
