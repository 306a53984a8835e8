"""Repair engine: applies the rules to a document until no rule changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...report.diagnostics import Absent, Diagnostic, Edit, Effect
from .checked_nodes import CheckedNodes
from .checking import Pass
from .context import Context
from .edits import ChangedPaths, Patch
from .redirects import Redirects
from .registry import rules_by_kind
from .selection import RuleSelection

if TYPE_CHECKING:
    from ...load.document import Document
    from .checking import RuleFinding
    from .rule import Node

_MAX_PASSES: Final = 10


class Repaired(Struct, frozen=True):
    """Result of the repair stage.

    Attributes:
        document: The repaired document; the input document if nothing was changed.
        diagnostics: Changes in the order of application, followed by notes.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]


class ConvergenceError(Exception):
    """Raised when rules undo each other, which is a bug in sdksmith."""


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
        ConvergenceError: If the rules still change the document after the last pass.
    """
    run = _Run(document, guess=guess)
    for _ in range(_MAX_PASSES):
        # Checking only the changed nodes is cheap. A finding can depend on other nodes,
        # however, so all nodes are checked again in the end.
        if not run.is_partial or not run.run_pass():
            run.checked.clear()
            if not run.run_pass():
                return Repaired(run.document, (*run.diagnostics, *run.notes()))
    raise ConvergenceError(f"{run.active_rules()} still change {document.source.name}")


class _Run:
    """Repair of one document in passes.

    Attributes:
        document: The document after the last pass.
        checked: Ids of the objects that were checked in their current state.
        diagnostics: Diagnostics of the changes so far.
    """

    def __init__(self, document: Document, *, guess: bool) -> None:
        self.document = document
        # `origins` keeps the objects of all passes alive, so no id is reused.
        self.checked: set[int] = set()
        self.diagnostics: list[Diagnostic] = []
        self._guess = guess
        self._results: list[RuleFinding] = []
        self._nodes = CheckedNodes(budget=4 * len(document.source.data))
        self._number = 0

    @property
    def is_partial(self) -> bool:
        """Whether the next pass checks only the nodes that the last one changed."""
        return bool(self.checked)

    def run_pass(self) -> bool:
        """Check all nodes that have changed since their last check, and return whether any was changed.

        An edit that overlaps with another edit of the same pass is postponed: the next
        pass finds it again if it is still necessary.
        """
        self._results = self._find()
        patch = Patch(self.document.root, self.document.origins)
        changed_paths = ChangedPaths()
        redirects = Redirects(self._context())
        before = len(self.diagnostics)
        for result in self._results:
            edits = result.edits(guess=self._guess)
            if not edits:
                continue
            if changed_paths.allows(edits):
                changed_paths.add(edits)
                redirects.note(edits)
                self.diagnostics.append(self._diagnostic(result, patch.apply(edits)))
            else:
                self._mark_unchecked(result.node)
        if len(self.diagnostics) == before:
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
            for index, item in enumerate(self.diagnostics[start:], start)
            for edit in item.edits
            if isinstance(edit.after, Absent)
        }
        patch = Patch(self.document.root, self.document.origins)
        for cause, edit in corrections:
            index = movers[cause]
            edits = (*self.diagnostics[index].edits, *patch.apply((edit,)))
            self.diagnostics[index] = replace(self.diagnostics[index], edits=edits)
        self.document = self.document.with_root(patch.finish())

    def notes(self) -> list[Diagnostic]:
        """Return diagnostics for the findings of a pass that changed nothing."""
        return [self._diagnostic(result, ()) for result in self._results]

    def active_rules(self) -> str:
        """Return the codes of the rules that changed the document in the last pass."""
        changing = (
            result for result in self._results if result.edits(guess=self._guess)
        )
        return ", ".join(sorted({result.rule.code for result in changing}))

    def _find(self) -> list[RuleFinding]:
        self._number += 1
        dialect = self.document.dialect
        selection = RuleSelection(dialect, rules_by_kind(dialect))
        check = Pass(
            self._number, self._context(), selection, self._nodes, self.checked
        )
        return check.run()

    def _context(self) -> Context:
        document = self.document
        return Context(
            document.root, document.dialect, document.source.name, document.number_text
        )

    def _mark_unchecked(self, node: Node) -> None:
        for place in (node, *node.ancestors()):
            self.checked.discard(id(place.value))

    def _diagnostic(self, result: RuleFinding, edits: tuple[Edit, ...]) -> Diagnostic:
        finding = result.finding
        if result.uses_fallback(guess=self._guess):
            effect = Effect.OMITTED
        else:
            effect = finding.effect or (Effect.REPAIRED if edits else Effect.NOTED)
        return Diagnostic(
            code=result.rule.code,
            effect=effect,
            message=finding.message,
            location=self.document.locate(result.at),
            edits=edits,
            safety=result.safety if effect is Effect.REPAIRED else None,
            count=finding.omitted if effect is Effect.OMITTED else 0,
        )
