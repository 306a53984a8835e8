"""Actions: final path segments that are methods of the resource before them.

Whether an operation wants to be an action depends on the operation alone. The segment
may also be a resource, because of an operation below it or of another HTTP method on the
same path. The action then has a standard name in that resource, and the resource can be
called, so that the call of the action works in both cases.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.lexicon import (
    ADJECTIVES,
    COLLECTION_VERBS,
    COLLECTIVES,
    NOUN_VERBS,
    PREPOSITIONS,
    READING_VERBS,
    REMOVING_VERBS,
    REPORTS,
    STATES,
    TRAILING_VERBS,
    VERBS,
)
from ...text.words import is_plural, singular, snake
from .facts import tag_chain
from .rules import NameChoice, NamingRule
from .verbs import MODIFIERS, writes_object

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .facts import Chain, Facts
    from .rules import Words

_ITEM_READING: Final = {"search", "download", "export", "query", "preview"}
"""Nouns read as verbs with GET and a trailing placeholder: `/users/search/{text}`."""
_WRITING: Final = {"POST", "PUT", "PATCH"}
_ABOUT_METHODS: Final = {"HEAD", "OPTIONS", "TRACE"}
"""HTTP methods that only ask about a path, also about that of an action."""


class ActionRule(Struct, frozen=True):
    """A rule for actions.

    Attributes:
        rule: The rule.
        read: Function that returns the words of the method, or nothing if the rule does
            not apply.
    """

    rule: NamingRule
    read: Callable[[Facts], Words]


class Action(Struct, frozen=True):
    """An operation that is an action.

    Attributes:
        choice: The words of its name.
        is_method: Whether its segment is only a method of the resource before it, not a
            resource.
        is_call: Whether the resource with its name can be called in its place.
    """

    choice: NameChoice
    is_method: bool
    is_call: bool = False


def find_actions(facts: Sequence[Facts]) -> list[Action | None]:
    """Return the action of each operation; None if it is not an action."""
    wants = [_read_action(item) for item in facts]
    resources: set[Chain] = set()
    by_chain: dict[Chain, set[str]] = defaultdict(set)
    claims: dict[Chain, list[int]] = defaultdict(list)
    for index, (item, wanted) in enumerate(zip(facts, wants, strict=True)):
        own = item.chain[:-1] if wanted and not item.shape.action else item.chain
        resources.update(own[:end] for end in range(1, len(own) + 1))
        by_chain[item.chain].add(item.method)
        if wanted and not own:
            resources.add(tag_chain(item, wanted.words))
        if wanted and not item.shape.action and not item.variant:
            claims[item.chain].append(index)
    callers = {
        chain: min(indexes, key=lambda index: _call_priority(facts[index]))
        for chain, indexes in claims.items()
    }

    def decide(index: int, item: Facts, choice: NameChoice) -> Action:
        if item.shape.action or item.variant:
            return Action(choice, is_method=True)
        caller = callers[item.chain]
        called = facts[caller]
        is_twin = item.method == called.method and index != caller
        is_resource = item.chain in resources or len(by_chain[item.chain]) > 1
        if is_twin or (_slots(item) != _slots(called) and not is_resource):
            # Another path has the name, so this one has a longer name in any case.
            return Action(choice, is_method=True)
        return Action(choice, not is_resource, is_resource and index == caller)

    return [
        decide(index, item, wanted) if wanted else None
        for index, (item, wanted) in enumerate(zip(facts, wants, strict=True))
    ]


def _slots(item: Facts) -> int:
    return sum(len(step.slots) for step in item.shape.steps)


def _call_priority(item: Facts) -> tuple[bool, int, str, str]:
    """Return the order in which operations of one path are called by its resource.

    A verb that changes something is not a GET; all others are rather read.
    """
    reads = item.last[0] in READING_VERBS or item.last[0] not in VERBS
    is_fit = (item.method == "GET") == reads
    return (not is_fit, _slots(item), item.method, item.operation.id)


def _read_action(item: Facts) -> NameChoice | None:
    if item.method in _ABOUT_METHODS and not item.shape.action:
        return None
    for action in ACTION_RULES:
        words = action.read(item)
        if words:
            return NameChoice(words, action.rule)
    return None


def _custom_verb(item: Facts) -> Words:
    return item.shape.action


def _state(item: Facts) -> Words:
    if not _is_part(item):
        return ()
    state = snake(item.last)
    if state not in STATES:
        return ()
    verb = STATES[state]
    if item.method in _WRITING:
        return (verb,) if verb else ("mark", "as", state)
    if item.method == "DELETE" and not state.startswith("un"):
        if verb and f"un{verb}" in VERBS:
            return (f"un{verb}",)
        return () if verb else ("mark", "as", f"un{state}")
    return ()


def _verb_phrase(item: Facts) -> Words:
    steps = item.shape.steps
    return item.last if steps and _is_verb_phrase(item.last, item) else ()


def _trailing_verb(item: Facts) -> Words:
    if item.method == "DELETE" or len(item.shape.steps) < 2 or item.shape.ends_in_item:
        return ()
    *words, verb = item.last
    return (verb, *words) if words and verb in TRAILING_VERBS else ()


def _named_action(item: Facts) -> Words:
    if item.method not in _WRITING or not _is_part(item):
        return ()
    parent = item.shape.steps[-2]
    if parent.words != ("actions",) or parent.slots:
        return ()
    words = item.last
    verb = next((place for place, word in enumerate(words) if word in VERBS), 0)
    return (words[verb], *words[:verb], *words[verb + 1 :])


def _qualifier(item: Facts) -> Words:
    """Return words that only filter a collection: `by_email`, `followed_by`."""
    if item.method != "GET" or len(item.shape.steps) < 2 or len(item.last) < 2:
        return ()
    ends = {item.last[0], item.last[-1]}
    return item.last if ends & PREPOSITIONS else ()


def _adjective(item: Facts) -> Words:
    if item.method != "GET" or not _is_part(item):
        return ()
    return item.last if item.last[-1] in ADJECTIVES else ()


def _posted_noun(item: Facts) -> Words:
    if item.method != "POST" or not _is_part(item) or _names_collection(item):
        return ()
    is_written = writes_object(item.name, item.last)
    return item.last if not is_written or item.shape.steps[-2].words[0] in VERBS else ()


def _report_part(item: Facts) -> Words:
    if item.method != "GET" or not _is_part(item):
        return ()
    parent = item.shape.steps[-2]
    return item.last if parent.words[-1] in REPORTS and not parent.slots else ()


def _content(item: Facts) -> Words:
    if item.method != "GET" or not _is_part(item) or not item.response.is_binary:
        return ()
    return item.last


def _single_noun(item: Facts) -> Words:
    if item.method != "GET" or not _is_part(item):
        return ()
    response = item.response
    if _names_collection(item) and (response.lists is None or response.lists):
        return ()
    if response.is_list or item.pages:
        return ()
    return item.last


def _is_part(item: Facts) -> bool:
    """Return whether the path ends in a segment below another one."""
    return len(item.shape.steps) > 1 and not item.shape.ends_in_item


def _names_collection(item: Facts) -> bool:
    return item.shape.steps[-1].is_plural or item.last[-1] in COLLECTIVES


def _is_verb_phrase(words: Words, item: Facts) -> bool:
    head, method = words[0], item.method
    if head in MODIFIERS and len(words) > 1:
        return method != "GET" and words[1] in VERBS
    if head not in VERBS:
        return False
    is_noun = head in NOUN_VERBS
    if method == "DELETE" and (item.shape.ends_in_item or not _removes(head)):
        return False
    if len(words) > 1:
        if item.shape.ends_in_item and is_plural(words[-1]):
            return False
        if method == "GET" and head not in COLLECTION_VERBS | READING_VERBS:
            # `/pay_items` is a list.
            return not is_plural(words[-1])
        if head in COLLECTION_VERBS or not is_noun:
            return True
        return method == "POST" and singular(words[-1]) == words[-1]
    if not is_noun:
        return True
    if item.shape.ends_in_item:
        return method == "POST" or (method == "GET" and head in _ITEM_READING)
    return method != "GET" or head in READING_VERBS


def _removes(verb: str) -> bool:
    """Return whether a verb removes something; `DELETE /star` does not star it."""
    return verb in REMOVING_VERBS or (verb.startswith("un") and verb[2:] in VERBS)


ACTION_RULES: Final = (
    ActionRule(
        NamingRule(
            "custom-verb",
            "A verb after a colon (AIP-136), or an action or function of OData, is a "
            "method of the resource before it.",
            "POST /projects/{id}:archive -> projects.archive",
        ),
        _custom_verb,
    ),
    ActionRule(
        NamingRule(
            "state",
            "A state at the end of a path that is written is what the request makes of "
            "the resource: its verb, or `mark_as` if the state has no verb.",
            "PUT /messages/{id}/archived -> messages.archive\n"
            "PUT /messages/{id}/seen -> messages.mark_as_seen",
        ),
        _state,
    ),
    ActionRule(
        NamingRule(
            "verb-segment",
            "A last segment that starts with a verb is a method of the resource before "
            "it.",
            "POST /invoices/{id}/pay -> invoices.pay\nGET /users/search -> users.search",
        ),
        _verb_phrase,
    ),
    ActionRule(
        NamingRule(
            "trailing-verb",
            "A verb after its object is put first, as in English.",
            "POST /calls/{id}/actions/playback_start -> calls.actions.start_playback",
        ),
        _trailing_verb,
    ),
    ActionRule(
        NamingRule(
            "named-action",
            "A segment below `actions` that is written is an action, with its verb first.",
            "POST /servers/{id}/actions/change_alias_ips -> "
            "servers.actions.change_alias_ips\n"
            "POST /orders/{id}/actions/file_upload -> orders.actions.upload_file",
        ),
        _named_action,
    ),
    ActionRule(
        NamingRule(
            "qualifier",
            "Words with a preposition select a part of the resource before them.",
            "GET /users/by_email -> users.by_email",
        ),
        _qualifier,
    ),
    ActionRule(
        NamingRule(
            "adjective",
            "An adjective selects a part of the resource before it.",
            "GET /invoices/upcoming -> invoices.upcoming",
        ),
        _adjective,
    ),
    ActionRule(
        NamingRule(
            "posted-noun",
            "POST to a noun in the singular below another resource does something with "
            "that; 78 % of SDKs name the method after the noun. An operationId that creates "
            "or updates the noun makes it a resource.",
            "POST /charges/{id}/refund -> charges.refund\n"
            "POST /audio/speech createSpeech -> audio.speech.create",
        ),
        _posted_noun,
    ),
    ActionRule(
        NamingRule(
            "report-part",
            "The last segment below a report selects a part of it.",
            "GET /usage/completions -> usage.completions",
        ),
        _report_part,
    ),
    ActionRule(
        NamingRule(
            "content",
            "GET of bytes returns the content of the resource before it.",
            "",
        ),
        _content,
    ),
    ActionRule(
        NamingRule(
            "single-noun",
            "GET of a noun below another resource whose response is not a list returns one "
            "value of that.",
            "GET /accounts/{id}/balance -> accounts.balance",
        ),
        _single_noun,
    ),
)
"""Rules for actions; the first that applies decides."""
