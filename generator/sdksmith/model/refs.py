"""Finds what a `$ref` points to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

from ..jsondata import object_of, text_of
from ..load.document import join, split
from .codes import CIRCULAR_REFERENCE, DANGLING_REFERENCE

if TYPE_CHECKING:
    from ..jsondata import JsonObject, JsonValue
    from .notes import Notes

_MOST_STEPS: Final = 100
"""How long a chain of references may be."""


class Target(Struct, frozen=True):
    """A node and where it stands in the upgraded document."""

    node: JsonValue
    pointer: str


class References:
    """The references of one document. Only local ones lead anywhere."""

    def __init__(self, root: JsonObject, notes: Notes) -> None:
        self._root = root
        self._notes = notes
        self._found: dict[str, Target | None] = {}

    def find(self, reference: str, pointer: str) -> Target | None:
        """Return what a reference points to, one step; None when that is nothing here.

        Args:
            reference: The value of `$ref`.
            pointer: Where it is used, for the note when it leads nowhere.
        """
        if reference not in self._found:
            self._found[reference] = self._search(reference, pointer)
        return self._found[reference]

    def follow(self, node: JsonValue, pointer: str) -> Target | None:
        """Return the object at the end of a chain of references, itself without one.

        For parameters, responses, bodies, headers and path items; None when the chain
        breaks, goes round, or ends at what is no object.
        """
        for _ in range(_MOST_STEPS):
            if not isinstance(node, dict):
                return None
            reference = node.get("$ref")
            if not isinstance(reference, str):
                return Target(node, pointer)
            target = self.find(reference, pointer)
            if target is None:
                return None
            node, pointer = target.node, target.pointer
        self.say_circular(pointer)
        return None

    def say_circular(self, pointer: str) -> None:
        """Note that what is at `pointer` says nothing but to look at itself."""
        self._notes.say(
            CIRCULAR_REFERENCE,
            "This is described by itself alone; it can be any JSON.",
            pointer,
        )

    def _search(self, reference: str, pointer: str) -> Target | None:
        if not reference.startswith("#"):
            # To another server, of which RF007 has told.
            return None
        found = self._walk(unquote(reference[1:]))
        if found is None:
            self._notes.say(
                DANGLING_REFERENCE,
                f"Nothing is at {reference!r}.",
                pointer,
                about=reference,
            )
        return found

    def _walk(self, fragment: str) -> Target | None:
        """Walk a JSON Pointer, through references on the way as well.

        `#/components/schemas/A/properties/id` works where A is a reference to B.
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
            if not reference.startswith("#/") or steps > _MOST_STEPS:
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
