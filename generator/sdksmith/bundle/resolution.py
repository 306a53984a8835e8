"""Which node of which file a reference means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote

from msgspec import Struct

from ..load.document import child, join, split
from ..load.related import Refusal
from .codes import NOTHING_THERE, UNREAD_FILE
from .identifiers import Identifiers
from .walk import is_mere_reference

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..jsondata import JsonValue
    from ..load.document import Source
    from ..load.related import RelatedFiles

_MOST_STEPS: Final = 100
"""How long a chain of references may be."""


class Spot(Struct, frozen=True):
    """A place in a file.

    Attributes:
        file: The number of the file, in the order of reading; 0 is the entry document.
        pointer: The JSON Pointer, through no reference.
    """

    file: int
    pointer: str


class Target(Struct, frozen=True):
    """A node that a reference means."""

    spot: Spot
    value: JsonValue


class Problem(Struct, frozen=True):
    """Why a reference means nothing.

    Attributes:
        message: What follows the reference in a sentence.
    """

    code: str
    message: str


class Foreign(Struct, frozen=True):
    """A reference to a file on another server, which nobody asked to fetch."""


Resolved: TypeAlias = Target | Problem | Foreign


class Resolver:
    """The files of one description, read as references lead to them.

    Attributes:
        sources: The files that were read, the entry document first.
        diagnostics: What there is to say about the text of the others.
    """

    def __init__(self, entry: Source, files: RelatedFiles) -> None:
        self.sources = [entry]
        self.diagnostics: list[Diagnostic] = []
        self._files = files
        self._addresses = [files.entry]
        # A query, most often a token, is no part of a relative reference back.
        own = files.identify(files.entry)
        self._numbers = {own: 0, own.partition("?")[0]: 0}
        self._identifiers = Identifiers()
        self._identifiers.read(0, entry, files.entry.url)

    def resolve(self, at: Spot, reference: str) -> Resolved:
        """Return the node that a reference means, at the end of a chain of them.

        The chain ends at a node of the entry document, or at one that is more than a
        reference.
        """
        found = self._step(at, reference, 0)
        seen: set[Spot] = set()
        while (
            isinstance(found, Target)
            and found.spot.file
            and found.spot not in seen
            and isinstance(found.value, dict)
            and is_mere_reference(found.value)
        ):
            seen.add(found.spot)
            further = self._step(found.spot, str(found.value["$ref"]), 0)
            if not isinstance(further, Target):
                # What is wrong is said where it stands.
                break
            found = further
        return found

    def resolve_dynamic(self, at: Spot, reference: str) -> Resolved:
        """Return the node that a `$dynamicRef` means (JSON Schema 2020-12, 8.2.3.2).

        Which one it is depends on the way by which a schema is come to. The dynamic
        anchor of the outermost schema resource around it is what is meant where all of
        them stand in one file.
        """
        name = reference.removeprefix("#")
        pointer = self._identifiers.outermost(at.file, at.pointer, name)
        if pointer is None:
            return self.resolve(at, reference)
        spot = Spot(at.file, pointer)
        return Target(spot, self.value_at(spot))

    def resource(self, at: Spot) -> str:
        """Return the pointer of the nearest schema with an `$id` around a place."""
        return self._identifiers.resource(at.file, at.pointer)

    def value_at(self, spot: Spot) -> JsonValue:
        """Return the value at a place, None when there is none."""
        value: JsonValue = self.sources[spot.file].root
        for token in split(spot.pointer):
            try:
                value = child(value, token)
            except KeyError:
                return None
        return value

    def _step(self, at: Spot, reference: str, steps: int) -> Resolved:
        uri, _, fragment = reference.strip().partition("#")
        root: Spot | Problem | Foreign
        if uri:
            root = self._open(at, uri)
            if not isinstance(root, Spot):
                return root
        else:
            root = Spot(at.file, self._identifiers.resource(at.file, at.pointer))
        found = self._fragment(root, fragment, steps)
        if found is None and root.pointer:
            # `#/components/...` inside a schema with an `$id` is wrong, and clear.
            found = self._fragment(Spot(root.file, ""), fragment, steps)
        if found is None:
            place = "it" if not uri else self.sources[root.file].name
            return Problem(
                NOTHING_THERE, f"leads nowhere: {place} has nothing at {fragment!r}"
            )
        return found

    def _open(self, at: Spot, uri: str) -> Spot | Problem | Foreign:
        """Return the root that a URI names: a schema with this `$id`, or a file."""
        known = self._identifiers.find(at.file, at.pointer, uri)
        if known is not None:
            return Spot(known.file, known.pointer)
        address = self._files.resolve(self._addresses[at.file], uri)
        if isinstance(address, Refusal):
            return Problem(UNREAD_FILE, f"is not read: {address.message}")
        key = self._files.identify(address)
        if key in self._numbers:
            return Spot(self._numbers[key], "")
        part = self._files.read(address)
        if isinstance(part, Refusal):
            if part.needs_remote:
                return Foreign()
            return Problem(UNREAD_FILE, f"is not read: {part.message}")
        # A server may have redirected to what was read before.
        final = self._files.identify(part.address)
        number = self._numbers.setdefault(final, len(self.sources))
        self._numbers[key] = number
        if number < len(self.sources):
            return Spot(number, "")
        self.sources.append(part.source)
        self.diagnostics.extend(part.diagnostics)
        self._addresses.append(part.address)
        self._identifiers.read(number, part.source, part.address.url)
        return Spot(number, "")

    def _fragment(self, root: Spot, fragment: str, steps: int) -> Resolved | None:
        """Return what a fragment names below a root: a pointer, or an anchor."""
        for text in dict.fromkeys((unquote(fragment), fragment)):
            pointer = text
            if text and not text.startswith("/"):
                anchor = self._identifiers.anchor(root.file, root.pointer, text)
                if anchor is not None:
                    return self._at(Spot(root.file, ""), split(anchor), steps)
                # `file.yaml#definitions/Pet` lacks a slash, and is clear.
                pointer = f"/{text}"
            found = self._at(root, split(pointer), steps)
            if found is not None:
                return found
        # `#/` is the key that is empty, but all who write it mean the whole.
        return Target(root, self.value_at(root)) if fragment == "/" else None

    def _at(self, root: Spot, tokens: list[str], steps: int) -> Resolved | None:
        """Return what tokens lead to, through references on the way as well."""
        place = Target(root, self.value_at(root))
        for token in tokens:
            below = _child(place, token)
            hops = steps
            while below is None:
                hops += 1
                value = place.value
                reference = value.get("$ref") if isinstance(value, dict) else None
                if not isinstance(reference, str) or hops > _MOST_STEPS:
                    return None
                further = self._step(place.spot, reference, hops)
                if not isinstance(further, Target):
                    return further
                place = further
                below = _child(place, token)
            place = below
        return place


def _child(place: Target, token: str) -> Target | None:
    try:
        value = child(place.value, token)
    except KeyError:
        return None
    return Target(Spot(place.spot.file, join(place.spot.pointer, token)), value)
