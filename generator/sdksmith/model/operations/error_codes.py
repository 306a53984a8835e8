"""Error codes defined by an API, as opposed to HTTP status codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...json_data import object_of, text_of
from ..api import ErrorCode

if TYPE_CHECKING:
    from ...json_data import JsonObject

_EXTENSION: Final = "x-sdksmith-error-codes"


class ErrorCodes:
    """The distinct error codes of all operations."""

    def __init__(self) -> None:
        self._descriptions: dict[str, set[str]] = {}

    def collect(self, operation: JsonObject) -> None:
        """Add the codes that a repair moved to `x-sdksmith-error-codes`."""
        for code, description in object_of(operation.get(_EXTENSION)).items():
            text = text_of(description).strip()
            self._descriptions.setdefault(code, set()).add(text)

    def all(self) -> tuple[ErrorCode, ...]:
        """Return the codes: numeric ones first, in numeric order, then the others.

        If operations describe a code differently, the alphabetically first description
        that is not empty is used.
        """
        return tuple(
            ErrorCode(code, min(filter(None, texts), default=""))
            for code, texts in sorted(self._descriptions.items(), key=_order)
        )


def _order(item: tuple[str, set[str]]) -> tuple[bool, int, str]:
    code = item[0]
    is_number = code.isascii() and code.isdigit()
    return (not is_number, int(code) if is_number else 0, code)
