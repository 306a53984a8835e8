"""Tree of resources, with the names of all classes, modules and methods."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...model.released_names import ReleasedNames
from ...text.file_names import assign_modules
from ...text.scope import assign_in_order, assign_names
from ...text.words import pascal, shorten
from .classes import without_reserved
from .identifiers import python_name
from .kept.released import RELEASED, keep_calls, key_of, method_names
from .methods import read_name_candidates
from .rules import CALLABLE, LONGER_NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from ...model.api import Api, Operation
    from .facts import Chain
    from .methods import NameCandidates
    from .rules import NamingRule

CLIENT_NAMES: Final = frozenset(
    {"base_url", "close", "is_closed", "open_stream", "paginate", "request"}
    | {"with_download", "with_options", "with_response"}
)
"""Public attributes of the clients, which resources and methods must not hide."""

_LONGEST_CHAIN: Final = 100

CALL: Final = "__call__"
"""Name of the method of a resource that can be called."""

CLASS_SCOPE: Final = frozenset({"omit", "cached_property", "builtins"})
"""Names used in class bodies, which attributes of the classes must not hide."""


class NamedOperation(Struct, frozen=True):
    """Operation with the name of its method."""

    name: str
    operation: Operation
    wanted: str
    """Name that the method would have if no other method needed the same one."""
    variant: str = ""
    """Note for the docstring of an additional method for another body or response.

    Empty for the main method of an operation.
    """
    rules: tuple[NamingRule, ...] = ()
    """Rules that chose resource and name."""
    key: str = ""
    """Key of the name, see `model.released_names`."""
    current: str = ""
    """Call that replaces this deprecated alias; empty for other methods."""


class Resource(Struct, frozen=True):
    """Node of the tree.

    Attributes:
        chain: Attribute path from the client.
        module: Module below `resources`; empty for the client itself.
        children: Child resources, sorted by attribute.
        operations: Operations, sorted by method name, with the standard methods first.
        call: The operation that is sent if the resource itself is called. It has another
            method as well.
    """

    chain: Chain
    module: str
    children: tuple[Resource, ...]
    operations: tuple[NamedOperation, ...]
    call: NamedOperation | None = None

    @property
    def attribute(self) -> str:
        """Attribute name in the parent."""
        return self.chain[-1]

    def walk(self) -> Iterator[Resource]:
        """Yield the resource and its descendants, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


_ORDER: Final = {
    name: place
    for place, name in enumerate(
        ["list", "create", "retrieve", "update", "replace", "delete", "delete_all"]
    )
}


def build_tree(
    api: Api, released: ReleasedNames | None = None, *, with_aliases: bool = False
) -> Resource:
    """Return the root of the tree, which represents the client.

    Args:
        api: The API.
        released: Names to keep.
        with_aliases: Whether operations that have another name now keep the released one
            as a deprecated alias.
    """
    calls = (released or ReleasedNames()).methods
    reserved = method_names(calls)
    candidates = keep_calls(
        map(_with_python_chain, read_name_candidates(api)),
        calls,
        with_aliases=with_aliases,
    )
    chains = {
        candidate.chain[:end]
        for candidate in candidates
        for end in range(len(candidate.chain) + 1)
    } | {()}
    by_chain: dict[Chain, list[NameCandidates]] = defaultdict(list)
    children: dict[Chain, list[Chain]] = defaultdict(list)
    for candidate in candidates:
        by_chain[candidate.chain].append(candidate)
    for chain in chains - {()}:
        children[chain[:-1]].append(chain)
    modules = _module_names(chains)
    callers = _find_callers(candidates, chains)

    # Deepest first: a node is created after its children.
    nodes: dict[Chain, Resource] = {}
    for chain in sorted(chains, key=lambda chain: (-len(chain), chain)):
        below = tuple(nodes[child] for child in sorted(children[chain]))
        used = {child.attribute for child in below} | CLASS_SCOPE
        if not chain:
            used |= CLIENT_NAMES
        nodes[chain] = Resource(
            chain,
            modules[chain],
            below,
            _name_operations(by_chain[chain], used, reserved.get(chain, ())),
            callers.get(chain),
        )
    return nodes[()]


