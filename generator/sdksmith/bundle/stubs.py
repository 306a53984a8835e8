"""What stands for a node that cannot be had, and the word about it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..diagnostics import ABSENT, Diagnostic, Edit, Effect, MaybeJson, Safety
from ..load.document import Dialect, join
from ..repair.grammar import Form, Kind
from .codes import NOTHING_THERE, OF_ENTRY, UNREAD_FILE
from .decisions import DROP, UNLINK, Component, Refer, Replace
from .resolution import Problem, Spot

if TYPE_CHECKING:
    from ..jsondata import JsonObject
    from ..load.document import Source
    from .decisions import Decision
    from .resolution import Target
    from .walk import Expected

NOWHERE: Final = -1
"""The number of the file that what cannot be had stands in."""

_WITH_OPERATIONS: Final = (Kind.OPERATION, Kind.PATHS)


class _StandIn(Struct, frozen=True):
    """What takes the place of a reference.

    Attributes:
        words: What that comes to, for the author.
        lost: How many operations are known to be lost; -1 when no more than a detail is.
    """

    decision: Decision
    words: str
    lost: int = -1


class Stubs:
    """Makes what stands for what cannot be had.

    Attributes:
        diagnostics: One word for each reference of a file that leads nowhere, however
            often it is repeated there.
    """

    def __init__(self, dialect: Dialect, sources: list[Source]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._swagger = dialect is Dialect.SWAGGER_20
        self._sources = sources
        self._said: set[tuple[int, str, Kind | None]] = set()

    def misfit(self, found: Target, expected: Expected) -> Problem:
        """Return what is wrong with a node of the wrong shape."""
        what = "a value"
        if isinstance(found.value, dict | list):
            what = "an object" if isinstance(found.value, dict) else "a list"
        place = found.spot.pointer or "the top"
        name = self._sources[found.spot.file].name
        wanted = expected.kind or expected.form
        return Problem(
            NOTHING_THERE,
            f"leads nowhere: {name} has {what} at {place!r}, which is no {wanted}",
        )

    def not_fetched(self) -> Problem:
        """Return what is wrong with a file on another server."""
        return Problem(
            UNREAD_FILE,
            "leads to another server, which is asked with --allow-remote only",
        )

    def note_entry(self, at: Spot, node: JsonObject) -> None:
        """Say that a reference of another file is found in the entry document alone."""
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
                f"$ref {reference!r} leads nowhere in {source.name}; it means {entry}.",
                source.location(place),
                (Edit(place, reference, f"{posixpath.basename(entry)}{reference}"),),
                Safety.LIKELY,
            )
        )

    def note_mapping(self, at: Spot, written: str, problem: Problem) -> None:
        """Say that a value of a discriminator means nothing."""
        self.diagnostics.append(
            Diagnostic(
                problem.code,
                Effect.NOTED,
                f"The mapping to {written!r} {problem.message}; it means nothing.",
                self._sources[at.file].location(at.pointer),
            )
        )

    def stand_in(
        self, at: Spot, node: JsonObject, expected: Expected, problem: Problem
    ) -> Decision:
        """Return what to write for a reference that leads nowhere, and say so."""
        reference = str(node["$ref"])
        made = self._make(at, reference, expected)
        key = at.file, reference, expected.kind
        # Each operation that is lost counts, whatever was said before.
        if key not in self._said or made.lost > 0:
            self._said.add(key)
            self.diagnostics.append(self._diagnose(at, node, problem, made))
        return made.decision

    def _make(self, at: Spot, reference: str, expected: Expected) -> _StandIn:
        kind = expected.kind if expected.form is Form.OBJECT else None
        value: JsonObject
        if kind is Kind.SCHEMA:
            component = Component(Spot(NOWHERE, self._absolute(at, reference)), kind)
            return _StandIn(Refer(component), "any value is taken")
        if kind is Kind.RESPONSE:
            value = {"description": name_of(reference)}
            return _StandIn(Replace(value), "a response without content is taken")
        if kind is Kind.REQUEST_BODY:
            value = {"content": {"application/json": {"schema": {}}}}
            return _StandIn(Replace(value), "any JSON is taken")
        if kind is Kind.HEADER and not self._swagger:
            return _StandIn(Replace({"schema": {}}), "any value is taken")
        if kind is Kind.MEDIA_TYPE:
            return _StandIn(Replace({"schema": {}}), "any value is taken")
        if kind is Kind.PATH_ITEM:
            return _StandIn(UNLINK, "its operations are left out", 1)
        if kind in _WITH_OPERATIONS:
            return _StandIn(DROP, f"the {kind} is left out", 1)
        what = kind or expected.kind or "value"
        return _StandIn(DROP, f"the {what} is left out", 0)

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
            f"$ref {node['$ref']!r} {problem.message}; {made.words}.",
            source.location(join(at.pointer, "$ref")),
            edits,
            None if lost else Safety.LIKELY,
            max(made.lost, 0),
        )


def name_of(reference: str) -> str:
    """Return the last word of a reference, for people."""
    path, _, fragment = reference.replace("\\", "/").partition("#")
    last = fragment.rpartition("/")[2]
    return last or posixpath.splitext(posixpath.basename(path))[0] or reference
