"""Survey of a document: follows all references and plans the bundled document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..json_data import object_of
from ..load.document import (
    Dialect,
    join,
)
from ..spec.grammar import (
    Form,
    Kind,
)
from .decisions import (
    Component,
    Elsewhere,
    Insert,
    Plan,
    Refer,
    Replace,
)
from .descent import find_derived
from .mappings import read_mapping
from .resolution import (
    Foreign,
    Problem,
    Resolved,
    Resolver,
    Spot,
    Target,
)
from .sections import sections_of
from .stubs import Stubs
from .walk import (
    LIBRARIES,
    Expected,
    Walker,
    is_mere_reference,
)

if TYPE_CHECKING:
    from ..json_data import (
        Container,
        JsonObject,
    )
    from ..load.document import Document
    from ..load.files.related import RelatedFiles
    from ..report.diagnostics import Diagnostic

_OWN_NAMES: Final = frozenset(
    ("$id", "$schema", "$anchor", "$dynamicAnchor", *LIBRARIES)
)
_EXAMPLE_FIELDS: Final = frozenset(
    ("$ref", "summary", "value", "externalValue", "dataValue", "serializedValue")
)
_NEWER: Final = (Dialect.OPENAPI_31, Dialect.OPENAPI_32)


class _Visit(Struct, frozen=True):
    """An object, list or map to visit.

    Attributes:
        value: The container.
        spot: Location in its file.
        expected: Expected kind and form.
        at: Pointer in the bundled document. It is known for nodes of the entry document
            and for nodes inserted there; None otherwise.
    """

    value: Container
    spot: Spot
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
        self._newer = document.dialect in _NEWER
        self._sections = sections_of(document.dialect)
        self._kinds = {section: kind for kind, section in self._sections.items()}
        self._walker = Walker(document.dialect)
        self._seen: set[tuple[int, Expected]] = set()
        self._waiting: list[_Visit] = []
        self._schemas: dict[str, int] = {}
        self._scopes: set[str] = set()

    def run(self) -> None:
        """Visit the entry document and everything that it references in other files."""
        self._waiting.append(
            _Visit(self._root, Spot(0, ""), Expected(Kind.DOCUMENT), "")
        )
        while self._waiting:
            visit = self._waiting.pop()
            if visit.at is not None:
                self._register(visit)
            key = id(visit.value), visit.expected
            if key not in self._seen:
                self._seen.add(key)
                self._look(visit)
        for pointer in self._scopes & self._schemas.keys():
            self.plan.idle[self._schemas[pointer]] = frozenset(("$id",))

    def diagnostics(self) -> list[Diagnostic]:
        """Return the diagnostics, those about the text of the files first."""
        return [*self.resolver.diagnostics, *self.stubs.diagnostics]

    def _look(self, visit: _Visit) -> None:
        value = visit.value
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                # Inside a schema with an `$id`, a local reference points into that schema.
                self._scopes.add(self.resolver.resource(visit.spot))
                self._follow(visit, value)
            if visit.expected == Expected(Kind.SCHEMA):
                self._look_at_schema(visit, value)
        inner: list[_Visit] = []
        for item in self._walker.inside(value, visit.expected):
            # Reusable schemas of other files are visited when they are referenced.
            if visit.spot.file and item.token in LIBRARIES and _is_schema(visit):
                continue
            at = None if visit.at is None else join(visit.at, item.token)
            spot = Spot(visit.spot.file, join(visit.spot.pointer, item.token))
            inner.append(_Visit(item.value, spot, item.expected, at))
        self._waiting.extend(reversed(inner))

    def _register(self, visit: _Visit) -> None:
        """Record the name of a component in the entry document or inserted there."""
        section, _, name = (visit.at or "").rpartition("/")
        kind = self._kinds.get(section)
        if kind is None or visit.expected != Expected(kind):
            return
        name = name.replace("~1", "/").replace("~0", "~")
        self.plan.taken.setdefault(kind, set()).add(name)
        if visit.spot.file and not is_mere_reference(visit.value):
            self._adopt(Component(visit.spot, kind), visit.value, name)

    def _adopt(self, component: Component, value: Container, name: str) -> None:
        self.plan.components.setdefault(component, value)
        self.plan.names.setdefault(component, set()).add(name)

    def _follow(self, visit: _Visit, value: JsonObject) -> None:
        reference = str(value["$ref"])
        expected = visit.expected
        inside = visit.spot.file == 0 and reference.startswith("#")
        if inside and (reference == "#" or expected.is_data):
            return
        found = self._resolve(visit, value)
        if isinstance(found, Target):
            scope = self.resolver.resource(visit.spot)
            if inside and reference.startswith("#/") and not scope:
                # The reference remains valid in the bundled document.
                self._visit_target(found, expected)
            else:
                self._decide(visit, value, found)
            return
        if inside or _is_word(reference) or expected.is_data:
            # The repair stage handles the first two, and data may contain any `$ref`.
            return
        if isinstance(found, Foreign):
            if self._may_stay(expected):
                return
            found = self.stubs.not_fetched()
        self._replace(visit, value, found)

    def _resolve(self, visit: _Visit, value: JsonObject) -> Resolved:
        reference = str(value["$ref"])
        found = self.resolver.resolve(visit.spot, reference)
        if isinstance(found, Target) and not _fits(found, visit.expected):
            return self.stubs.misfit(found, visit.expected)
        if (
            isinstance(found, Problem)
            and visit.spot.file
            and reference.startswith("#/")
        ):
            in_entry = self.resolver.resolve(Spot(0, ""), reference)
            if isinstance(in_entry, Target) and _fits(in_entry, visit.expected):
                self.stubs.note_entry(visit.spot, value)
                return in_entry
        return found

    def _decide(self, visit: _Visit, value: JsonObject, found: Target) -> None:
        """Decide whether to write a reference to a target or to insert the target."""
        kind, form = visit.expected.kind, visit.expected.form
        if kind is Kind.EXAMPLE and form is Form.OBJECT and not _is_example(found):
            # Authors reference the example value where an Example Object is required.
            self.plan.decisions.setdefault(id(value), Replace({"value": found.value}))
        elif kind is not None and kind in self._sections and form is Form.OBJECT:
            meaning = self._mean(found, kind)
            self.plan.decisions.setdefault(id(value), Refer(meaning))
            if isinstance(meaning, Component) and is_mere_reference(value):
                self._adopt_alias(visit, meaning)
        else:
            self.plan.decisions.setdefault(id(value), Insert(found, visit.spot))
            self._visit_target(found, visit.expected, visit.at)

    def _mean(self, found: Target, kind: Kind) -> Component | Elsewhere:
        """Return what a reference to a node will point to, and schedule a visit of it."""
        self._visit_target(found, Expected(kind))
        if not found.spot.file:
            return Elsewhere(found.spot.pointer)
        component = Component(found.spot, kind)
        if component not in self.plan.components:
            self.plan.components[component] = found.value
            if kind is Kind.SCHEMA:
                for derived in find_derived(found, self.resolver):
                    self._mean(derived.target, kind)
                    self.plan.tags[Component(derived.target.spot, kind)] = derived.name
        return component

    def _adopt_alias(self, visit: _Visit, component: Component) -> None:
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
        if at is None and not found.spot.file:
            at = found.spot.pointer
        self._waiting.append(_Visit(found.value, found.spot, expected, at))

    def _may_stay(self, expected: Expected) -> bool:
        """Return whether a later stage handles references to other servers here."""
        return expected.form is Form.OBJECT and (
            expected.kind in self._sections or expected.kind is Kind.PATH_ITEM
        )

    def _replace(self, visit: _Visit, value: JsonObject, problem: Problem) -> None:
        if id(value) in self.plan.decisions:
            return
        decision = self.stubs.stand_in(visit.spot, value, visit.expected, problem)
        self.plan.decisions[id(value)] = decision
        if isinstance(decision, Refer) and isinstance(decision.to, Component):
            self.plan.components.setdefault(decision.to, {})
            self._adopt_alias(visit, decision.to)

    def _look_at_schema(self, visit: _Visit, value: JsonObject) -> None:
        if self._newer:
            self._follow_dynamic(visit, value)
        mapping = object_of(object_of(value.get("discriminator")).get("mapping"))
        if mapping:
            self._look_at_mapping(visit, mapping)
        if visit.spot.file:
            self.plan.idle[id(value)] = _OWN_NAMES
        elif "$id" in value and self._newer:
            self._schemas[visit.spot.pointer] = id(value)

    def _look_at_mapping(self, visit: _Visit, mapping: JsonObject) -> None:
        meanings = self.plan.mappings.setdefault(id(mapping), {})
        for tag, found in read_mapping(mapping, visit.spot, self.resolver):
            if isinstance(found, Target):
                meanings[tag] = self._mean(found, Kind.SCHEMA)
            else:
                place = join(visit.spot.pointer, "discriminator", "mapping", tag)
                at = Spot(visit.spot.file, place)
                self.stubs.note_mapping(at, str(mapping[tag]), found)

    def _follow_dynamic(self, visit: _Visit, value: JsonObject) -> None:
        reference = value.get("$dynamicRef")
        if not isinstance(reference, str) or "$ref" in value:
            return
        self._scopes.add(self.resolver.resource(visit.spot))
        found = self.resolver.resolve_dynamic(visit.spot, reference)
        if isinstance(found, Target):
            meaning = self._mean(found, Kind.SCHEMA)
            self.plan.decisions.setdefault(id(value), Refer(meaning))


def _is_schema(visit: _Visit) -> bool:
    return visit.expected == Expected(Kind.SCHEMA)


def _is_example(found: Target) -> bool:
    return isinstance(found.value, dict) and not _EXAMPLE_FIELDS.isdisjoint(found.value)


def _is_word(reference: str) -> bool:
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
    if expected.form is Form.LIST or expected.form is Form.TEXTS:
        return isinstance(value, list)
    if expected.form is Form.MAP or expected.form is Form.TEXT_MAP:
        return isinstance(value, dict)
    return True
