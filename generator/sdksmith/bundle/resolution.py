"""Resolution of references across files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote

from msgspec import Struct

from ..load.document import (
    child,
    join,
    split,
)
from ..load.files.related import Refusal
from .codes import (
    NOTHING_THERE,
    UNREAD_FILE,
)
from .identifiers import Identifiers
from .walk import is_mere_reference

if TYPE_CHECKING:
    from ..json_data import JsonValue
    from ..load.document import Source
    from ..load.files.related import RelatedFiles
    from ..report.diagnostics import Diagnostic

_MOST_STEPS: Final = 100
"""Maximum length of a chain of references."""


class Spot(Struct, frozen=True):
    """A location in a file.

    Attributes:
        file: Number of the file, in the order of reading; 0 is the entry document.
        pointer: JSON Pointer of the node itself, which does not pass through references.
    """

    file: int
    pointer: str


class Target(Struct, frozen=True):
    """The node that a reference resolves to."""

    spot: Spot
    value: JsonValue


class Problem(Struct, frozen=True):
    """The reason why a reference cannot be resolved.

    Attributes:
        code: Diagnostic code.
        message: Predicate of a sentence whose subject is the reference.
    """

    code: str
    message: str


class Foreign(Struct, frozen=True):
    """A reference to a file on another server, fetched only with `--allow-remote`."""


Resolved: TypeAlias = Target | Problem | Foreign


class Resolver:
    """Resolver of references; reads each file when the first reference to it is resolved.

    Attributes:
        sources: The files read so far, the entry document first.
        diagnostics: Diagnostics about the text of the other files.
    """

    def __init__(self, entry: Source, files: RelatedFiles) -> None:
        self.sources = [entry]
        self.diagnostics: list[Diagnostic] = []
        self._files = files
        self._addresses = [files.entry]
        # A relative reference back to the entry document does not repeat the query of its
        # URL, which most often holds a token.
        own = files.identify(files.entry)
        self._numbers = {own: 0, own.partition("?")[0]: 0}
        self._identifiers = Identifiers()
        self._identifiers.read(0, entry, files.entry.url)

    def resolve(self, at: Spot, reference: str) -> Resolved:
        """Return the node that a reference resolves to, following chains of references.

        A chain ends at a node of the entry document, or at a node that is not just a
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
                # The problem is reported at the location of that reference.
                break
            found = further
        return found

    def resolve_dynamic(self, at: Spot, reference: str) -> Resolved:
        """Return the node that a `$dynamicRef` resolves to.

        The target depends on the dynamic scope: the path by which a validator reaches the
        schema (JSON Schema 2020-12, section 8.2.3.2). This method uses the dynamic anchor
        of the outermost schema resource that contains the reference, which is correct if
        all resources involved are nested in one file.
        """
        name = reference.removeprefix("#")
        pointer = self._identifiers.outermost(at.file, at.pointer, name)
        if pointer is None:
            return self.resolve(at, reference)
        spot = Spot(at.file, pointer)
        return Target(spot, self.value_at(spot))

    def resource(self, at: Spot) -> str:
        """Return the pointer of the innermost schema with an `$id` around a location."""
        return self._identifiers.resource(at.file, at.pointer)

    def value_at(self, spot: Spot) -> JsonValue:
        """Return the value at a location; None if it does not exist."""
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
            # `#/components/...` inside a schema with an `$id` is invalid but unambiguous.
            found = self._fragment(Spot(root.file, ""), fragment, steps)
        if found is None:
            place = "this file" if not uri else self.sources[root.file].name
            return Problem(
                NOTHING_THERE,
                f"cannot be resolved: {place} has no value at {fragment!r}",
            )
        return found

    def _open(self, at: Spot, uri: str) -> Spot | Problem | Foreign:
        """Return the location of a schema with this `$id`, or else of a file."""
        known = self._identifiers.find(at.file, at.pointer, uri)
        if known is not None:
            return Spot(known.file, known.pointer)
        address = self._files.resolve(self._addresses[at.file], uri)
        if isinstance(address, Refusal):
            return Problem(UNREAD_FILE, f"cannot be read: {address.message}")
        key = self._files.identify(address)
        if key in self._numbers:
            return Spot(self._numbers[key], "")
        part = self._files.read(address)
        if isinstance(part, Refusal):
            if part.needs_remote:
                return Foreign()
            return Problem(UNREAD_FILE, f"cannot be read: {part.message}")
        # The server may have redirected to a file that was read before.
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
        """Resolve the fragment of a reference: a JSON Pointer or an anchor."""
        for text in dict.fromkeys((unquote(fragment), fragment)):
            pointer = text
            if text and not text.startswith("/"):
                anchor = self._identifiers.anchor(root.file, root.pointer, text)
                if anchor is not None:
                    return self._at(Spot(root.file, ""), split(anchor), steps)
                # `file.yaml#definitions/Pet` lacks a slash but is unambiguous.
                pointer = f"/{text}"
            found = self._at(root, split(pointer), steps)
            if found is not None:
                return found
        # `#/` points to the key "", but authors who write it mean the whole document.
        return Target(root, self.value_at(root)) if fragment == "/" else None

    def _at(self, root: Spot, tokens: list[str], steps: int) -> Resolved | None:
        """Return the node at the end of pointer tokens, following references on the way."""
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
