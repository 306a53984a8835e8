"""Writes the bundled tree: what was decided, and all else as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote

from ..diagnostics import Diagnostic, DocumentError, Effect
from ..load.document import join, split
from ..load.related import MAX_DEPTH, MAX_NODES
from .codes import ENDLESS, TOO_MUCH
from .decisions import DROP, Component, Drop, Insert, Refer, Replace, Unlink
from .stubs import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..jsondata import Container, JsonArray, JsonObject, JsonValue
    from ..load.document import Document, Origins
    from ..repair.grammar import Kind
    from .decisions import Decision, Meaning, Plan

_Written: TypeAlias = "JsonValue | Drop"

_TAG: Final = "x-ms-discriminator-value"
"""What Azure writes where a discriminator does not say the name of a schema."""

_PLAIN: Final = "/~!$&'()*+,;=:@?{}[]"
"""What stands in a fragment as it is. Braces should not (RFC 3986, section 3.5), but all
write them so in paths."""


class Writer:
    """Makes the tree of a plan. Sources are not changed, what is as it was is shared.

    Attributes:
        diagnostics: What would have been written inside of itself.
    """

    def __init__(
        self,
        document: Document,
        plan: Plan,
        sections: Mapping[Kind, str],
        names: Mapping[Component, str],
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._document = document
        self._plan = plan
        self._sections = sections
        self._names = names
        # Where a component stands inside of something else, a reference is written.
        self._homes = {
            id(value): component
            for component, value in plan.components.items()
            if isinstance(value, dict | list) and component.spot.file != NOWHERE
        }
        self._made: dict[int, JsonValue | Drop] = {}
        self._open: set[int] = set()

    def write(self) -> JsonObject:
        """Return the tree of the bundled document.

        Raises:
            DocumentError: It would be too large, or nested too deeply.
        """
        root = self._write(self._document.root, 0)
        if not isinstance(root, dict):
            raise self._too_much()
        components = sorted(
            self._names.items(), key=lambda item: (item[0].kind, item[1])
        )
        tree = _Sections(root, self._document.origins)
        for component, name in components:
            body = self._body(component)
            tree.put(self._sections[component.kind], name, body)
        if measure(tree.root, MAX_NODES) > MAX_NODES:
            raise self._too_much()
        return tree.root

    def _body(self, component: Component) -> JsonValue:
        """Return what a component holds: itself, not a reference to itself."""
        value = self._plan.components[component]
        if not isinstance(value, dict | list):
            return value
        written = self._write_container(value, 0)
        if not isinstance(written, dict):
            return {} if isinstance(written, Drop) else written
        tag = self._plan.tags.get(component)
        if tag is None or tag == self._names[component] or _TAG in written:
            return written
        # Under another name it would be another value of the discriminator.
        tagged: JsonObject = {**written, _TAG: tag}
        self._document.origins.derive(tagged, written)
        return tagged

    def _write(self, value: JsonValue, depth: int) -> _Written:
        if not isinstance(value, dict | list):
            return value
        home = self._homes.get(id(value))
        if home is not None:
            reference: JsonObject = {"$ref": self._reference(home)}
            self._document.origins.derive(reference, value)
            return reference
        return self._write_container(value, depth)

    def _write_container(self, value: Container, depth: int) -> _Written:
        if depth > MAX_DEPTH:
            raise self._too_much()
        if id(value) not in self._made:
            decision = self._plan.decisions.get(id(value))
            made: _Written
            if isinstance(decision, Insert) and isinstance(value, dict):
                made = self._insert(value, decision, depth)
            elif isinstance(decision, Replace):
                made = decision.value
                if isinstance(made, dict | list):
                    made = made.copy()
                    self._document.origins.derive(made, value)
            elif isinstance(decision, Drop):
                made = decision
            else:
                made = self._copy(value, decision, depth)
            self._made[id(value)] = made
        return self._made[id(value)]

    def _insert(self, value: JsonObject, decision: Insert, depth: int) -> _Written:
        """Return what a reference means, with what stands beside the reference."""
        target = decision.target
        key = id(target.value)
        if key in self._open:
            self._say_endless(value, decision)
            return DROP
        self._open.add(key)
        made = self._write(target.value, depth)
        self._open.remove(key)
        beside = {name: entry for name, entry in value.items() if name != "$ref"}
        if not beside or not isinstance(made, dict):
            return made
        merged = {**made}
        for name, entry in beside.items():
            written = self._write(entry, depth + 1)
            if not isinstance(written, Drop):
                merged[name] = written
        self._document.origins.derive(merged, made)
        return merged

    def _copy(
        self, value: Container, decision: Decision | None, depth: int
    ) -> JsonObject | JsonArray:
        """Return a container with what is decided inside of it; itself when nothing is."""
        made: JsonObject | JsonArray
        if isinstance(value, list):
            items = [self._write(item, depth + 1) for item in value]
            if all(new is old for new, old in zip(items, value, strict=True)):
                return value
            made = [item for item in items if not isinstance(item, Drop)]
        else:
            made = self._copy_object(value, decision, depth)
            if len(made) == len(value) and all(
                made.get(key, DROP) is old for key, old in value.items()
            ):
                return value
        self._document.origins.derive(made, value)
        return made

    def _copy_object(
        self, value: JsonObject, decision: Decision | None, depth: int
    ) -> JsonObject:
        idle = self._plan.idle.get(id(value), frozenset())
        meanings = self._plan.mappings.get(id(value), {})
        word = "$ref" if "$ref" in value else "$dynamicRef"
        made: JsonObject = {}
        for key, entry in value.items():
            if isinstance(decision, Unlink) and key == "$ref":
                continue
            if isinstance(decision, Refer) and key == word:
                text = self._reference(decision.to)
                made["$ref"] = entry if entry == text else text
            elif key in meanings:
                made[key] = self._reference(meanings[key])
            elif key not in idle:
                written = self._write(entry, depth + 1)
                if not isinstance(written, Drop):
                    made[key] = written
        return made

    def _reference(self, meaning: Meaning) -> str:
        if isinstance(meaning, Component):
            section = self._sections[meaning.kind]
            pointer = join(section, self._names[meaning])
        else:
            pointer = meaning.pointer
        return f"#{quote(pointer, safe=_PLAIN)}"

    def _say_endless(self, value: JsonObject, decision: Insert) -> None:
        source = self._plan.sources[decision.at.file]
        self.diagnostics.append(
            Diagnostic(
                ENDLESS,
                Effect.OMITTED,
                f"$ref {value['$ref']!r} would put this in place inside of itself; the "
                "inner one is left out.",
                source.location(join(decision.at.pointer, "$ref")),
            )
        )

    def _too_much(self) -> DocumentError:
        message = (
            f"With all files in place the document has more than {MAX_NODES:,} values or "
            f"more than {MAX_DEPTH} levels: refer to components instead."
        )
        where = self._document.source.location("")
        return DocumentError(Diagnostic(TOO_MUCH, Effect.FATAL, message, where))


class _Sections:
    """The maps of reusable objects in a tree that is made for them."""

    def __init__(self, root: JsonObject, origins: Origins) -> None:
        self.root = root
        self._origins = origins
        self._own: set[int] = set()

    def put(self, section: str, name: str, value: JsonValue) -> None:
        """Set one reusable object."""
        self.root = node = self._owned(self.root)
        for token in split(section):
            below = node.get(token)
            node[token] = below = self._owned(below if isinstance(below, dict) else {})
            node = below
        node[name] = value

    def _owned(self, node: JsonObject) -> JsonObject:
        if id(node) in self._own:
            return node
        copy = node.copy()
        self._origins.derive(copy, node)
        self._own.add(id(copy))
        return copy


def measure(root: JsonValue, limit: int) -> int:
    """Return how many values a tree has when shared ones count each time.

    Args:
        root: The tree, of no more than a few hundred levels.
        limit: Beyond it the number need not be right.
    """
    sizes: dict[int, int] = {}

    def count(value: JsonValue) -> int:
        if not isinstance(value, dict | list):
            return 1
        if id(value) not in sizes:
            inner = value.values() if isinstance(value, dict) else value
            size = 1
            for entry in inner:
                size += count(entry)
                if size > limit:
                    break
            sizes[id(value)] = size
        return sizes[id(value)]

    return count(root)
