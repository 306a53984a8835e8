"""Diagnostics reported while the model is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..report.diagnostics import Diagnostic, Effect
from .codes import OMITTED_OPERATION

if TYPE_CHECKING:
    from ..load.document import Document


class Reporter:
    """Collector of diagnostics, which reports each problem once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._reported: set[tuple[str, str]] = set()
        self._diagnostics: list[Diagnostic] = []

    def report(
        self,
        code: str,
        message: str,
        pointer: str,
        *,
        about: str = "",
        effect: Effect = Effect.NOTED,
    ) -> None:
        """Report a problem at `pointer`, unless it was reported before.

        Args:
            code: A code of `model.codes`.
            message: Message for the author of the document.
            pointer: Location in the upgraded document.
            about: Identifies a problem that occurs at several locations. Defaults to the
                location.
            effect: `OMITTED` if the client lacks a part of the API.
        """
        if (code, about or pointer) in self._reported:
            return
        self._reported.add((code, about or pointer))
        location = self._document.locate(pointer)
        self._diagnostics.append(Diagnostic(code, effect, message, location))

    def omit_operation(self, message: str, pointer: str) -> None:
        """Report that the operation at `pointer` is omitted from the client."""
        location = self._document.locate(pointer)
        self._diagnostics.append(
            Diagnostic(OMITTED_OPERATION, Effect.OMITTED, message, location, count=1)
        )

    def all(self) -> tuple[Diagnostic, ...]:
        """Return all diagnostics, in the order in which they were reported."""
        return tuple(self._diagnostics)
