"""What is to be written in place of a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct, field

if TYPE_CHECKING:
    from ..jsondata import JsonValue
    from ..load.document import Source
    from ..repair.grammar import Kind
    from .resolution import Spot, Target


class Component(Struct, frozen=True):
    """A node of another file that is to be a reusable object.

    Attributes:
        spot: Where it stands.
        kind: What it is used as; a node used as two kinds is two components.
    """

    spot: Spot
    kind: Kind


class Elsewhere(Struct, frozen=True):
    """A node of the entry document, which stays where it is."""

    pointer: str


Meaning: TypeAlias = Component | Elsewhere
"""What a reference can point to in the document to be."""


class Refer(Struct, frozen=True):
    """Write a reference; what stands beside it stays."""

    to: Meaning


class Insert(Struct, frozen=True):
    """Write the node that is meant; what stands beside the reference wins over it.

    Attributes:
        target: The node.
        at: Where the reference stands.
    """

    target: Target
    at: Spot


class Replace(Struct, frozen=True):
    """Write something else."""

    value: JsonValue


class Unlink(Struct, frozen=True):
    """Write what stands beside the reference."""


class Drop(Struct, frozen=True):
    """Write nothing: neither the object nor the key or index it has."""


Decision: TypeAlias = Refer | Insert | Replace | Unlink | Drop
UNLINK: Final = Unlink()
DROP: Final = Drop()


class Plan(Struct):
    """All that is to be written. Nodes are known by identity; the sources keep them.

    Attributes:
        sources: The files, the entry document first.
        decisions: What takes the place of an object with a reference.
        mappings: What the values of a discriminator's mapping mean, by the mapping.
        idle: Keys of a schema that mean nothing once its references are local.
        components: What becomes a component, with its value.
        names: What the entry document calls some of them, at least once.
        tags: What a discriminator says for a component, by its name in its own file.
        taken: The names of the entry document's components, by kind.
    """

    sources: list[Source]
    decisions: dict[int, Decision] = field(default_factory=dict[int, "Decision"])
    mappings: dict[int, dict[str, Meaning]] = field(
        default_factory=dict[int, "dict[str, Meaning]"]
    )
    idle: dict[int, frozenset[str]] = field(default_factory=dict[int, frozenset[str]])
    components: dict[Component, JsonValue] = field(
        default_factory=dict["Component", "JsonValue"]
    )
    names: dict[Component, set[str]] = field(
        default_factory=dict["Component", set[str]]
    )
    tags: dict[Component, str] = field(default_factory=dict["Component", str])
    taken: dict[Kind, set[str]] = field(default_factory=dict["Kind", set[str]])
