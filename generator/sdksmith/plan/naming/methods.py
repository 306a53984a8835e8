"""Naming rules: resource and candidate method names of each operation.

The rules reproduce the names that maintainers chose for 4,436 operations of published
SDKs. The result does not depend on the order of operations. The names of an operation
depend on other operations only if they share a path.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ...text.lexicon import COLLECTIVES, VERBS
from ...text.words import name_words, singular, snake, split_words
from ..content.paths import path_slots, qualify_hosts, read_path, strip_prefix
from .actions import find_actions
from .dotted import read_dotted_names
from .facts import Facts, read_facts
from .verbs import MODIFIERS, own_words, qualified

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ...model.api import Api, Operation
    from .dotted import DottedName
    from .facts import Chain

_ENVELOPES: Final = {"data", "item", "result", "value", "record", "entry", "element"}
"""Common names for the only list of an envelope, in the singular."""
_MOST_SLOTS: Final = 3
"""Maximum number of placeholders in a method name, unless it lists all of them."""
_VAGUE_TAGS: Final = {"default", "api", "rest", "general", "public", "main"}
_STANDARD_ITEM: Final = {"GET": "retrieve", "POST": "update", "PUT": "update"} | {
    "PATCH": "update",
    "DELETE": "delete",
}


class NameCandidates(Struct, frozen=True):
    """The resource and the candidate method names of an operation.

    Attributes:
        key: The pointer of the operation, which is unique.
        operation: The operation.
        chain: The attribute path from the client, in snake_case; empty for the client.
        names: Candidate method names as words, from the best to the longest.
        is_pinned: Whether the name is defined in the document or in the settings.
    """

    key: str
    operation: Operation
    chain: Chain
    names: tuple[tuple[str, ...], ...]
    is_pinned: bool = False


class _Paths(Struct, frozen=True):
    """Facts about paths, collected from all operations.

    Attributes:
        methods: Chain and whether the path ends in an item -> the HTTP methods of the
            path.
        slots: HTTP method and chain -> the numbers of placeholders at the end of such
            paths.
    """

    methods: dict[tuple[Chain, bool], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )
    slots: dict[tuple[str, Chain], set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def has_shorter(self, item: Facts) -> bool:
        """Return whether another path has fewer placeholders at its end."""
        count = len(item.shape.steps[-1].slots)
        known = self.slots.get((item.method, item.chain), ())
        return any(0 < other < count for other in known)


def read_name_candidates(api: Api) -> tuple[NameCandidates, ...]:
    """Return the candidate names of all operations, in the order of the operations."""
    read = qualify_hosts(read_path(item.path) for item in api.operations)
    shapes = strip_prefix(read)
    facts = [
        read_facts(api, operation, shape)
        for operation, shape in zip(api.operations, shapes, strict=True)
    ]
    actions = find_actions(facts)
    paths = _Paths()
    for item in facts:
        paths.methods[item.chain, item.shape.ends_in_item].add(item.method)
        if item.shape.steps:
            slots = len(item.shape.steps[-1].slots)
            paths.slots[item.method, item.chain].add(slots)
    dotted = read_dotted_names(api.operations)
    return tuple(
        _make_candidates(
            item,
            _read_dotted(dotted, item) or _place(item, paths, is_action=action),
        )
        for item, action in zip(facts, actions, strict=True)
    )


def _read_dotted(
    names: Mapping[str, DottedName], item: Facts
) -> tuple[Chain, tuple[str, ...]] | None:
    name = names.get(item.operation.pointer)
    return (name.chain, name.method) if name else None


def _make_candidates(
    item: Facts, place: tuple[Chain, tuple[str, ...]]
) -> NameCandidates:
    chain, base = place
    hints = item.operation.hints
    own = {singular(word) for part in chain[-1:] for word in part.split("_")}
    names = _longer_names(item, base, own)
    if hints.group or hints.is_complete:
        chain = tuple(snake(name_words(part)) for part in hints.group)
    if hints.method:
        names = (name_words(hints.method), *names)
    key = item.operation.pointer
    return NameCandidates(
        key, item.operation, chain, names, is_pinned=bool(hints.method)
    )


def _place(
    item: Facts, paths: _Paths, *, is_action: bool
) -> tuple[Chain, tuple[str, ...]]:
    """Return the resource chain and the best method name of an operation."""
    standard = _standard_name(item, paths)
    if item.name.group:
        group = item.name.group
        own = own_words(item.name, standard, frozenset(map(singular, group)))
        return (snake(group),), own or (standard,)
    if not item.shape.steps:
        return _tag_chain(item, ()), _nameless(item, standard)
    if is_action:
        chain, words = item.chain, item.shape.action
        if not words:
            chain, words = item.chain[:-1], _better_split(item.last, item.name.words)
        if MODIFIERS.issuperset(words):  # `/members/bulk` becomes `bulk_update`
            words = own_words(item.name, standard, item.known - MODIFIERS) or words
        return chain or _tag_chain(item, words), words
    own = own_words(item.name, standard, item.known)
    if not own and paths.has_shorter(item):
        # `/webhooks/{id}/{field}`, if there is also `/webhooks/{id}`, the item.
        own = (standard, *name_words(item.shape.steps[-1].slots[-1]))
    return item.chain, own or (standard,)


def _better_split(words: tuple[str, ...], better: tuple[str, ...]) -> tuple[str, ...]:
    """Return `convert_file` for `convertfile` if the operationId separates the words."""
    text = "".join(words)
    for start in range(len(better) - len(words)):
        if "".join(better[start:]) == text:
            return better[start:]
    return words


def _tag_chain(item: Facts, words: tuple[str, ...]) -> Chain:
    """Return the first tag as a resource, unless the words already contain it."""
    for tag in item.operation.tags[:1]:
        tag_words = split_words(tag)
        known = {singular(word) for word in words} | _VAGUE_TAGS
        if any(singular(word) not in known for word in tag_words):
            return (snake(tag_words),)
    return ()


def _nameless(item: Facts, standard: str) -> tuple[str, ...]:
    """Return a method name for a path without words: `/`, `/{id}`, `/?Action=X`."""
    fixed = [p.fixed for p in item.operation.parameters if p.fixed is not None]
    if len(fixed) == 1 and split_words(fixed[0]):
        return split_words(fixed[0])
    own = own_words(item.name, standard, item.known)
    if own:
        return own
    words = item.name.words
    if words[:1] == (_verb(item.method),) and item.method != "GET":
        words = words[1:]
    return words or (standard,)


def _verb(method: str) -> str:
    """Return an HTTP method as a word of a name: `M-SEARCH` is `m_search`."""
    return snake(name_words(method))


def _standard_name(item: Facts, paths: _Paths) -> str:
    method = item.method
    present = paths.methods[item.chain, item.shape.ends_in_item]
    if not item.shape.steps:
        is_list = method == "GET" and item.response.is_list
        return "list" if is_list else _STANDARD_ITEM.get(method, _verb(method))
    if item.shape.ends_in_item:
        has_create = "POST" in paths.methods.get((item.chain, False), ())
        return _item_name(method, present, has_create=has_create)
    step = item.shape.steps[-1]
    is_collection = (
        step.is_plural
        or item.last[-1] in COLLECTIVES
        or (item.chain, True) in paths.methods
    )
    if method == "GET":
        return "list" if _lists(item, is_collection=is_collection) else "retrieve"
    if method == "POST":
        return "create"
    if method == "DELETE":
        return "delete_all" if is_collection else "delete"
    if method == "PUT" and "PATCH" in present:
        return "replace"
    if method not in {"PUT", "PATCH"}:
        return _verb(method)
    beside_item = paths.methods.get((item.chain, True), set()) & {"PUT", "PATCH"}
    return "update_all" if beside_item else "update"


def _item_name(method: str, present: Collection[str], *, has_create: bool) -> str:
    """Return the standard name of a method on one item of a collection.

    Args:
        method: The HTTP method.
        present: All HTTP methods on that path.
        has_create: Whether the collection has a POST operation, which creates items.
    """
    if method == "POST" and "PATCH" in present:
        return "post" if has_create else "create"
    if method == "POST" and "PUT" in present:
        return "update" if has_create else "create"
    if method == "PUT" and ("PATCH" in present or ("POST" in present and has_create)):
        return "replace"
    return _STANDARD_ITEM.get(method, _verb(method))


def _lists(item: Facts, *, is_collection: bool) -> bool:
    """Return whether GET on a resource lists it."""
    response = item.response
    if response.is_single:
        return False
    if response.is_list or item.pages:
        return True
    if response.lists is None:
        return is_collection
    if is_collection:
        return bool(response.lists)
    names = _ENVELOPES | {singular(word) for word in item.last}
    return len(response.lists) == 1 and any(
        singular(word) in names for word in split_words(response.lists[0])
    )


def _longer_names(
    item: Facts, base: tuple[str, ...], own: set[str]
) -> tuple[tuple[str, ...], ...]:
    """Return candidate names for an operation, the best first, the most specific last."""
    slots = path_slots(item.operation.path)
    by_last = [
        (*base, "by", *_joined(slots[-count:]))
        for count in range(1, min(_MOST_SLOTS, len(slots)) + 1)
    ]
    by_slots = by_last[-1] if by_last else base
    is_single = len(base) == 1
    named = {singular(word) for step in item.shape.steps for word in step.words}
    path = tuple(word for step in item.shape.steps for word in step.words)
    fixed = [p for p in item.operation.parameters if p.fixed is not None]
    marks = list(item.shape.marks)
    for parameter in sorted(fixed, key=lambda p: p.name):
        marks += split_words(parameter.name) + split_words(parameter.fixed or "")
    names = [
        base,
        _read_by(item, base),
        (*base, *item.shape.version),
        qualified(base[0], item.name, item.known) if is_single else (),
        qualified(base[0], item.name, named) if is_single else (),
        qualified(base[0], item.name, own) if is_single else (),
        *by_last,
        (*by_slots, *marks),
        item.name.words if len(item.name.words) > 1 else (),
        (_verb(item.method), *path, *by_slots[len(base) :], *marks),
        (*base, "by", *_joined(slots)),
    ]
    return tuple(dict.fromkeys(name for name in names if name))


def _read_by(item: Facts, base: tuple[str, ...]) -> tuple[str, ...]:
    """Return a longer name for a noun that is read in the position of an action.

    OData casts have this form: `/users/graph.v1.guest` is a list of users,
    `/users/{id}/graph.v1.guest` a single user.
    """
    if item.method != "GET" or base != item.shape.action or base[0] in VERBS:
        return ()
    return ("retrieve" if item.shape.ends_in_item else "list", *base)


def _joined(slots: Sequence[str]) -> tuple[str, ...]:
    words: list[str] = []
    for slot in slots:
        words += (["and"] if words else []) + list(name_words(slot))
    return tuple(words)
