"""What the model says about a document while it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Effect
from .codes import OMITTED_OPERATION

if TYPE_CHECKING:
    from ..load.document import Document


class Notes:
    """Collects diagnostics, each thing said once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._said: set[tuple[str, str]] = set()
        self._diagnostics: list[Diagnostic] = []

    def say(self, code: str, message: str, pointer: str, *, about: str = "") -> None:
        """Note something that is at `pointer`.

        Args:
            code: A code of `model.codes`.
            message: One or two sentences for the author of the document.
            pointer: Where in the upgraded document.
            about: What it is said about, when that occurs in many places.
        """
        if (code, about or pointer) in self._said:
            return
        self._said.add((code, about or pointer))
        location = self._document.locate(pointer)
        self._diagnostics.append(Diagnostic(code, Effect.NOTED, message, location))

    def omit_operation(self, message: str, pointer: str) -> None:
        """Say that the operation at `pointer` is not made."""
        location = self._document.locate(pointer)
        self._diagnostics.append(
            Diagnostic(OMITTED_OPERATION, Effect.OMITTED, message, location, count=1)
        )

    def all(self) -> tuple[Diagnostic, ...]:
        """Return everything said, in order."""
        return tuple(self._diagnostics)
