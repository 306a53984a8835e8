"""Resolution of references across files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote

from msgspec import Struct

from ..load.document import child, join, split
from ..load.files.related import Refusal
from .codes import TARGET_NOT_FOUND, UNREAD_FILE
from .identifiers import Identifiers
from .walk import is_plain_reference

if TYPE_CHECKING:
    from ..json_data import JsonValue
    from ..load.document import Source
    from ..load.files.related import RelatedFiles
    from ..report.diagnostics import Diagnostic

_MAX_STEPS: Final = 100
"""Maximum length of a chain of references."""


class NodeId(Struct, frozen=True):
    """A location in a file.

    Attributes:
        file: Number of the file, in the order of reading; 0 is the entry document.
        pointer: JSON Pointer of the node itself, which does not pass through references.
    """

    file: int
    pointer: str


class Target(Struct, frozen=True):
    """The node that a reference resolves to."""

    node_id: NodeId
    value: JsonValue


class Unresolved(Struct, frozen=True):
    """The reason why a reference cannot be resolved.

    Attributes:
        code: Diagnostic code.
        message: Predicate of a sentence whose subject is the reference.
    """

    code: str
    message: str


class RemoteFile(Struct, frozen=True):
    """A reference to a file on another server, fetched only with `--allow-remote`."""


Resolution: TypeAlias = Target | Unresolved | RemoteFile


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

    def resolve(self, at: NodeId, reference: str) -> Resolution:
        """Return the node that a reference resolves to, following chains of references.

        A chain ends at a node of the entry document, or at a node that is not just a
        reference.
        """
        found = self._step(at, reference, 0)
        seen: set[NodeId] = set()
        while (
            isinstance(found, Target)
            and found.node_id.file
            and found.node_id not in seen
            and isinstance(found.value, dict)
            and is_plain_reference(found.value)
        ):
            seen.add(found.node_id)
            further = self._step(found.node_id, str(found.value["$ref"]), 0)
            if not isinstance(further, Target):
                # The problem is reported at the location of that reference.
                break
            found = further
        return found

    def resolve_dynamic(self, at: NodeId, reference: str) -> Resolution:
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
        node_id = NodeId(at.file, pointer)
        return Target(node_id, self.value_at(node_id))

    def resource(self, at: NodeId) -> str:
        """Return the pointer of the innermost schema with an `$id` around a location."""
        return self._identifiers.resource(at.file, at.pointer)

    def value_at(self, node_id: NodeId) -> JsonValue:
        """Return the value at a location; None if it does not exist."""
        value: JsonValue = self.sources[node_id.file].root
        for token in split(node_id.pointer):
            try:
                value = child(value, token)
            except KeyError:
                return None
        return value

    def _step(self, at: NodeId, reference: str, steps: int) -> Resolution:
        uri, _, fragment = reference.strip().partition("#")
        root: NodeId | Unresolved | RemoteFile
        if uri:
            root = self._open(at, uri)
            if not isinstance(root, NodeId):
                return root
        else:
            root = NodeId(at.file, self._identifiers.resource(at.file, at.pointer))
        found = self._fragment(root, fragment, steps)
        if found is None and root.pointer:
            # `#/components/...` inside a schema with an `$id` is invalid but unambiguous.
            found = self._fragment(NodeId(root.file, ""), fragment, steps)
        if found is None:
            place = "this file" if not uri else self.sources[root.file].name
            return Unresolved(
                TARGET_NOT_FOUND,
                f"cannot be resolved: {place} has no value at {fragment!r}",
            )
        return found

    def _open(self, at: NodeId, uri: str) -> NodeId | Unresolved | RemoteFile:
        """Return the location of a schema with this `$id`, or else of a file."""
        known = self._identifiers.find(at.file, at.pointer, uri)
        if known is not None:
            return NodeId(known.file, known.pointer)
        address = self._files.resolve(self._addresses[at.file], uri)
        if isinstance(address, Refusal):
            return Unresolved(UNREAD_FILE, f"cannot be read: {address.message}")
        key = self._files.identify(address)
        if key in self._numbers:
            return NodeId(self._numbers[key], "")
        part = self._files.read(address)
        if isinstance(part, Refusal):
            if part.needs_remote:
                return RemoteFile()
            return Unresolved(UNREAD_FILE, f"cannot be read: {part.message}")
        # The server may have redirected to a file that was read before.
        final = self._files.identify(part.address)
        number = self._numbers.setdefault(final, len(self.sources))
        self._numbers[key] = number
        if number < len(self.sources):
            return NodeId(number, "")
        self.sources.append(part.source)
        self.diagnostics.extend(part.diagnostics)
        self._addresses.append(part.address)
        self._identifiers.read(number, part.source, part.address.url)
        return NodeId(number, "")

    def _fragment(self, root: NodeId, fragment: str, steps: int) -> Resolution | None:
        """Resolve the fragment of a reference: a JSON Pointer or an anchor."""
        for text in dict.fromkeys((unquote(fragment), fragment)):
            pointer = text
            if text and not text.startswith("/"):
                anchor = self._identifiers.anchor(root.file, root.pointer, text)
                if anchor is not None:
                    return self._at(NodeId(root.file, ""), split(anchor), steps)
                # `file.yaml#definitions/Pet` lacks a slash but is unambiguous.
                pointer = f"/{text}"
            found = self._at(root, split(pointer), steps)
            if found is not None:
                return found
        # `#/` points to the key "", but authors who write it mean the whole document.
        return Target(root, self.value_at(root)) if fragment == "/" else None

    def _at(self, root: NodeId, tokens: list[str], steps: int) -> Resolution | None:
        """Return the node at the end of pointer tokens, following references on the way."""
        place = Target(root, self.value_at(root))
        for token in tokens:
            below = _child(place, token)
            hops = steps
            while below is None:
                hops += 1
                value = place.value
                reference = value.get("$ref") if isinstance(value, dict) else None
                if not isinstance(reference, str) or hops > _MAX_STEPS:
                    return None
                further = self._step(place.node_id, reference, hops)
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
    return Target(NodeId(place.node_id.file, join(place.node_id.pointer, token)), value)
