"""Bundling plan: the replacement of each reference in the bundled document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct, field

if TYPE_CHECKING:
    from ..json_data import JsonValue
    from ..load.document import Source
    from ..spec.grammar import Kind
    from .resolution import NodeId, Target


class Component(Struct, frozen=True):
    """A node of another file that becomes a reusable object.

    Attributes:
        node_id: Location of the node.
        kind: Kind of object it is used as. A node used as two kinds is two components.
    """

    node_id: NodeId
    kind: Kind


class EntryNode(Struct, frozen=True):
    """A node of the entry document, which is not moved."""

    pointer: str


ReferenceTarget: TypeAlias = Component | EntryNode
"""A target that a reference can have in the bundled document."""


class Rewrite(Struct, frozen=True):
    """Write a reference and keep its sibling keys."""

    target: ReferenceTarget


class Insert(Struct, frozen=True):
    """Write the referenced node. Sibling keys of the reference override its keys.

    Attributes:
        target: The referenced node.
        at: Location of the reference.
    """

    target: Target
    at: NodeId


class Replace(Struct, frozen=True):
    """Write another value."""

    value: JsonValue


class RemoveReference(Struct, frozen=True):
    """Write only the sibling keys of the reference."""


class Drop(Struct, frozen=True):
    """Write nothing: remove the object together with its key or index."""


Decision: TypeAlias = Rewrite | Insert | Replace | RemoveReference | Drop
REMOVE_REFERENCE: Final = RemoveReference()
DROP: Final = Drop()


class Plan(Struct):
    """Everything that the writer needs to know to write the bundled document.

    Nodes are identified by `id()`; the sources keep them alive.

    Attributes:
        sources: The files, the entry document first.
        decisions: Replacement of each object with a reference, by its `id()`.
        mappings: Targets of the values of a discriminator `mapping`, by its `id()`.
        ignored_keys: Keys of a schema without effect once its references are local, by its
            `id()`.
        components: Nodes that become components, with their values.
        names: Names that the entry document uses for some of the components.
        tags: Discriminator value of a component: its name in its own file.
        reserved: Names of the entry document's components, by kind.
    """

    sources: list[Source]
    decisions: dict[int, Decision] = field(default_factory=dict[int, "Decision"])
    mappings: dict[int, dict[str, ReferenceTarget]] = field(
        default_factory=dict[int, "dict[str, ReferenceTarget]"]
    )
    ignored_keys: dict[int, frozenset[str]] = field(
        default_factory=dict[int, frozenset[str]]
    )
    components: dict[Component, JsonValue] = field(
        default_factory=dict["Component", "JsonValue"]
    )
    names: dict[Component, set[str]] = field(
        default_factory=dict["Component", set[str]]
    )
    tags: dict[Component, str] = field(default_factory=dict["Component", str])
    reserved: dict[Kind, set[str]] = field(default_factory=dict["Kind", set[str]])
