"""What a repair rule is: a generator that looks at one node and yields findings.

A rule never changes anything. It yields a `Finding` with the edits that would mend
what it found; the engine applies them, says what they replaced, and asks again.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias
from urllib.parse import unquote

from msgspec import Struct, field

from ..diagnostics import ABSENT, Absent
from ..load.document import Dialect, join
from ..load.document import resolve as resolve_pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..diagnostics import Effect, MaybeJson, Safety
    from ..jsondata import JsonObject, JsonValue
    from .grammar import Form, Kind

ALL: Final = tuple(Dialect)
"""For a rule that holds in every specification."""
SWAGGER: Final = (Dialect.SWAGGER_20,)
"""For a rule that holds in Swagger 2.0 alone."""
OPENAPI: Final = (Dialect.OPENAPI_30, Dialect.OPENAPI_31, Dialect.OPENAPI_32)
"""For a rule that holds in OpenAPI 3.x alone."""


class Put(Struct, frozen=True):
    """Set the value at a pointer, which need not exist; `-` appends to a list.

    Attributes:
        origin: The place `value` was made from, if that is not the place it goes to.
    """

    pointer: str
    value: JsonValue
    origin: str | None = None


class Remove(Struct, frozen=True):
    """Take out the value at a pointer."""

    pointer: str


class Move(Struct, frozen=True):
    """Take the value at `source` to `target`, where nothing may be yet.

    Within one mapping this renames a key, which keeps its position.
    """

    source: str
    target: str


EditOp: TypeAlias = Put | Remove | Move


def put(pointer: str, value: JsonValue, *, origin: str | None = None) -> Put:
    """Return the edit that sets the value at `pointer`."""
    return Put(pointer, value, origin)


def remove(pointer: str) -> Remove:
    """Return the edit that takes out the value at `pointer`."""
    return Remove(pointer)


def move(source: str, target: str) -> Move:
    """Return the edit that takes the value at `source` to `target`."""
    return Move(source, target)


class Finding(Struct, frozen=True):
    """Something a rule found wrong with a node.

    The pointers of the edits lead into the tree that the rule saw; the second edit of
    a finding may lead to what the first one made. List indexes do not shift.

    Attributes:
        message: One or two sentences for the author of the document.
        edits: What mends it; none when it can only be noted.
        at: A pointer to the place, if it is not the node itself.
        effect: By default `REPAIRED` with edits and `NOTED` without.
        safety: How sure the edits are, if not as sure as the rule says.
        lost: How many operations the edits take out, for `Effect.OMITTED`; with
            `refused`, how many those take out.
        refused: What is done instead when the user refuses guesses: the edits that
            take out the piece.
    """

    message: str
    edits: tuple[EditOp, ...] = ()
    at: str | None = None
    effect: Effect | None = None
    safety: Safety | None = None
    lost: int = 0
    refused: tuple[EditOp, ...] = ()


class Context(Struct, frozen=True):
    """The document that a node belongs to, as it is in this pass.

    Attributes:
        root: The whole tree, not to be changed.
        name: The name of the document as the user gave it: a path, a URL, `<stdin>`.
    """

    root: JsonObject
    dialect: Dialect
    name: str
    _known: dict[str, MaybeJson] = field(default_factory=dict[str, "MaybeJson"])

    @property
    def is_swagger(self) -> bool:
        """Whether this is Swagger 2.0."""
        return self.dialect is Dialect.SWAGGER_20

    def lookup(self, pointer: str) -> MaybeJson:
        """Return the value at a JSON Pointer, or `ABSENT`."""
        # Several rules follow each reference, and many references lead to one place.
        found = self._known.get(pointer)
        if found is None:
            try:
                found = resolve_pointer(self.root, pointer)
            except KeyError:
                found = ABSENT
            self._known[pointer] = found
        return found

    def resolve(self, ref: JsonValue) -> JsonValue:
        """Return what a local `$ref` leads to, through further references.

        None when it leads nowhere, in a circle, or out of the document.
        """
        seen: set[str] = set()
        while isinstance(ref, str) and ref.startswith("#") and ref not in seen:
            seen.add(ref)
            target = self.lookup(ref[1:])
            if isinstance(target, Absent):
                target = self.lookup(unquote(ref[1:]))
            if isinstance(target, Absent):
                return None
            if not (isinstance(target, dict) and isinstance(target.get("$ref"), str)):
                return target
            ref = target["$ref"]
        return None


class Node(Struct, frozen=True, eq=False):
    """An object of the document, as the walker comes to it.

    Nodes are compared by identity: two of equal value are two places.

    Attributes:
        value: The object; a rule must not change it.
        kind: What it is; `Kind.REFERENCE` for a Reference Object.
        expected: What may stand here: that of `kind`, or what a reference must lead to.
        tokens: The way here from `parent`.
    """

    value: JsonObject
    kind: Kind
    expected: Kind
    tokens: tuple[str, ...]
    parent: Node | None
    document: Context
    _known_pointer: list[str] = field(default_factory=list[str])

    @property
    def pointer(self) -> str:
        """The JSON Pointer of the node."""
        # Asked for often for a few nodes, and never for most.
        if not self._known_pointer:
            start = self.parent.pointer if self.parent else ""
            self._known_pointer.append(join(start, *self.tokens))
        return self._known_pointer[0]

    @property
    def key(self) -> str:
        """The last token of the pointer; empty for the document."""
        return self.tokens[-1] if self.tokens else ""

    def get(self, key: str) -> JsonValue:
        """Return the value of a field, None when there is none."""
        return self.value.get(key)

    def child_pointer(self, *tokens: str | int) -> str:
        """Return the pointer of a place inside the node."""
        return join(self.pointer, *tokens)

    def resolve(self, ref: JsonValue) -> JsonValue:
        """Return what a local `$ref` leads to, see `Context.resolve`."""
        return self.document.resolve(ref)

    def ancestors(self) -> Iterator[Node]:
        """Yield the nodes above, from the nearest."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def set_aside(node: Node, key: str) -> EditOp:
    """Return the edit that makes an extension of a field, or takes it out if one is."""
    name = f"x-{key}"
    if name in node.value or not key.strip():
        return remove(node.child_pointer(key))
    return move(node.child_pointer(key), node.child_pointer(name))


