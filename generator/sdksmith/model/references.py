"""Resolution of local references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

from ..json_data import object_of, text_of
from ..load.document import join, split
from .codes import CIRCULAR_REFERENCE, DANGLING_REFERENCE

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from .reporter import Reporter

_MAX_STEPS: Final = 100
"""Maximum number of references on the way of a JSON Pointer."""


class Target(Struct, frozen=True):
    """A node and its location in the upgraded document."""

    node: JsonValue
    pointer: str


class References:
    """Resolver of the references of one document. Only local ones are resolved."""

    def __init__(self, root: JsonObject, reporter: Reporter) -> None:
        self._root = root
        self._reporter = reporter
        self._found: dict[str, Target | None] = {}
        self._ends: dict[str, Target | None] = {}

    def find(self, reference: str, pointer: str) -> Target | None:
        """Return the target of a reference, without following further references.

        Args:
            reference: The value of `$ref`.
            pointer: Location of the reference, for the diagnostic.

        Returns:
            None if the reference is not local or cannot be resolved.
        """
        if reference not in self._found:
            self._found[reference] = self._search(reference, pointer)
        return self._found[reference]

    def follow(self, node: JsonValue, pointer: str) -> Target | None:
        """Return the object at the end of a chain of references.

        Without a reference, this is the node itself. The method is for parameters,
        responses, bodies, headers and path items, not for schemas.

        Returns:
            None if the chain is broken or circular, or if it does not end at an object.
        """
        passed: dict[str, None] = {}
        end: Target | None = None
        while isinstance(node, dict):
            reference = node.get("$ref")
            if not isinstance(reference, str):
                end = Target(node, pointer)
                break
            if reference in self._ends:
                end = self._ends[reference]
                break
            if reference in passed:
                self.report_circular(pointer)
                break
            passed[reference] = None
            target = self.find(reference, pointer)
            if target is None:
                break
            node, pointer = target.node, target.pointer
        self._ends.update(dict.fromkeys(passed, end))
        return end

    def report_circular(self, pointer: str) -> None:
        """Report that the object at `pointer` is defined only by itself."""
        self._reporter.report(
            CIRCULAR_REFERENCE,
            "definition refers only to itself; any JSON value is accepted",
            pointer,
        )

    def _search(self, reference: str, pointer: str) -> Target | None:
        if not reference.startswith("#"):
            # A reference to another server, which RF007 reports.
            return None
        found = self._walk(unquote(reference[1:]))
        if found is None:
            self._reporter.report(
                DANGLING_REFERENCE,
                f"reference {reference!r} cannot be resolved; ignored",
                pointer,
                about=reference,
            )
        return found

    def _walk(self, fragment: str) -> Target | None:
        """Return the node at a JSON Pointer, following references on the way.

        For example, `#/components/schemas/A/properties/id` works if A is a reference to B.
        """
        if fragment and not fragment.startswith("/"):
            return None
        place = Target(self._root, "")
        tokens = split(fragment)[::-1]
        steps = 0
        while tokens:
            child = _child(place, tokens[-1])
            if child is not None:
                place = child
                tokens.pop()
                continue
            reference = text_of(object_of(place.node).get("$ref"))
            steps += 1
            if not reference.startswith("#/") or steps > _MAX_STEPS:
                return None
            tokens += split(unquote(reference[1:]))[::-1]
            place = Target(self._root, "")
        return place


def _child(place: Target, token: str) -> Target | None:
    node = place.node
    if isinstance(node, dict) and token in node:
        return Target(node[token], join(place.pointer, token))
    if isinstance(node, list) and token.isdigit() and int(token) < len(node):
        return Target(node[int(token)], join(place.pointer, token))
    return None
