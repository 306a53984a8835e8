"""Repair rules: generators that check one node and yield findings.

A rule never changes the document. It yields a `Finding` with the edits of the repair.
The engine applies the edits, records the replaced values, and runs the rules again.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from msgspec import Struct

from ...load.document import Dialect, join
from .context import Context, Reach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...json_data import JsonObject, JsonValue
    from ...report.diagnostics import Effect, Safety
    from ...spec.grammar import Form, Kind
    from .outlines import Filter

ALL: Final = tuple(Dialect)
"""Dialects of a rule that applies to all specifications."""
SWAGGER: Final = (Dialect.SWAGGER_20,)
"""Dialects of a rule that applies to Swagger 2.0 only."""
OPENAPI: Final = (Dialect.OPENAPI_30, Dialect.OPENAPI_31, Dialect.OPENAPI_32)
"""Dialects of a rule that applies to OpenAPI 3.x only."""


_PLACE: Final = Reach.PLACE


class Put(Struct, frozen=True):
    """Edit that sets the value at a pointer.

    Attributes:
        pointer: Pointer to the value, which need not exist; `-` appends to a list.
        value: The new value.
        origin: Pointer that `value` was made from, if it differs from `pointer`.
    """

    pointer: str
    value: JsonValue
    origin: str | None = None


class Remove(Struct, frozen=True):
    """Edit that removes the value at a pointer."""

    pointer: str


class Move(Struct, frozen=True):
    """Edit that moves the value at `source` to `target`, which must not exist yet.

    A move within one mapping renames a key, which keeps its position.
    """

    source: str
    target: str


EditOp: TypeAlias = Put | Remove | Move


def put(pointer: str, value: JsonValue, *, origin: str | None = None) -> Put:
    """Return the edit that sets the value at `pointer`."""
    return Put(pointer, value, origin)


def remove(pointer: str) -> Remove:
    """Return the edit that removes the value at `pointer`."""
    return Remove(pointer)


def move(source: str, target: str) -> Move:
    """Return the edit that moves the value at `source` to `target`."""
    return Move(source, target)


class Finding(Struct, frozen=True):
    """Problem that a rule found in a node.

    The pointers of the edits refer to the tree that the rule checked. Later edits of a
    finding may refer to values created by earlier ones. List indices do not shift.

    Attributes:
        message: Message for the author of the document.
        edits: Edits of the repair; empty if the problem is only noted.
        at: Pointer to the location, if it is not the node.
        effect: Effect of the finding. Defaults to `REPAIRED` with edits and to `NOTED`
            without.
        safety: Safety of the edits. Defaults to the safety of the rule.
        omitted: Number of operations that the edits (or, if given, those in `fallback`)
            remove, for `Effect.OMITTED`.
        fallback: Edits that are applied instead if the user refuses guesses. They remove
            the affected part of the document.
    """

    message: str
    edits: tuple[EditOp, ...] = ()
    at: str | None = None
    effect: Effect | None = None
    safety: Safety | None = None
    omitted: int = 0
    fallback: tuple[EditOp, ...] = ()


class Node(Struct, eq=False):
    """Object of the document, as visited by the walker.

    Nodes are compared by identity: nodes with equal values are different places. What
    lies outside of `value` is a property, which records that it was read.

    Attributes:
        value: The object, which rules must not mutate.
        kind: Kind of the object; `Kind.REFERENCE` for a Reference Object.
        expected: For a Reference Object, the kind of object that it must refer to; for
            a map of definitions, the kind of its entries. Otherwise the same as `kind`.
        document: The document of the node.
        trail: Reference tokens from the parent to the node, and the parent; None for
            the document. Rules use `tokens` and `parent`.
    """

    value: JsonObject
    kind: Kind
    expected: Kind
    document: Context
    trail: tuple[tuple[str, ...], Node] | None = None
    _pointer: str | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        """Reference tokens from the parent to the node."""
        self.document.reads.reach = _PLACE
        return self.trail[0] if self.trail else ()

    @property
    def parent(self) -> Node | None:
        """Parent of the node; None for the document."""
        self.document.reads.reach = _PLACE
        return self.trail[1] if self.trail else None

    @property
    def pointer(self) -> str:
        """JSON Pointer of the node."""
        self.document.reads.reach = _PLACE
        # Computed on demand: it is used often for a few nodes, and never for most.
        if self._pointer is None:
            if self.trail is None:
                self._pointer = ""
            else:
                tokens, parent = self.trail
                self._pointer = join(parent.pointer, *tokens)
        return self._pointer

    @property
    def key(self) -> str:
        """Last token of the pointer; empty for the document."""
        return self.tokens[-1] if self.tokens else ""

    def get(self, key: str) -> JsonValue:
        """Return the value of a field, or None if it is missing."""
        return self.value.get(key)

    def child_pointer(self, *tokens: str | int) -> str:
        """Return the pointer of a place inside the node."""
        return join(self.pointer, *tokens)

    def resolve(self, ref: JsonValue) -> JsonValue:
        """Return the target of a local `$ref`, see `Context.resolve`."""
        return self.document.resolve(ref)

    def ancestors(self) -> Iterator[Node]:
        """Yield the parents of the node, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def move_to_extension(node: Node, key: str) -> EditOp:
    """Return the edit that renames a field to an extension (`x-...`).

    The field is removed instead if the extension already exists or if its name is
    blank.
    """
    name = f"x-{key}"
    if name in node.value or not key.strip():
        return remove(node.child_pointer(key))
    return move(node.child_pointer(key), node.child_pointer(name))


