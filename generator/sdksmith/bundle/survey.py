"""Survey of a document: follows all references and plans the bundled document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..json_data import object_of
from ..load.document import Dialect, join
from ..spec.grammar import Form, Kind
from .decisions import Component, EntryNode, Insert, Plan, Replace, Rewrite
from .derived import find_derived
from .mappings import read_mapping
from .resolution import NodeId, RemoteFile, Resolution, Resolver, Target, Unresolved
from .sections import sections_of
from .stubs import Stubs
from .walk import DEFINITION_KEYWORDS, Expected, Walker, is_plain_reference

if TYPE_CHECKING:
    from ..json_data import Container, JsonObject
    from ..load.document import Document
    from ..load.files.related import RelatedFiles
    from ..report.diagnostics import Diagnostic

_IDENTIFIER_KEYS: Final = frozenset(
    ("$id", "$schema", "$anchor", "$dynamicAnchor", *DEFINITION_KEYWORDS)
)
_EXAMPLE_FIELDS: Final = frozenset(
    ("$ref", "summary", "value", "externalValue", "dataValue", "serializedValue")
)
_DIALECTS_WITH_IDS: Final = (Dialect.OPENAPI_31, Dialect.OPENAPI_32)


class _Visit(Struct, frozen=True):
    """An object, list or map to visit.

    Attributes:
        value: The container.
        node_id: Location in its file.
        expected: Expected kind and form.
        at: Pointer in the bundled document. It is known for nodes of the entry document
            and for nodes inserted there; None otherwise.
    """

    value: Container
    node_id: NodeId
    expected: Expected
    at: str | None = None


class Survey:
    """Traversal of a document and of the parts of other files that it references.

    Attributes:
        plan: The plan for the writer.
        stubs: Replacements for references that cannot be resolved.
        resolver: The files read.
    """

    def __init__(self, document: Document, files: RelatedFiles) -> None:
        self.resolver = Resolver(document.source, files)
        self.plan = Plan(self.resolver.sources)
        self.stubs = Stubs(document.dialect, self.resolver.sources)
        self._root = document.root
        self._has_ids = document.dialect in _DIALECTS_WITH_IDS
        self._sections = sections_of(document.dialect)
        self._kinds = {section: kind for kind, section in self._sections.items()}
        self._walker = Walker(document.dialect)
        self._seen: set[tuple[int, Expected]] = set()
        self._pending: list[_Visit] = []
        self._schemas: dict[str, int] = {}
        self._scopes: set[str] = set()

    def run(self) -> None:
        """Visit the entry document and everything that it references in other files."""
        self._pending.append(
            _Visit(self._root, NodeId(0, ""), Expected(Kind.DOCUMENT), "")
        )
        while self._pending:
            visit = self._pending.pop()
            if visit.at is not None:
                self._register(visit)
            key = id(visit.value), visit.expected
            if key not in self._seen:
                self._seen.add(key)
                self._visit_node(visit)
        for pointer in self._scopes & self._schemas.keys():
            self.plan.ignored_keys[self._schemas[pointer]] = frozenset(("$id",))

    def diagnostics(self) -> list[Diagnostic]:
        """Return the diagnostics, those about the text of the files first."""
        return [*self.resolver.diagnostics, *self.stubs.diagnostics]

    def _visit_node(self, visit: _Visit) -> None:
        value = visit.value
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                # Inside a schema with an `$id`, a local reference points into that schema.
                self._scopes.add(self.resolver.resource(visit.node_id))
                self._follow_reference(visit, value)
            if visit.expected == Expected(Kind.SCHEMA):
                self._visit_schema(visit, value)
        inner: list[_Visit] = []
        for item in self._walker.children(value, visit.expected):
            # Reusable schemas of other files are visited when they are referenced.
            if (
                visit.node_id.file
                and item.token in DEFINITION_KEYWORDS
                and _is_schema(visit)
            ):
                continue
            at = None if visit.at is None else join(visit.at, item.token)
            node_id = NodeId(
                visit.node_id.file, join(visit.node_id.pointer, item.token)
            )
            inner.append(_Visit(item.value, node_id, item.expected, at))
        self._pending.extend(reversed(inner))

    def _register(self, visit: _Visit) -> None:
        """Record the name of a component in the entry document or inserted there."""
        section, _, name = (visit.at or "").rpartition("/")
        kind = self._kinds.get(section)
        if kind is None or visit.expected != Expected(kind):
            return
        name = name.replace("~1", "/").replace("~0", "~")
        self.plan.reserved.setdefault(kind, set()).add(name)
        if visit.node_id.file and not is_plain_reference(visit.value):
            self._add_component(Component(visit.node_id, kind), visit.value, name)

    def _add_component(self, component: Component, value: Container, name: str) -> None:
        self.plan.components.setdefault(component, value)
        self.plan.names.setdefault(component, set()).add(name)

    def _follow_reference(self, visit: _Visit, value: JsonObject) -> None:
        reference = str(value["$ref"])
        expected = visit.expected
        is_local = visit.node_id.file == 0 and reference.startswith("#")
        if is_local and (reference == "#" or expected.is_data):
            return
        found = self._resolve(visit, value)
        if isinstance(found, Target):
            scope = self.resolver.resource(visit.node_id)
            if is_local and reference.startswith("#/") and not scope:
                # The reference remains valid in the bundled document.
                self._visit_target(found, expected)
            else:
                self._decide(visit, value, found)
            return
        if is_local or _is_bare_word(reference) or expected.is_data:
            # The repair stage handles the first two, and data may contain any `$ref`.
            return
        if isinstance(found, RemoteFile):
            if self._is_handled_later(expected):
                return
            found = self.stubs.not_fetched()
        self._replace_unresolved(visit, value, found)

    def _resolve(self, visit: _Visit, value: JsonObject) -> Resolution:
        reference = str(value["$ref"])
        found = self.resolver.resolve(visit.node_id, reference)
        if isinstance(found, Target) and not _fits(found, visit.expected):
            return self.stubs.wrong_type(found, visit.expected)
        if (
            isinstance(found, Unresolved)
            and visit.node_id.file
            and reference.startswith("#/")
        ):
            in_entry = self.resolver.resolve(NodeId(0, ""), reference)
            if isinstance(in_entry, Target) and _fits(in_entry, visit.expected):
                self.stubs.report_entry_target(visit.node_id, value)
                return in_entry
        return found

    def _decide(self, visit: _Visit, value: JsonObject, found: Target) -> None:
        """Decide whether to write a reference to a target or to insert the target."""
        kind, form = visit.expected.kind, visit.expected.form
        if kind is Kind.EXAMPLE and form is Form.OBJECT and not _is_example(found):
            # Authors reference the example value where an Example Object is required.
            self.plan.decisions.setdefault(id(value), Replace({"value": found.value}))
        elif kind is not None and kind in self._sections and form is Form.OBJECT:
            target = self._plan_target(found, kind)
            self.plan.decisions.setdefault(id(value), Rewrite(target))
            if isinstance(target, Component) and is_plain_reference(value):
                self._add_alias(visit, target)
        else:
            self.plan.decisions.setdefault(id(value), Insert(found, visit.node_id))
            self._visit_target(found, visit.expected, visit.at)

    def _plan_target(self, found: Target, kind: Kind) -> Component | EntryNode:
        """Return what a reference to a node will point to, and schedule a visit of it."""
        self._visit_target(found, Expected(kind))
        if not found.node_id.file:
            return EntryNode(found.node_id.pointer)
        component = Component(found.node_id, kind)
        if component not in self.plan.components:
            self.plan.components[component] = found.value
            if kind is Kind.SCHEMA:
                for derived in find_derived(found, self.resolver):
                    self._plan_target(derived.target, kind)
                    self.plan.tags[Component(derived.target.node_id, kind)] = (
                        derived.name
                    )
        return component

    def _add_alias(self, visit: _Visit, component: Component) -> None:
        """Name a component after an entry document's component that just references it."""
        section, _, name = (visit.at or "").rpartition("/")
        if self._kinds.get(section) is component.kind:
            name = name.replace("~1", "/").replace("~0", "~")
            self.plan.names.setdefault(component, set()).add(name)

    def _visit_target(
        self, found: Target, expected: Expected, at: str | None = None
    ) -> None:
        if not isinstance(found.value, dict | list):
            return
        if at is None and not found.node_id.file:
            at = found.node_id.pointer
        self._pending.append(_Visit(found.value, found.node_id, expected, at))

    def _is_handled_later(self, expected: Expected) -> bool:
        """Return whether a later stage handles references to other servers here."""
        return expected.form is Form.OBJECT and (
            expected.kind in self._sections or expected.kind is Kind.PATH_ITEM
        )

    def _replace_unresolved(
        self, visit: _Visit, value: JsonObject, problem: Unresolved
    ) -> None:
        if id(value) in self.plan.decisions:
            return
        decision = self.stubs.replacement_for(
            visit.node_id, value, visit.expected, problem
        )
        self.plan.decisions[id(value)] = decision
        if isinstance(decision, Rewrite) and isinstance(decision.target, Component):
            self.plan.components.setdefault(decision.target, {})
            self._add_alias(visit, decision.target)

    def _visit_schema(self, visit: _Visit, value: JsonObject) -> None:
        if self._has_ids:
            self._follow_dynamic_reference(visit, value)
        mapping = object_of(object_of(value.get("discriminator")).get("mapping"))
        if mapping:
            self._visit_mapping(visit, mapping)
        if visit.node_id.file:
            self.plan.ignored_keys[id(value)] = _IDENTIFIER_KEYS
        elif "$id" in value and self._has_ids:
            self._schemas[visit.node_id.pointer] = id(value)

    def _visit_mapping(self, visit: _Visit, mapping: JsonObject) -> None:
        targets = self.plan.mappings.setdefault(id(mapping), {})
        for tag, found in read_mapping(mapping, visit.node_id, self.resolver):
            if isinstance(found, Target):
                targets[tag] = self._plan_target(found, Kind.SCHEMA)
            else:
                place = join(visit.node_id.pointer, "discriminator", "mapping", tag)
                at = NodeId(visit.node_id.file, place)
                self.stubs.report_mapping(at, str(mapping[tag]), found)

    def _follow_dynamic_reference(self, visit: _Visit, value: JsonObject) -> None:
        reference = value.get("$dynamicRef")
        if not isinstance(reference, str) or "$ref" in value:
            return
        self._scopes.add(self.resolver.resource(visit.node_id))
        found = self.resolver.resolve_dynamic(visit.node_id, reference)
        if isinstance(found, Target):
            target = self._plan_target(found, Kind.SCHEMA)
            self.plan.decisions.setdefault(id(value), Rewrite(target))


def _is_schema(visit: _Visit) -> bool:
    return visit.expected == Expected(Kind.SCHEMA)


def _is_example(found: Target) -> bool:
    return isinstance(found.value, dict) and not _EXAMPLE_FIELDS.isdisjoint(found.value)


def _is_bare_word(reference: str) -> bool:
    """Return whether a reference is just a word, which is rarely the name of a file."""
    return not any(mark in reference for mark in "#./:\\")


def _fits(found: Target, expected: Expected) -> bool:
    """Return whether the type of a node matches what is expected."""
    value = found.value
    if expected.kind is Kind.EXAMPLE:
        return True
    if expected.form is Form.OBJECT:
        is_boolean_schema = expected.kind is Kind.SCHEMA and isinstance(value, bool)
        return isinstance(value, dict) or is_boolean_schema
    if expected.form is Form.LIST or expected.form is Form.STRINGS:
        return isinstance(value, list)
    if expected.form is Form.MAP or expected.form is Form.STRING_MAP:
        return isinstance(value, dict)
    return True
