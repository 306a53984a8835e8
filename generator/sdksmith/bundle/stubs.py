"""Replacements for nodes that cannot be resolved, and the diagnostics about them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..load.document import Dialect, join
from ..report.diagnostics import ABSENT, Diagnostic, Edit, Effect, MaybeJson, Safety
from ..spec.grammar import Form, Kind
from .codes import RESOLVED_IN_ENTRY, TARGET_NOT_FOUND, UNREAD_FILE
from .decisions import DROP, REMOVE_REFERENCE, Component, Replace, Rewrite
from .resolution import NodeId, Unresolved

if TYPE_CHECKING:
    from ..json_data import JsonObject
    from ..load.document import Source
    from .decisions import Decision
    from .resolution import Target
    from .walk import Expected

UNRESOLVED_FILE: Final = -1
"""File number of nodes that cannot be resolved."""

_WITH_OPERATIONS: Final = (Kind.OPERATION, Kind.PATHS)


class _Replacement(Struct, frozen=True):
    """Replacement of a reference.

    Attributes:
        decision: What to write instead of the reference.
        effect: Description of the effect, for the diagnostic.
        omitted_operations: Number of operations known to be omitted from the client; 0 if another
            part is removed, -1 if nothing is removed.
    """

    decision: Decision
    effect: str
    omitted_operations: int = -1


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
        self._reported: set[tuple[int, str, Kind | None]] = set()

    def wrong_type(self, found: Target, expected: Expected) -> Unresolved:
        """Return the problem for a node of the wrong type."""
        what = "a value"
        if isinstance(found.value, dict | list):
            what = "an object" if isinstance(found.value, dict) else "an array"
        place = found.node_id.pointer or "the top"
        name = self._sources[found.node_id.file].name
        wanted = expected.kind or expected.form
        return Unresolved(
            TARGET_NOT_FOUND,
            f"cannot be resolved: {name} has {what} at {place!r}, expected {wanted}",
        )

    def not_fetched(self) -> Unresolved:
        """Return the problem for a file on another server."""
        return Unresolved(
            UNREAD_FILE,
            "points to another server, which is only contacted with --allow-remote",
        )

    def report_entry_target(self, at: NodeId, node: JsonObject) -> None:
        """Report a reference of another file that only the entry document defines."""
        reference = str(node["$ref"])
        key = at.file, reference, None
        if key in self._reported:
            return
        self._reported.add(key)
        source, entry = self._sources[at.file], self._sources[0].name
        place = join(at.pointer, "$ref")
        self.diagnostics.append(
            Diagnostic(
                RESOLVED_IN_ENTRY,
                Effect.REPAIRED,
                f"reference {reference!r} cannot be resolved in {source.name}; "
                f"resolved in {entry}",
                source.location(place),
                (Edit(place, reference, f"{posixpath.basename(entry)}{reference}"),),
                Safety.LIKELY,
            )
        )

    def report_mapping(self, at: NodeId, written: str, problem: Unresolved) -> None:
        """Report a discriminator mapping that cannot be resolved."""
        self.diagnostics.append(
            Diagnostic(
                problem.code,
                Effect.NOTED,
                f"discriminator mapping to {written!r} {problem.message}; ignored",
                self._sources[at.file].location(at.pointer),
            )
        )

    def replacement_for(
        self, at: NodeId, node: JsonObject, expected: Expected, problem: Unresolved
    ) -> Decision:
        """Return the replacement for a reference that cannot be resolved, and report it."""
        reference = str(node["$ref"])
        replacement = self._make(at, reference, expected)
        key = at.file, reference, expected.kind
        # Each omitted operation is counted, even if the reference was reported before.
        if key not in self._reported or replacement.omitted_operations > 0:
            self._reported.add(key)
            self.diagnostics.append(self._diagnose(at, node, problem, replacement))
        return replacement.decision

    def _make(self, at: NodeId, reference: str, expected: Expected) -> _Replacement:
        kind = expected.kind if expected.form is Form.OBJECT else None
        value: JsonObject
        if kind is Kind.SCHEMA:
            component = Component(
                NodeId(UNRESOLVED_FILE, self._absolute(at, reference)), kind
            )
            return _Replacement(Rewrite(component), "any value is accepted")
        if kind is Kind.RESPONSE:
            value = {"description": name_of(reference)}
            return _Replacement(
                Replace(value), "replaced by a response without content"
            )
        if kind is Kind.REQUEST_BODY:
            value = {"content": {"application/json": {"schema": {}}}}
            return _Replacement(Replace(value), "any JSON value is accepted")
        if kind is Kind.HEADER and not self._swagger:
            return _Replacement(Replace({"schema": {}}), "any value is accepted")
        if kind is Kind.MEDIA_TYPE:
            return _Replacement(Replace({"schema": {}}), "any value is accepted")
        if kind is Kind.PATH_ITEM:
            return _Replacement(
                REMOVE_REFERENCE, "its operations are omitted from the client", 1
            )
        if kind in _WITH_OPERATIONS:
            return _Replacement(DROP, f"{kind} omitted from the client", 1)
        what = kind or expected.kind or "value"
        return _Replacement(DROP, f"{what} removed", 0)

    def _absolute(self, at: NodeId, reference: str) -> str:
        folder = posixpath.dirname(self._sources[at.file].name.replace("\\", "/"))
        path, mark, fragment = reference.replace("\\", "/").partition("#")
        if not path:
            path = self._sources[at.file].name
        elif "://" not in path:
            path = posixpath.normpath(posixpath.join(folder, path))
        return f"{path}{mark}{fragment}"

    def _diagnose(
        self,
        at: NodeId,
        node: JsonObject,
        problem: Unresolved,
        replacement: _Replacement,
    ) -> Diagnostic:
        after: MaybeJson = ABSENT
        if isinstance(replacement.decision, Replace):
            after = replacement.decision.value
        elif isinstance(replacement.decision, Rewrite):
            after = {}
        source = self._sources[at.file]
        is_omitted = replacement.omitted_operations >= 0
        edits: tuple[Edit, ...] = () if is_omitted else (Edit(at.pointer, node, after),)
        return Diagnostic(
            problem.code,
            Effect.OMITTED if is_omitted else Effect.REPAIRED,
            f"reference {node['$ref']!r} {problem.message}; {replacement.effect}",
            source.location(join(at.pointer, "$ref")),
            edits,
            None if is_omitted else Safety.LIKELY,
            max(replacement.omitted_operations, 0),
        )


def name_of(reference: str) -> str:
    """Return the last word of a reference, for display.

    This is the last token of its fragment, or else the file name without its extension.
    """
    path, _, fragment = reference.replace("\\", "/").partition("#")
    last = fragment.rpartition("/")[2]
    return last or posixpath.splitext(posixpath.basename(path))[0] or reference