Check: TypeAlias = "Callable[[Node], Iterator[Finding]]"
Condition: TypeAlias = "Callable[[Node], object]"


class Rule(Struct, frozen=True):
    """Repair rule, with the documentation and the examples of `sdksmith explain`.

    Attributes:
        code: Two letters and three digits, never reused for another rule.
        title: Description of the repair in the imperative.
        kinds: Kinds of nodes that the rule checks.
        safety: Safety of the edits, unless a finding specifies another one.
        dialects: Specifications that the rule applies to.
        bad: YAML document that shows the problem; see `complete_example`.
        good: The same document after the repair.
        explanation: Explanation of the problem and of the repair for the author of a
            document.
        check: Generator of the findings for one node.
        unchecked: Reason why `good` does not pass a validator of the specification.
        early: Whether the rule runs before the rules that are not early. Rules of the
            same group run in the order of their codes. If the edits of two rules
            overlap, the first rule applies.
        having: The rule checks only nodes with at least one of these keys, with a field
            of this form, or with an outline for which this function returns True. It is
            called once for all nodes with the same outline. Checks all nodes if empty.
        when: Additional condition on the node. It is evaluated once for each node, even
            if several rules share it.
    """

    code: str
    title: str
    kinds: tuple[Kind, ...]
    safety: Safety
    dialects: tuple[Dialect, ...]
    bad: str
    good: str
    explanation: str
    check: Check
    unchecked: str = ""
    early: bool = False
    having: tuple[str, ...] | Form | Filter = ()
    when: Condition | None = None


class RuleDecorator(Protocol):
    """Decorator that creates a rule from a check."""

    def __call__(self, check: Check, /) -> Rule:
        """Return the rule, whose explanation is the docstring of `check`."""
        ...


def rule(  # noqa: PLR0913 - one keyword for each attribute of a rule
    code: str,
    *,
    on: Kind | tuple[Kind, ...],
    title: str,
    safety: Safety,
    bad: str,
    good: str,
    dialects: tuple[Dialect, ...] = ALL,
    unchecked: str = "",
    early: bool = False,
    having: tuple[str, ...] | Form | Filter = (),
    when: Condition | None = None,
) -> RuleDecorator:
    """Create a rule from a generator of findings. See `Rule` for the arguments."""
    kinds = on if isinstance(on, tuple) else (on,)

    def decorate(check: Check, /) -> Rule:
        explanation = inspect.cleandoc(check.__doc__ or "")
        return Rule(
            code=code,
            title=title,
            kinds=kinds,
            safety=safety,
            dialects=dialects,
            bad=inspect.cleandoc(bad) + "\n",
            good=inspect.cleandoc(good) + "\n",
            explanation=explanation,
            check=check,
            unchecked=unchecked,
            early=early,
            having=having,
            when=when,
        )

    return decorate


def complete_example(fragment: JsonObject, dialect: Dialect) -> JsonObject:
    """Return an example of a rule as a complete document.

    An example that declares its version is complete. Any other example gets a version,
    and an `info` and empty `paths` unless it defines them.
    """
    if "swagger" in fragment or "openapi" in fragment:
        return fragment
    version: JsonObject = (
        {"swagger": "2.0"}
        if dialect is Dialect.SWAGGER_20
        else {"openapi": f"{dialect}.0"}
    )
    info: JsonObject = {"info": {"title": "Example", "version": "1.0"}}
    return version | info | {"paths": {}} | fragment
