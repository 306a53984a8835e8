"""Runs the rules over a document until none of them has anything left to mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..diagnostics import Diagnostic, Edit, Effect, Safety
from .edits import Patch, Places
from .registry import rules_by_kind
from .rule import Context
from .walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..load.document import Document
    from .rule import EditOp, Finding, Node, Rule

_MAX_PASSES: Final = 10


@dataclass(frozen=True, slots=True)
class Repaired:
    """What comes out of the stage.

    Attributes:
        document: The repaired document; the one that went in if nothing was wrong.
        diagnostics: What was changed, in order, then what was only noted.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]


class UnsettledError(Exception):
    """Rules that undo one another: a fault of the generator, not of the document."""


@dataclass(frozen=True, slots=True)
class _Hit:
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
    diagnostics: list[Diagnostic] = []
    hits: list[_Hit] = []
    for _ in range(_MAX_PASSES):
        hits = list(_find(document))
        if not any(hit.edits(guess=guess) for hit in hits):
            remarks = (_diagnostic(document, hit, (), guess=guess) for hit in hits)
            return Repaired(document, (*diagnostics, *remarks))
        document, made = _apply(document, hits, guess=guess)
        diagnostics += made
    codes = sorted({hit.rule.code for hit in hits if hit.edits(guess=guess)})
    raise UnsettledError(f"{', '.join(codes)} do not settle on {document.source.name}")


def _find(document: Document) -> Iterator[_Hit]:
    index = rules_by_kind(document.dialect)
    context = Context(document.root, document.dialect, document.source.name)
    for node in walk(context):
        for rule in index.get(node.kind, ()):
            for finding in rule.check(node):
                yield _Hit(rule, node, finding)


def _apply(
    document: Document, hits: list[_Hit], *, guess: bool
) -> tuple[Document, list[Diagnostic]]:
    """Apply the edits of one pass.

    An edit at a place that another has changed in the same pass waits: the next pass
    finds it again, or finds that there is nothing left to mend.
    """
    patch = Patch(document.root, document.origins)
    places = Places()
    made: list[Diagnostic] = []
    for hit in hits:
        edits = hit.edits(guess=guess)
        if edits and places.are_free(edits):
            places.claim(edits)
            made.append(_diagnostic(document, hit, patch.apply(edits), guess=guess))
    return document.with_root(patch.finish()), made


def _diagnostic(
    document: Document, hit: _Hit, edits: tuple[Edit, ...], *, guess: bool
) -> Diagnostic:
    finding = hit.finding
    if hit.is_refused(guess=guess):
        effect = Effect.OMITTED
    else:
        effect = finding.effect or (Effect.REPAIRED if edits else Effect.NOTED)
    return Diagnostic(
        code=hit.rule.code,
        effect=effect,
        message=finding.message,
        location=document.locate(hit.at),
        edits=edits,
        safety=hit.safety if effect is Effect.REPAIRED else None,
        count=finding.lost if effect is Effect.OMITTED else 0,
    )
