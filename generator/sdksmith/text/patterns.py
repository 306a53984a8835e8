"""Search for regular expressions of documents, with bounded time and memory."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator


def search_pattern(
    pattern: str, text: str, *, backtracks: int, compiled_bytes: int
) -> bool:
    """Return whether a text matches a pattern of ECMA-262, the dialect of JSON Schema.

    A pattern that repeats a part can take exponential time in Python. The engine used here
    stops.

    Args:
        pattern: The regular expression.
        text: The text in which it is searched.
        backtracks: Maximum number of steps of the search.
        compiled_bytes: Maximum memory of the compiled pattern.

    Returns:
        True also if the pattern cannot be compiled, or if the limits do not suffice.
    """
    import jsonschema_rs  # already used to validate documents

    validator = _compile(pattern, backtracks, compiled_bytes)
    if validator is None or validator.is_valid(text):
        return True
    # A search that exceeds the limits makes the text invalid, too.
    kinds = (error.kind for error in validator.iter_errors(text))
    return not any(
        isinstance(kind, jsonschema_rs.ValidationErrorKind.Pattern) for kind in kinds
    )


@lru_cache(maxsize=256)
def _compile(
    pattern: str, backtracks: int, compiled_bytes: int
) -> Draft202012Validator | None:
    """Return the validator of a pattern; None if it cannot be compiled."""
    import jsonschema_rs

    options = jsonschema_rs.FancyRegexOptions(
        backtrack_limit=backtracks, size_limit=compiled_bytes
    )
    try:
        return jsonschema_rs.Draft202012Validator(
            {"pattern": pattern}, pattern_options=options
        )
    except (ValueError, jsonschema_rs.ValidationError):
        return None
