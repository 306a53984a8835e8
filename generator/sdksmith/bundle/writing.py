"""Writer of the bundled document, according to the plan of the survey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote

from ..load.document import (
    join,
    split,
)
from ..load.files.related import (
    MAX_DEPTH,
    MAX_NODES,
)
from ..report.diagnostics import (
    Diagnostic,
    DocumentError,
    Effect,
)
from .codes import (
    ENDLESS,
    TOO_MUCH,
)
from .decisions import (
    DROP,
    Component,
    Drop,
    Insert,
    Refer,
    Replace,
    Unlink,
)
from .stubs import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..json_data import (
        Container,
        JsonArray,
        JsonObject,
        JsonValue,
    )
    from ..load.document import (
        Document,
        Origins,
    )
    from ..spec.grammar import Kind
    from .decisions import (
        Decision,
        Meaning,
        Plan,
    )

_Written: TypeAlias = "JsonValue | Drop"

_TAG: Final = "x-ms-discriminator-value"
"""Azure's extension for a discriminator value that differs from the schema name."""

_PLAIN: Final = "/~!$&'()*+,;=:@?{}[]"
"""Characters that are not escaped in a fragment.

Braces and brackets should be escaped (RFC 3986, section 3.5), but authors write braces in
paths without escaping.
"""


class Writer:
    """Writer of the tree of a plan.

    The sources are not modified. The result shares the nodes that do not change.

    Attributes:
        diagnostics: Diagnostics about objects that would be inserted into themselves.
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
        # A component that is nested in another node is replaced there by a reference.
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
            DocumentError: If the document would be too large or too deeply nested.
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
        """Return the value of a component, not a reference to the component."""
        value = self._plan.components[component]
        if not isinstance(value, dict | list):
            return value
        written = self._write_container(value, 0)
        if not isinstance(written, dict):
            return {} if isinstance(written, Drop) else written
        tag = self._plan.tags.get(component)
        if tag is None or tag == self._names[component] or _TAG in written:
            return written
        # The component was renamed: keep its discriminator value, which was its name.
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
        """Return the target of a reference, merged with the sibling keys."""
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
        """Return a copy with the planned changes; the container itself if unchanged."""
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
                f"reference {value['$ref']!r} would insert an object into itself; removed",
                source.location(join(decision.at.pointer, "$ref")),
            )
        )

    def _too_much(self) -> DocumentError:
        message = (
            f"document with all referenced files has more than {MAX_NODES:,} values or "
            f"more than {MAX_DEPTH} levels of nesting; define the repeated objects as "
            "components"
        )
        where = self._document.source.location("")
        return DocumentError(Diagnostic(TOO_MUCH, Effect.FATAL, message, where))


class _Sections:
    """Adds reusable objects to the sections of a tree; copies nodes before changes."""

    def __init__(self, root: JsonObject, origins: Origins) -> None:
        self.root = root
        self._origins = origins
        self._own: set[int] = set()

    def put(self, section: str, name: str, value: JsonValue) -> None:
        """Add one reusable object.

        Args:
            section: Pointer of the map of reusable objects.
            name: Key in that map.
            value: The reusable object.
        """
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
    """Return the number of values in a tree, counting shared nodes at each use.

    Args:
        root: The tree, with at most a few hundred levels.
        limit: Limit of exact counting. If the number exceeds it, the result is only
            known to exceed it too.
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
