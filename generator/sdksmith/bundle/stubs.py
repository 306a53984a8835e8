"""Replacements for nodes that cannot be resolved, and the diagnostics about them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..load.document import (
    Dialect,
    join,
)
from ..report.diagnostics import (
    ABSENT,
    Diagnostic,
    Edit,
    Effect,
    MaybeJson,
    Safety,
)
from ..spec.grammar import (
    Form,
    Kind,
)
from .codes import (
    NOTHING_THERE,
    OF_ENTRY,
    UNREAD_FILE,
)
from .decisions import (
    DROP,
    UNLINK,
    Component,
    Refer,
    Replace,
)
from .resolution import (
    Problem,
    Spot,
)

if TYPE_CHECKING:
    from ..json_data import JsonObject
    from ..load.document import Source
    from .decisions import Decision
    from .resolution import Target
    from .walk import Expected

NOWHERE: Final = -1
"""File number of nodes that cannot be resolved."""

_WITH_OPERATIONS: Final = (Kind.OPERATION, Kind.PATHS)


class _StandIn(Struct, frozen=True):
    """Replacement of a reference.

    Attributes:
        decision: What to write instead of the reference.
        words: Description of the effect, for the diagnostic.
        lost: Number of operations known to be omitted from the client; 0 if another
            piece is removed, -1 if nothing is removed.
    """

    decision: Decision
    words: str
    lost: int = -1


class Stubs:
    """Factory of the replacements for references that cannot be resolved.

    Attributes:
        diagnostics: One diagnostic for each such reference of a file, even if the file
            repeats it.
    """

    def __init__(self, dialect: Dialect, sources: list[Source]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._swagger = dialect is Dialect.SWAGGER_20
        self._sources = sources
        self._said: set[tuple[int, str, Kind | None]] = set()

    def misfit(self, found: Target, expected: Expected) -> Problem:
        """Return the problem for a node of the wrong type."""
        what = "a value"
        if isinstance(found.value, dict | list):
            what = "an object" if isinstance(found.value, dict) else "an array"
        place = found.spot.pointer or "the top"
        name = self._sources[found.spot.file].name
        wanted = expected.kind or expected.form
        return Problem(
            NOTHING_THERE,
            f"cannot be resolved: {name} has {what} at {place!r}, expected {wanted}",
        )

    def not_fetched(self) -> Problem:
        """Return the problem for a file on another server."""
        return Problem(
            UNREAD_FILE,
            "points to another server, which is only contacted with --allow-remote",
        )

    def note_entry(self, at: Spot, node: JsonObject) -> None:
        """Report a reference of another file that only the entry document defines."""
        reference = str(node["$ref"])
        key = at.file, reference, None
        if key in self._said:
            return
        self._said.add(key)
        source, entry = self._sources[at.file], self._sources[0].name
        place = join(at.pointer, "$ref")
        self.diagnostics.append(
            Diagnostic(
                OF_ENTRY,
                Effect.REPAIRED,
                f"reference {reference!r} cannot be resolved in {source.name}; "
                f"resolved in {entry}",
                source.location(place),
                (Edit(place, reference, f"{posixpath.basename(entry)}{reference}"),),
                Safety.LIKELY,
            )
        )

    def note_mapping(self, at: Spot, written: str, problem: Problem) -> None:
        """Report a discriminator mapping that cannot be resolved."""
        self.diagnostics.append(
            Diagnostic(
                problem.code,
                Effect.NOTED,
                f"discriminator mapping to {written!r} {problem.message}; ignored",
                self._sources[at.file].location(at.pointer),
            )
        )

    def stand_in(
        self, at: Spot, node: JsonObject, expected: Expected, problem: Problem
    ) -> Decision:
        """Return the replacement for a reference that cannot be resolved, and report it."""
        reference = str(node["$ref"])
        made = self._make(at, reference, expected)
        key = at.file, reference, expected.kind
        # Each omitted operation is counted, even if the reference was reported before.
        if key not in self._said or made.lost > 0:
            self._said.add(key)
            self.diagnostics.append(self._diagnose(at, node, problem, made))
        return made.decision

    def _make(self, at: Spot, reference: str, expected: Expected) -> _StandIn:
        kind = expected.kind if expected.form is Form.OBJECT else None
        value: JsonObject
        if kind is Kind.SCHEMA:
            component = Component(Spot(NOWHERE, self._absolute(at, reference)), kind)
            return _StandIn(Refer(component), "any value is accepted")
        if kind is Kind.RESPONSE:
            value = {"description": name_of(reference)}
            return _StandIn(Replace(value), "replaced by a response without content")
        if kind is Kind.REQUEST_BODY:
            value = {"content": {"application/json": {"schema": {}}}}
            return _StandIn(Replace(value), "any JSON value is accepted")
        if kind is Kind.HEADER and not self._swagger:
            return _StandIn(Replace({"schema": {}}), "any value is accepted")
        if kind is Kind.MEDIA_TYPE:
            return _StandIn(Replace({"schema": {}}), "any value is accepted")
        if kind is Kind.PATH_ITEM:
            return _StandIn(UNLINK, "its operations are omitted from the client", 1)
        if kind in _WITH_OPERATIONS:
            return _StandIn(DROP, f"{kind} omitted from the client", 1)
        what = kind or expected.kind or "value"
        return _StandIn(DROP, f"{what} removed", 0)

    def _absolute(self, at: Spot, reference: str) -> str:
        folder = posixpath.dirname(self._sources[at.file].name.replace("\\", "/"))
        path, mark, fragment = reference.replace("\\", "/").partition("#")
        if not path:
            path = self._sources[at.file].name
        elif "://" not in path:
            path = posixpath.normpath(posixpath.join(folder, path))
        return f"{path}{mark}{fragment}"

    def _diagnose(
        self, at: Spot, node: JsonObject, problem: Problem, made: _StandIn
    ) -> Diagnostic:
        after: MaybeJson = ABSENT
        if isinstance(made.decision, Replace):
            after = made.decision.value
        elif isinstance(made.decision, Refer):
            after = {}
        source = self._sources[at.file]
        lost = made.lost >= 0
        edits: tuple[Edit, ...] = () if lost else (Edit(at.pointer, node, after),)
        return Diagnostic(
            problem.code,
            Effect.OMITTED if lost else Effect.REPAIRED,
            f"reference {node['$ref']!r} {problem.message}; {made.words}",
            source.location(join(at.pointer, "$ref")),
            edits,
            None if lost else Safety.LIKELY,
            max(made.lost, 0),
        )


def name_of(reference: str) -> str:
    """Return the last word of a reference, for display.

    This is the last token of its fragment, or else the file name without its extension.
    """
    path, _, fragment = reference.replace("\\", "/").partition("#")
    last = fragment.rpartition("/")[2]
    return last or posixpath.splitext(posixpath.basename(path))[0] or reference