Check: TypeAlias = "Callable[[Node], Iterator[Finding]]"
Gate: TypeAlias = "Callable[[Node], object]"


class Rule(Struct, frozen=True):
    """One repair, with all that `sdksmith explain`, the docs and the tests need.

    Attributes:
        code: Two letters and three digits, never used again for another rule.
        title: What the repair does, in the imperative.
        kinds: The kinds of node it looks at.
        safety: How sure its edits are, unless a finding says otherwise.
        dialects: The specifications it applies to.
        bad: A YAML document that shows the fault; see `frame`.
        good: The same document, repaired.
        explanation: For the author of a document, what is wrong and what happens.
        check: Yields the findings about one node.
        unchecked: Why `good` does not pass a validator of the specification.
        early: Whether it looks at a node before the rules that are not early. Among
            themselves they go by code; what two of them want to change, the first one
            does.
        having: The keys of which a node must have one for the rule to look at it, or the
            form of field whose keys those are; none when it looks at every node.
        when: What must be true of a node besides. It is asked once for a node, however
            many rules share it.
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
    having: tuple[str, ...] | Form = ()
    when: Gate | None = None


class RuleDecorator(Protocol):
    """Makes a rule of a check."""

    def __call__(self, check: Check, /) -> Rule:
        """Return the rule, its explanation taken from the docstring of `check`."""
        ...


def rule(  # noqa: PLR0913 - the keywords are the columns of the table of rules
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
    having: tuple[str, ...] | Form = (),
    when: Gate | None = None,
) -> RuleDecorator:
    """Make a rule of a generator of findings. See `Rule` for the arguments."""
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


def frame(fragment: JsonObject, dialect: Dialect) -> JsonObject:
    """Return an example of a rule as a whole document.

    An example that states its version is whole already. Any other is given the
    version, an `info` and empty `paths` where it has none of its own.
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
