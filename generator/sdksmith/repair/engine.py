"""Runs the rules over a document until none of them has anything left to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ..diagnostics import Absent, Diagnostic, Edit, Effect, Safety
from .edits import Patch, Places
from .redirects import Redirects
from .registry import rules_by_kind
from .rule import Context
from .selection import RuleSelection
from .walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..load.document import Document
    from .rule import EditOp, Finding, Node, Rule

_MAX_PASSES: Final = 10


class Repaired(Struct, frozen=True):
    """What comes out of the stage.

    Attributes:
        document: The repaired document; the one that went in if nothing was wrong.
        diagnostics: What was changed, in order, then what was only noted.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]


class UnsettledError(Exception):
    """Rules that undo one another: a fault of the generator, not of the document."""


class _Hit(Struct, frozen=True):
    """A finding with the rule and the node it comes from."""

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
        """Return what this run does about the finding."""
        refused = self.is_refused(guess=guess)
        return self.finding.refused if refused else self.finding.edits


def repair(document: Document, *, guess: bool = True) -> Repaired:
    """Mend what the rules find wrong with a document.

    The tree of `document` is not changed; the new one shares what is as it was, and
    `document.origins` learns what the changed nodes were made from. Repairing what
    comes out changes nothing.

    Args:
        document: The description, in any of the specifications.
        guess: Whether repairs may invent information. If not, the piece that would
            need it is taken out and reported as omitted.

    Raises:
        UnsettledError: The rules do not come to an end.
    """
    run = _Run(document, guess=guess)
    for _ in range(_MAX_PASSES):
        # Looking at what changed is cheap. But what a rule says of one node may depend
        # on others, so that in the end all are looked at once more.
        if not run.is_partial or not run.mend():
            run.settled.clear()
            if not run.mend():
                return Repaired(run.document, (*run.made, *run.remarks()))
    raise UnsettledError(f"{run.restless()} do not settle on {document.source.name}")


class _Run:
    """One repair of one document, pass by pass.

    Attributes:
        document: As it is after the last pass.
        settled: The identities of the objects that were looked at as they are now.
        made: What was changed so far.
    """

    def __init__(self, document: Document, *, guess: bool) -> None:
        self.document = document
        # `origins` keeps every object of every pass alive, so no identity comes twice.
        self.settled: set[int] = set()
        self.made: list[Diagnostic] = []
        self._guess = guess
        self._hits: list[_Hit] = []

    @property
    def is_partial(self) -> bool:
        """Whether the next pass looks only at what the last one changed."""
        return bool(self.settled)

    def mend(self) -> bool:
        """Look at what is not settled, apply what is found, tell whether it was any.

        An edit at a place that another has changed in the same pass waits: the next
        pass finds it again, or finds that there is nothing left to mend.
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
        """Mend the references to what the pass moved, on account of who moved it."""
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
        """Return what the last pass found and did not change."""
        return [self._diagnostic(hit, ()) for hit in self._hits]

    def restless(self) -> str:
        """Return the codes of the rules that changed something in the last pass."""
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
        # Only now: an anchor of YAML puts one object in several places.
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