def _find_callers(
    candidates: Sequence[NameCandidates], chains: set[Chain]
) -> Mapping[Chain, NamedOperation]:
    """Return the operation of each resource that can be called.

    A method and a resource cannot both be an attribute. The resource can therefore be
    called instead, so that a call does not depend on whether other operations make its
    name a resource. Of several operations, the one whose path has that name is called.
    """
    claims: dict[Chain, list[NameCandidates]] = defaultdict(list)
    for item in candidates:
        for chain in {item.call, (*item.chain, item.preferred)} & chains - {()}:
            claims[chain].append(item)
    called = {
        chain: min(
            items,
            key=lambda item: (
                RELEASED not in item.rules,
                item.call != chain,
                item.priority,
            ),
        )
        for chain, items in claims.items()
    }
    return {
        chain: NamedOperation(
            CALL, item.operation, CALL, rules=(CALLABLE,), key=key_of(item.operation)
        )
        for chain, item in called.items()
    }


def _with_python_chain(candidate: NameCandidates) -> NameCandidates:
    return replace(
        candidate,
        chain=_python_chain(candidate.chain),
        call=_python_chain(candidate.call),
    )


def _python_chain(chain: Chain) -> Chain:
    return tuple(_attribute(part, depth) for depth, part in enumerate(chain))


def _attribute(part: str, depth: int) -> str:
    name = python_name(part.split("_") if part else (), "resource")
    reserved = CLASS_SCOPE if depth else CLASS_SCOPE | CLIENT_NAMES
    return f"{name}_" if name in reserved else name


def _module_names(chains: Collection[Chain]) -> Mapping[Chain, str]:
    wanted: dict[str, list[str]] = {}
    for chain in chains:
        parts = shorten(chain, _LONGEST_CHAIN)
        names = ["_".join(parts), "__".join(parts), "_".join((*parts, "resource"))]
        wanted["/".join(chain)] = names
    assigned = assign_modules(wanted)
    return {chain: assigned["/".join(chain)] for chain in chains}


def name_classes(
    chains: Collection[Chain], reserved: Collection[str]
) -> Mapping[Chain, str]:
    """Return the names of the sync classes; async classes have the prefix `Async`.

    Args:
        chains: The resources.
        reserved: Class names that are already in use, in lower case.
    """
    wanted: dict[str, list[str]] = {}
    for chain in chains:
        parts = shorten(chain, _LONGEST_CHAIN)
        words = [part.strip("_").split("_") for part in parts]
        flat = pascal(word for part in words for word in part)
        parted = "_".join(pascal(part) for part in words)
        names = [flat, f"{flat}Resource", parted, f"{parted}Resource"]
        # The async class must not have the name of a type either.
        free = [name for name in names if f"async{name.lower()}" not in reserved]
        wanted["/".join(chain)] = without_reserved(free) or names[-1:]
    used = set(reserved)
    # A class named AsyncJobs would collide with the async class of Jobs.
    used |= {f"async{names[0].lower()}" for names in wanted.values()}
    assigned = assign_names(wanted, used, fold=str.lower)
    return {chain: assigned["/".join(chain)] for chain in chains}


def _name_operations(
    candidates: list[NameCandidates], used: Collection[str], reserved: Collection[str]
) -> tuple[NamedOperation, ...]:
    names: dict[str, str] = {}
    pinned = [candidate for candidate in candidates if candidate.is_pinned]
    kept = [candidate for candidate in candidates if candidate.given]
    others = [item for item in candidates if not (item.is_pinned or item.given)]
    for group, avoided in ((pinned, ()), (kept, ()), (others, reserved)):
        names |= _assign(group, {*used, *names.values(), *avoided})
    operations = [_named(candidate, names[candidate.key]) for candidate in candidates]
    operations.sort(key=lambda item: (_ORDER.get(item.name, len(_ORDER)), item.name))
    return tuple(operations)


def _named(candidate: NameCandidates, name: str) -> NamedOperation:
    wanted = candidate.preferred
    longer = () if name == wanted else (LONGER_NAME,)
    rules = (*candidate.rules, *longer)
    key = key_of(candidate.operation)
    return NamedOperation(
        name,
        candidate.operation,
        wanted,
        rules=rules,
        key=key,
        current=candidate.current,
    )


def _assign(candidates: list[NameCandidates], used: Collection[str]) -> dict[str, str]:
    wanted = {
        candidate.key: [
            *filter(None, [candidate.given]),
            *(python_name(words, "call") for words in candidate.names),
        ]
        for candidate in sorted(candidates, key=lambda candidate: candidate.priority)
    }
    return assign_in_order(wanted, used)
