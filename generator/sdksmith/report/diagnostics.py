"""Diagnostics: findings about a document, with location, effect and edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, TypeAlias

from msgspec import Struct, field

from ..json_data import JsonValue


class Effect(StrEnum):
    """Effect of a finding on the generated client, most severe first."""

    FATAL = "fatal"
    """The document is unusable; nothing is generated."""
    OMITTED = "omitted"
    """A part of the API is omitted from the client."""
    REPAIRED = "repaired"
    """The document was repaired."""
    NOTED = "noted"
    """Nothing was changed; information for the author of the document."""


class Safety(StrEnum):
    """How safely a repair preserves the meaning that the author intended."""

    EXACT = "exact"
    """The meaning cannot change."""
    LIKELY = "likely"
    """There is only one plausible reading."""
    GUESS = "guess"
    """The repair invents information; disabled by `guess = false` or `--no-guess`."""


class Absent:
    """Type of `ABSENT`, the marker for a missing value."""

    _instance: Absent | None = None

    def __new__(cls) -> Absent:
        """Return the only instance."""
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()
"""Missing value: `before` of an edit that adds, `after` of an edit that removes."""

MaybeJson: TypeAlias = JsonValue | Absent


class Location(Struct, frozen=True, order=True):
    """Location in a source document.

    Attributes:
        file: Name of the document as given by the user.
        line: Line, counted from 1; 0 if the location is the whole document.
        column: Column in characters, counted from 1; 0 if `line` is 0.
        pointer: JSON Pointer (RFC 6901) in the source document.
    """

    file: str
    line: int
    column: int
    pointer: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Edit(Struct, frozen=True):
    """One change made to a document.

    Attributes:
        pointer: JSON Pointer (RFC 6901) of the changed value.
        before: Value before the change; `ABSENT` if the edit adds a value.
        after: Value after the change; `ABSENT` if the edit removes the value.
    """

    pointer: str
    before: MaybeJson
    after: MaybeJson


class Diagnostic(Struct, frozen=True):
    """One finding about a document.

    Attributes:
        code: Two letters and three digits, explained by `sdksmith explain CODE`.
        effect: Effect on the generated client.
        message: What is wrong, what is expected and what was done.
        location: Location in the source document.
        edits: Changes made to the document; empty unless `effect` is `REPAIRED`
            or `OMITTED`.
        safety: Safety of the edits; None without edits.
        count: Number of operations omitted; 0 for smaller parts.
    """

    code: str
    effect: Effect
    message: str
    location: Location
    edits: tuple[Edit, ...] = ()
    safety: Safety | None = None
    count: int = 0


class CodeInfo(Struct, frozen=True):
    """Documentation of a diagnostic code, shown by `sdksmith explain`.

    Attributes:
        code: Two letters and three digits; never reused.
        title: Short statement of the problem.
        explanation: What is wrong, what sdksmith does, and what to change.
        bad: Minimal example that causes the diagnostic.
        good: The example without the problem.
    """

    code: str
    title: str
    explanation: str
    bad: str
    good: str


class Report(Struct):
    """Diagnostics of one run, in the order in which the stages reported them."""

    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, diagnostic: Diagnostic) -> None:
        """Append one diagnostic."""
        self.diagnostics.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Append several diagnostics."""
        self.diagnostics.extend(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def with_effect(self, effect: Effect) -> list[Diagnostic]:
        """Return the diagnostics with an effect, in order."""
        return [item for item in self.diagnostics if item.effect is effect]


class DocumentError(Exception):
    """Raised when a document is unusable.

    Any other exception from a stage is a bug in sdksmith.

    Attributes:
        diagnostic: The fatal diagnostic, with code and location.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
