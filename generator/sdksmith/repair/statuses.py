"""Reads the keys of responses: which status, range of statuses, or other thing."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..jsondata import JsonObject

_FINAL: Final = re.compile(r"101|[2-5]\d\d")
_INFORMATIONAL: Final = frozenset(("100", "102", "103"))
"""Real statuses that are never the last word (RFC 9110, section 15.2)."""
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_RANGE: Final = re.compile(r"([1-5])(?:[0-9xX*?_-])?[xX*?_-]")
_STATUS_IN_TEXT: Final = re.compile(r"(?<!\d)(101|[2-5]\d\d)(?!\d)")
_SUCCESS_WORDS: Final = frozenset(("success", "successful", "ok"))

ERROR_CODES: Final = "x-sdksmith-error-codes"
RANGES: Final = "x-sdksmith-response-ranges"


def codes(responses: JsonObject) -> list[str]:
    """Return the keys of responses, without extensions."""
    return [key for key in responses if not key.startswith("x-")]


def is_final_status(key: str) -> bool:
    """Tell whether a key is a status that a response can end with."""
    return _FINAL.fullmatch(key) is not None


def is_success(key: str) -> bool:
    """Tell whether a key describes what a successful call gives back."""
    return key == "default" or key.startswith("2")


def error_numbers(keys: Iterable[str]) -> list[str]:
    """Return the keys that number errors of the API itself, which are no HTTP statuses.

    100, 102 and 103 count as such only in the company of others: alone they are HTTP's.
    """
    numbers = [
        key for key in keys if _NUMBER.fullmatch(key) and not is_final_status(key)
    ]
    return numbers if any(key not in _INFORMATIONAL for key in numbers) else []


def status_range(key: str) -> str | None:
    """Return the range that a key means, such as `4XX`; None if it means none."""
    found = _RANGE.fullmatch(key.strip())
    return f"{found[1]}XX" if found else None


def statuses_in(key: str) -> list[str]:
    """Return the keys that a text means: statuses, or `default`."""
    word = key.strip().lower()
    if word == "default":
        return ["default"]
    if word in _SUCCESS_WORDS:
        return ["200"]
    return list(dict.fromkeys(_STATUS_IN_TEXT.findall(word)))


def describe_status(key: str) -> str:
    """Return a description for a response that has none."""
    if is_final_status(key):
        try:
            return HTTPStatus(int(key)).phrase
        except ValueError:
            return f"Status {key}"
    return "The default response." if key == "default" else key
