"""Repair engine: applies the rules to a document until no rule changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...report.diagnostics import (
    Absent,
    Diagnostic,
    Edit,
    Effect,
    Safety,
)
from .edits import (
    Patch,
    Places,
)
from .redirects import Redirects
from .registry import rules_by_kind
from .rule import Context
from .selection import RuleSelection
from .walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...load.document import Document
    from .rule import (
        EditOp,
        Finding,
        Node,
        Rule,
    )

_MAX_PASSES: Final = 10


class Repaired(Struct, frozen=True):
    """Result of the repair stage.

    Attributes:
        document: The repaired document; the input document if nothing was changed.
        diagnostics: Changes in the order of application, followed by notes.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]


class UnsettledError(Exception):
    """Raised when rules undo each other, which is a bug in sdksmith."""


class _Hit(Struct, frozen=True):
    """Finding with its rule and its node."""

    rule: Rule
    node: Node
    finding: Finding

    @property
    def safety(self) -> Safety:
        return self.finding.safety or self.rule.safety

    @property
    def at(self) -> str:
        return self.node.pointer if self.finding.at is None else self.finding.at

    def is_refused(self, *, guess: bool) -> bool:
        edits = bool(self.finding.edits)
        return edits and not guess and self.safety is Safety.GUESS

    def edits(self, *, guess: bool) -> tuple[EditOp, ...]:
        """Return the edits that this run applies for the finding."""
        refused = self.is_refused(guess=guess)
        return self.finding.refused if refused else self.finding.edits


def repair(document: Document, *, guess: bool = True) -> Repaired:
    """Repair a document with all rules.

    The tree of `document` is not mutated. The new tree shares its unchanged nodes, and
    `document.origins` records the sources of the changed ones. Repairing the result
    again changes nothing.

    Args:
        document: Document of any supported specification.
        guess: Whether repairs may invent information. If not, the affected part of the
            document is removed and reported as omitted.

    Raises:
        UnsettledError: If the rules still change the document after the last pass.
    """
    run = _Run(document, guess=guess)
    for _ in range(_MAX_PASSES):
        # Checking only the changed nodes is cheap. A finding can depend on other nodes,
        # however, so all nodes are checked again in the end.
        if not run.is_partial or not run.mend():
            run.settled.clear()
            if not run.mend():
                return Repaired(run.document, (*run.made, *run.remarks()))
    raise UnsettledError(f"{run.restless()} still change {document.source.name}")


class _Run:
    """Repair of one document in passes.

    Attributes:
        document: The document after the last pass.
        settled: Ids of the objects that were checked in their current state.
        made: Diagnostics of the changes so far.
    """

    def __init__(self, document: Document, *, guess: bool) -> None:
        self.document = document
        # `origins` keeps the objects of all passes alive, so no id is reused.
        self.settled: set[int] = set()
        self.made: list[Diagnostic] = []
        self._guess = guess
        self._hits: list[_Hit] = []

    @property
    def is_partial(self) -> bool:
        """Whether the next pass checks only the nodes that the last one changed."""
        return bool(self.settled)

    def mend(self) -> bool:
        """Check all nodes that are not settled, and return whether any was changed.

        An edit that overlaps with another edit of the same pass is postponed: the next
        pass finds it again if it is still necessary.
        """
        self._hits = list(self._find())
        patch = Patch(self.document.root, self.document.origins)
        places = Places()
        redirects = Redirects(self._context())
        before = len(self.made)
        for hit in self._hits:
            edits = hit.edits(guess=self._guess)
            if not edits:
                continue
            if places.are_free(edits):
                places.claim(edits)
                redirects.note(edits)
                self.made.append(self._diagnostic(hit, patch.apply(edits)))
            else:
                self._unsettle(hit.node)
        if len(self.made) == before:
            return False
        self.document = self.document.with_root(patch.finish())
        self._redirect(redirects, before)
        return True

    def _redirect(self, redirects: Redirects, start: int) -> None:
        """Update references to moved values.

        The edits are added to the diagnostics of the moves.
        """
        corrections = list(redirects.corrections(self.document.root))
        if not corrections:
            return
        movers = {
            edit.pointer: index
            for index, item in enumerate(self.made[start:], start)
            for edit in item.edits
            if isinstance(edit.after, Absent)
        }
        patch = Patch(self.document.root, self.document.origins)
        for cause, edit in corrections:
            index = movers[cause]
            edits = (*self.made[index].edits, *patch.apply((edit,)))
            self.made[index] = replace(self.made[index], edits=edits)
        self.document = self.document.with_root(patch.finish())

    def remarks(self) -> list[Diagnostic]:
        """Return diagnostics for the findings of a pass that changed nothing."""
        return [self._diagnostic(hit, ()) for hit in self._hits]

    def restless(self) -> str:
        """Return the codes of the rules that changed the document in the last pass."""
        changing = (hit for hit in self._hits if hit.edits(guess=self._guess))
        return ", ".join(sorted({hit.rule.code for hit in changing}))

    def _find(self) -> Iterator[_Hit]:
        document = self.document
        selection = RuleSelection(document.dialect, rules_by_kind(document.dialect))
        looked_at: list[int] = []
        for node in walk(self._context(), self.settled):
            looked_at.append(id(node.value))
            for rule in selection.rules_for(node):
                for finding in rule.check(node):
                    yield _Hit(rule, node, finding)
        # Updated last, because a YAML anchor can put one object in several places.
        self.settled.update(looked_at)

    def _context(self) -> Context:
        document = self.document
        return Context(document.root, document.dialect, document.source.name)

    def _unsettle(self, node: Node) -> None:
        for place in (node, *node.ancestors()):
            self.settled.discard(id(place.value))

    def _diagnostic(self, hit: _Hit, edits: tuple[Edit, ...]) -> Diagnostic:
        finding = hit.finding
        if hit.is_refused(guess=self._guess):
            effect = Effect.OMITTED
        else:
            effect = finding.effect or (Effect.REPAIRED if edits else Effect.NOTED)
        return Diagnostic(
            code=hit.rule.code,
            effect=effect,
            message=finding.message,
            location=self.document.locate(hit.at),
            edits=edits,
            safety=hit.safety if effect is Effect.REPAIRED else None,
            count=finding.lost if effect is Effect.OMITTED else 0,
        )
