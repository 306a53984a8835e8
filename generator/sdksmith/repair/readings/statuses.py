"""Interpretation of the keys of responses: statuses, ranges and error codes."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import JsonObject

_FINAL: Final = re.compile(r"101|[2-5]\d\d")
_INFORMATIONAL: Final = frozenset(("100", "102", "103"))
"""Statuses of interim responses (RFC 9110, section 15.2)."""
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_RANGE: Final = re.compile(r"([1-5])(?:[0-9xX*?_-])?[xX*?_-]")
_STATUS_IN_TEXT: Final = re.compile(r"(?<!\d)(101|[2-5]\d\d)(?!\d)")
_SUCCESS_WORDS: Final = frozenset(("success", "successful", "ok"))

ERROR_CODES: Final = "x-sdksmith-error-codes"
RANGES: Final = "x-sdksmith-response-ranges"


def codes(responses: JsonObject) -> list[str]:
    """Return the keys of `responses` that are not extensions."""
    return [key for key in responses if not key.startswith("x-")]


def is_final_status(key: str) -> bool:
    """Return whether a key is the status of a final response."""
    return _FINAL.fullmatch(key) is not None


def is_success(key: str) -> bool:
    """Return whether a key describes the response of a successful call."""
    return key == "default" or key.startswith("2")


def error_numbers(keys: Iterable[str]) -> list[str]:
    """Return the keys that are error codes of the API instead of HTTP status codes.

    100, 102 and 103 are included only if there are other error codes; otherwise they
    are HTTP status codes.
    """
    numbers = [
        key for key in keys if _NUMBER.fullmatch(key) and not is_final_status(key)
    ]
    return numbers if any(key not in _INFORMATIONAL for key in numbers) else []


def status_range(key: str) -> str | None:
    """Return the range that a key denotes, such as `4XX`, or None."""
    found = _RANGE.fullmatch(key.strip())
    return f"{found[1]}XX" if found else None


def statuses_in(key: str) -> list[str]:
    """Return the keys that a string denotes: statuses, or `default`."""
    word = key.strip().lower()
    if word == "default":
        return ["default"]
    if word in _SUCCESS_WORDS:
        return ["200"]
    return list(dict.fromkeys(_STATUS_IN_TEXT.findall(word)))


def describe_status(key: str) -> str:
    """Return a default description for a response."""
    if is_final_status(key):
        try:
            return HTTPStatus(int(key)).phrase
        except ValueError:
            return f"Status {key}"
    return "The default response." if key == "default" else key
