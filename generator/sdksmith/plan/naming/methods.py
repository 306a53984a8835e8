"""Naming rules: resource and candidate method names of each operation.

The rules reproduce the names that maintainers chose for 4,436 operations of published
SDKs. The result does not depend on the order of operations. The names of an operation
depend on other operations only if they share a path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ...text.words import name_words, singular, snake, split_words
from ..content.paths import (
    path_text,
    qualify_hosts,
    read_path,
    strip_prefix,
)
from .actions import ACTION_RULES, find_actions
from .dotted import read_dotted_names
from .facts import Facts, read_facts, tag_chain
from .identifiers import python_name
from .longer_names import longer_names
from .rules import (
    DOTTED_ID,
    ID_GROUP,
    ID_VERB,
    ITEM_PART,
    PATH_RESOURCE,
    PINNED_METHOD,
    PINNED_RESOURCE,
    ROOT_PATH,
    TAG_RESOURCE,
)
from .standard import Paths, method_word, standard_name
from .verbs import MODIFIERS, own_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model.api import Api, Operation
    from .actions import Action
    from .dotted import DottedName
    from .facts import Chain
    from .rules import NameChoice, NamingRule, Words

    Priority = tuple[int, int, bool, int, str, str, str]


class NameCandidates(Struct, frozen=True):
    """The resource and the candidate method names of an operation.

    Attributes:
        key: The pointer of the operation, which is unique.
        operation: The operation.
        chain: The attribute path from the client, in snake_case; empty for the client.
        names: Candidate method names as words, from the best to the longest.
        is_pinned: Whether the name is defined in the document or in the settings.
        rules: The rules that chose chain and name.
        call: A resource that can also be called for the operation; empty for no such
            resource.
        priority: Order in which operations get a name that several of them want.
        standard: The name by HTTP method, path and response alone.
        given: The released name, which is kept; empty for a new operation.
        current: Call of the same operation that replaces this one, which is kept as a
            deprecated alias; empty for others.
    """

    key: str
    operation: Operation
    chain: Chain
    names: tuple[tuple[str, ...], ...]
    is_pinned: bool = False
    rules: tuple[NamingRule, ...] = ()
    call: Chain = ()
    priority: Priority = (0, 0, False, 0, "", "", "")
    standard: Words = ()
    given: str = ""
    current: str = ""

    @property
    def preferred(self) -> str:
        """The name of the method, if no other one needs the same."""
        return self.given or python_name(self.names[0], "call")


class _Place(Struct, frozen=True):
    """The resource and the method name of an operation, with the rules that chose them.

    Attributes:
        chain: The attribute path of the resource.
        words: The method name.
        rules: The rules.
        call: The resource that can be called for the operation; empty if there is none.
    """

    chain: Chain
    words: Words
    rules: tuple[NamingRule, ...]
    call: Chain = ()


def read_name_candidates(api: Api) -> tuple[NameCandidates, ...]:
    """Return the candidate names of all operations, in the order of the operations."""
    read = qualify_hosts(read_path(item.path) for item in api.operations)
    shapes = strip_prefix(read)
    facts = [
        read_facts(api, operation, shape)
        for operation, shape in zip(api.operations, shapes, strict=True)
    ]
    actions = find_actions(facts)
    paths = Paths()
    for item in facts:
        paths.add(item)
    dotted = read_dotted_names(api.operations)
    return tuple(
        replace(
            _make_candidates(
                item,
                _read_dotted(dotted, item) or _place(item, paths, action),
                has_versions=paths.has_versions(item),
            ),
            standard=standard_name(item, paths).words,
        )
        for item, action in zip(facts, actions, strict=True)
    )


def _read_dotted(names: Mapping[str, DottedName], item: Facts) -> _Place | None:
    name = names.get(item.operation.pointer)
    return _Place(name.chain, name.method, (DOTTED_ID,)) if name else None


def _make_candidates(
    item: Facts, place: _Place, *, has_versions: bool
) -> NameCandidates:
    chain, call, rules = place.chain, place.call, place.rules
    hints = item.operation.hints
    own = {singular(word) for part in chain[-1:] for word in part.split("_")}
    names = longer_names(item, place.words, own, has_versions=has_versions)
    if hints.group or hints.is_complete:
        chain, call = tuple(snake(name_words(part)) for part in hints.group), ()
        rules = (PINNED_RESOURCE, *rules)
    if hints.method:
        names, call = (name_words(hints.method), *names), ()
        rules = (PINNED_METHOD,)
    key = item.operation.pointer
    return NameCandidates(
        key,
        item.operation,
        chain,
        names,
        is_pinned=bool(hints.method),
        rules=rules,
        call=call,
        priority=_priority(item, place.rules),
    )


def _priority(item: Facts, rules: tuple[NamingRule, ...]) -> Priority:
    """Return the order in which operations get a name that several of them want.

    The plain operation comes before betas, versions and other variants of it, then a
    standard method before an action, and a short path before a long one.
    """
    fixed = sum(p.fixed is not None for p in item.operation.parameters)
    template = item.operation.path
    return (
        fixed,
        len(item.shape.marks),
        any(action.rule in rules for action in ACTION_RULES),
        len(template.segments),
        path_text(template),
        item.method,
        item.operation.pointer,
    )


def _place(item: Facts, paths: Paths, action: Action | None) -> _Place:
    """Return the resource and the best method name of an operation."""
    choice = standard_name(item, paths)
    standard = choice.words[0]
    if item.name.group:
        group = item.name.group
        own = own_words(item.name, standard, frozenset(map(singular, group)))
        rule = ID_VERB if own else choice.rule
        return _Place((snake(group),), own or choice.words, (ID_GROUP, rule))
    if not item.shape.steps:
        chain = tag_chain(item, ())
        tag = (TAG_RESOURCE,) if chain else ()
        return _Place(chain, _nameless(item, standard), (*tag, ROOT_PATH))
    if action:
        place = _place_action(item, action.choice, standard)
        if action.is_method or (*place.chain, snake(place.words)) != item.chain:
            return place
    own = own_words(item.name, standard, item.known)
    rules: tuple[NamingRule, ...]
    rules = (PATH_RESOURCE, ID_VERB if own else choice.rule)
    if not own and paths.has_shorter(item):
        # `/webhooks/{id}/{field}`, if there is also `/webhooks/{id}`, the item.
        own = (standard, *name_words(item.shape.steps[-1].slots[-1]))
        rules = (*rules, ITEM_PART)
    call = item.chain if action and action.is_call else ()
    return _Place(item.chain, own or choice.words, rules, call)


def _place_action(item: Facts, choice: NameChoice, standard: str) -> _Place:
    chain, words, rule = item.chain, choice.words, choice.rule
    if not item.shape.action:
        chain, words = item.chain[:-1], _better_split(words, item.name.words)
    if MODIFIERS.issuperset(words):  # `/members/bulk` becomes `bulk_update`
        own = own_words(item.name, standard, item.known - MODIFIERS)
        words, rule = (own, ID_VERB) if own else (words, rule)
    if chain:
        return _Place(chain, words, (PATH_RESOURCE, rule))
    chain = tag_chain(item, words)
    return _Place(chain, words, (TAG_RESOURCE, rule) if chain else (rule,))


def _better_split(words: tuple[str, ...], better: tuple[str, ...]) -> tuple[str, ...]:
    """Return `convert_file` for `convertfile` if the operationId separates the words."""
    text = "".join(words)
    for start in range(len(better) - len(words)):
        if "".join(better[start:]) == text:
            return better[start:]
    return words


def _nameless(item: Facts, standard: str) -> tuple[str, ...]:
    """Return a method name for a path without words: `/`, `/{id}`, `/?Action=X`."""
    fixed = [p.fixed for p in item.operation.parameters if p.fixed is not None]
    if len(fixed) == 1 and split_words(fixed[0]):
        return split_words(fixed[0])
    own = own_words(item.name, standard, item.known)
    if own:
        return own
    words = item.name.words
    if words[:1] == (method_word(item.method),) and item.method != "GET":
        words = words[1:]
    return words or (standard,)
