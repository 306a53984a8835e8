"""Writer of the bundled document, according to the plan of the survey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote

from ..load.document import join, split
from ..load.files.related import MAX_DEPTH, MAX_NODES
from ..report.diagnostics import Diagnostic, DocumentError, Effect
from .codes import BUNDLE_TOO_LARGE, CIRCULAR_INSERTION
from .decisions import DROP, Component, Drop, Insert, RemoveReference, Replace, Rewrite
from .stubs import UNRESOLVED_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..json_data import Container, JsonArray, JsonObject, JsonValue
    from ..load.document import Document, Origins
    from ..spec.grammar import Kind
    from .decisions import Decision, Plan, ReferenceTarget

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
        self._components = {
            id(value): component
            for component, value in plan.components.items()
            if isinstance(value, dict | list)
            and component.node_id.file != UNRESOLVED_FILE
        }
        self._results: dict[int, JsonValue | Drop] = {}
        self._open: set[int] = set()

    def write(self) -> JsonObject:
        """Return the tree of the bundled document.

        Raises:
            DocumentError: If the document would be too large or too deeply nested.
        """
        root = self._write(self._document.root, 0)
        if not isinstance(root, dict):
            raise self._too_large()
        components = sorted(
            self._names.items(), key=lambda item: (item[0].kind, item[1])
        )
        tree = _Sections(root, self._document.origins)
        for component, name in components:
            body = self._body(component)
            tree.put(self._sections[component.kind], name, body)
        if measure(tree.root, MAX_NODES) > MAX_NODES:
            raise self._too_large()
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
        component = self._components.get(id(value))
        if component is not None:
            reference: JsonObject = {"$ref": self._reference(component)}
            self._document.origins.derive(reference, value)
            return reference
        return self._write_container(value, depth)

    def _write_container(self, value: Container, depth: int) -> _Written:
        if depth > MAX_DEPTH:
            raise self._too_large()
        if id(value) not in self._results:
            decision = self._plan.decisions.get(id(value))
            result: _Written
            if isinstance(decision, Insert) and isinstance(value, dict):
                result = self._insert(value, decision, depth)
            elif isinstance(decision, Replace):
                result = decision.value
                if isinstance(result, dict | list):
                    result = result.copy()
                    self._document.origins.derive(result, value)
            elif isinstance(decision, Drop):
                result = decision
            else:
                result = self._copy(value, decision, depth)
            self._results[id(value)] = result
        return self._results[id(value)]

    def _insert(self, value: JsonObject, decision: Insert, depth: int) -> _Written:
        """Return the target of a reference, merged with the sibling keys."""
        target = decision.target
        key = id(target.value)
        if key in self._open:
            self._report_circular_insertion(value, decision)
            return DROP
        self._open.add(key)
        result = self._write(target.value, depth)
        self._open.remove(key)
        siblings = {name: entry for name, entry in value.items() if name != "$ref"}
        if not siblings or not isinstance(result, dict):
            return result
        merged = {**result}
        for name, entry in siblings.items():
            written = self._write(entry, depth + 1)
            if not isinstance(written, Drop):
                merged[name] = written
        self._document.origins.derive(merged, result)
        return merged

    def _copy(
        self, value: Container, decision: Decision | None, depth: int
    ) -> JsonObject | JsonArray:
        """Return a copy with the planned changes; the container itself if unchanged."""
        result: JsonObject | JsonArray
        if isinstance(value, list):
            items = [self._write(item, depth + 1) for item in value]
            if all(new is old for new, old in zip(items, value, strict=True)):
                return value
            result = [item for item in items if not isinstance(item, Drop)]
        else:
            result = self._copy_object(value, decision, depth)
            if len(result) == len(value) and all(
                result.get(key, DROP) is old for key, old in value.items()
            ):
                return value
        self._document.origins.derive(result, value)
        return result

    def _copy_object(
        self, value: JsonObject, decision: Decision | None, depth: int
    ) -> JsonObject:
        ignored_keys = self._plan.ignored_keys.get(id(value), frozenset())
        targets = self._plan.mappings.get(id(value), {})
        keyword = "$ref" if "$ref" in value else "$dynamicRef"
        result: JsonObject = {}
        for key, entry in value.items():
            if isinstance(decision, RemoveReference) and key == "$ref":
                continue
            if isinstance(decision, Rewrite) and key == keyword:
                text = self._reference(decision.target)
                result["$ref"] = entry if entry == text else text
            elif key in targets:
                result[key] = self._reference(targets[key])
            elif key not in ignored_keys:
                written = self._write(entry, depth + 1)
                if not isinstance(written, Drop):
                    result[key] = written
        return result

    def _reference(self, target: ReferenceTarget) -> str:
        if isinstance(target, Component):
            section = self._sections[target.kind]
            pointer = join(section, self._names[target])
        else:
            pointer = target.pointer
        return f"#{quote(pointer, safe=_PLAIN)}"

    def _report_circular_insertion(self, value: JsonObject, decision: Insert) -> None:
        source = self._plan.sources[decision.at.file]
        self.diagnostics.append(
            Diagnostic(
                CIRCULAR_INSERTION,
                Effect.OMITTED,
                f"reference {value['$ref']!r} would insert an object into itself; removed",
                source.location(join(decision.at.pointer, "$ref")),
            )
        )

    def _too_large(self) -> DocumentError:
        message = (
            f"document with all referenced files has more than {MAX_NODES:,} values or "
            f"more than {MAX_DEPTH} levels of nesting; define the repeated objects as "
            "components"
        )
        where = self._document.source.location("")
        return DocumentError(Diagnostic(BUNDLE_TOO_LARGE, Effect.FATAL, message, where))


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
            child = node.get(token)
            node[token] = child = self._owned(child if isinstance(child, dict) else {})
            node = child
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
