"""Changes between two clients."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class SurfaceError(Exception):
    """Raised if a folder is not that of a client, or has no surface that can be read.

    Attributes:
        message: What is wrong, and what to do.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Impact(StrEnum):
    """What a change means for callers."""

    BREAKING = "breaking"
    """Code that works with the old client can fail with the new one."""
    COMPATIBLE = "compatible"
    """Code that works with the old client works, and there is something new."""
    INTERNAL = "internal"
    """Callers see no difference in signatures and types."""


class Verdict(StrEnum):
    """Part of the version that a release must raise (Semantic Versioning 2.0)."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


class Change(Struct, frozen=True):
    """A change.

    Attributes:
        rule: Identifier of the kind of change, such as `removed-method`.
        impact: What it means for callers.
        subject: What has changed: `client.orders.list`, `models.Order.total`.
        message: What has changed about it, as a phrase: "argument `limit` is required".
        old: Old signature or type; empty if it is new.
        new: New signature or type; empty if it is gone.
        pointer: Pointer in the document, converted to OpenAPI 3.1.
        file: The document; empty if the client is given as a folder.
        line: Line in the file, counted from 1; 0 if it is not known.
        column: Column in the line, counted from 1; 0 if it is not known.
    """

    rule: str
    impact: Impact
    subject: str
    message: str
    old: str = ""
    new: str = ""
    pointer: str = ""
    file: str = ""
    line: int = 0
    column: int = 0


class Comparison(Struct, frozen=True):
    """Result of a comparison.

    Attributes:
        old_version: Version of the old client.
        new_version: Version of the new client.
        changes: Changes that signatures and types show, sorted by subject.
        wire: Changes of requests and responses that no signature shows.
    """

    old_version: str
    new_version: str
    changes: tuple[Change, ...]
    wire: tuple[Change, ...]

    @property
    def verdict(self) -> Verdict:
        """The part of the version that a release with these changes must raise."""
        impacts = {change.impact for change in self.changes}
        if Impact.BREAKING in impacts:
            return Verdict.MAJOR
        if Impact.COMPATIBLE in impacts:
            return Verdict.MINOR
        return Verdict.PATCH if self.changes or self.wire else Verdict.NONE

    def count(self, impact: Impact) -> int:
        """Return the number of changes with an impact."""
        return sum(change.impact is impact for change in self.changes)
