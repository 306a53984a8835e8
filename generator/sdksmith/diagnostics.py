"""What the generator says about a document: where, what happened, what changed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .jsondata import JsonValue


class Effect(StrEnum):
    """What happened to the user's API, from worst to least."""

    FATAL = "fatal"
    """The document cannot be used at all."""
    OMITTED = "omitted"
    """A piece of the API is not in the client."""
    REPAIRED = "repaired"
    """The document was changed so that it can be used."""
    NOTED = "noted"
    """Nothing changed, but the author of the document should know."""


class Safety(StrEnum):
    """How sure a repair is of what the author meant."""

    EXACT = "exact"
    """The meaning cannot change."""
    LIKELY = "likely"
    """There is one plausible reading."""
    GUESS = "guess"
    """Information was invented; `--no-guess` refuses it."""


class Absent:
    """The type of `ABSENT`, which stands for a value that is not there."""

    _instance: Absent | None = None

    def __new__(cls) -> Absent:
        """Return the one instance."""
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()
"""No value: an edit whose `after` is ABSENT removes, whose `before` is ABSENT adds."""

MaybeJson: TypeAlias = "JsonValue | Absent"


class Location(Struct, frozen=True, order=True):
    """A place in a source document.

    Attributes:
        file: The name of the document as the user gave it.
        line: The line, counted from 1; 0 when the place is the whole document.
        column: The column in characters, counted from 1; 0 with line 0.
        pointer: The JSON Pointer (RFC 6901) of the place in the source document.
    """

    file: str
    line: int
    column: int
    pointer: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Edit(Struct, frozen=True):
    """One change to a document.

    Attributes:
        pointer: Where, as a JSON Pointer into the document the edit applies to.
        before: The value there before, `ABSENT` when the edit adds one.
        after: The value there after, `ABSENT` when the edit removes it.
    """

    pointer: str
    before: MaybeJson
    after: MaybeJson


class Diagnostic(Struct, frozen=True):
    """One thing the user should know about the document.

    Attributes:
        code: Two letters and three digits; `sdksmith explain CODE` tells more.
        effect: What happened to the API.
        message: One or two sentences for the author of the document.
        location: Where in the source document.
        edits: What was changed, for `Effect.REPAIRED`.
        safety: How sure the repair is, for `Effect.REPAIRED`.
        count: How many operations are lost, for `Effect.OMITTED`; 0 for smaller pieces.
    """

    code: str
    effect: Effect
    message: str
    location: Location
    edits: tuple[Edit, ...] = ()
    safety: Safety | None = None
    count: int = 0


class CodeInfo(Struct, frozen=True):
    """What `sdksmith explain` tells about one diagnostic code.

    Attributes:
        code: Two letters and three digits, never used for anything else.
        title: A few words.
        explanation: What is found, and what is done or should be done about it.
        bad: The smallest text that gives this diagnostic.
        good: The same text as it should be.
    """

    code: str
    title: str
    explanation: str
    bad: str
    good: str


class Report(Struct):
    """The diagnostics of one run, in the order in which the stages found them."""

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
        """Return the diagnostics of one effect, in order."""
        return [item for item in self.diagnostics if item.effect is effect]


class DocumentError(Exception):
    """A document that cannot be used: carries the one fatal diagnostic.

    Stages raise it for bad input. Any other exception is a fault of the generator.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
