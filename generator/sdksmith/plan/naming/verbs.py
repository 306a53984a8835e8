"""Information in an operationId that method and path do not contain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.lexicon import NOUN_VERBS, PREPOSITIONS, VERBS
from ...text.words import abridge, singular, split_words
from ..content.paths import path_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ...model.api import Operation

_MEANINGS: Final = {
    **dict.fromkeys(
        ["get", "retrieve", "read", "fetch", "show", "view", "describe", "load"],
        frozenset({"retrieve", "list"}),
    ),
    **dict.fromkeys(["find", "query"], frozenset({"retrieve", "list"})),
    **dict.fromkeys(
        ["list", "index", "all", "browse", "enumerate"], frozenset({"list"})
    ),
    **dict.fromkeys(["create", "add", "new", "insert"], frozenset({"create"})),
    **dict.fromkeys(
        ["update", "edit", "modify", "change", "set", "save"],
        frozenset({"update", "replace", "update_all"}),
    ),
    "replace": frozenset({"replace"}),
    **dict.fromkeys(
        ["delete", "remove", "destroy", "del"], frozenset({"delete", "delete_all"})
    ),
}
"""Verb of an operationId -> standard methods that it may denote."""

_WRITING_VERBS: Final = {
    *(verb for verb, meanings in _MEANINGS.items() if meanings & {"create", "update"}),
    *("put", "write"),
}
_LIST_ALL: Final = ("list", "all")
"""Name of Azure for a list across groups, beside the `list` of a group."""
_GENERIC: Final = {"post", "put", "patch", "head", "options", "trace"}
MODIFIERS: Final = {"bulk", "batch", "multi", "mass", "partial"}
_ARTICLES: Final = {"a", "an", "the", "this", "my", "own"}
_FILLERS: Final = PREPOSITIONS | _ARTICLES | {"and", "or", "all", "id"}
_GROUP_AND_NAME: Final = re.compile(
    r"(?P<group>[A-Z][A-Za-z0-9]*)_(?P<name>[A-Z][A-Za-z0-9]*)"  # AutoRest
    r"|(?P<group_>[a-z][A-Za-z0-9-]*)/(?P<name_>[A-Za-z][A-Za-z0-9-]*)"  # GitHub
)
_SPRING_SUFFIX: Final = re.compile(
    r"Using(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(_\d+)?"
)

_LONGEST_NAME: Final = 400
"""Number of characters of an operationId whose words are read; method names have 64."""


class OperationName(Struct, frozen=True):
    """Words of an operationId.

    Attributes:
        group: Words of the resource, if the operationId separates them.
        words: Remaining words.
    """

    words: tuple[str, ...]
    group: tuple[str, ...] = ()


def read_operation_id(operation: Operation) -> OperationName:
    """Return the words of an operationId, without the parts that frameworks add."""
    text = operation.id
    path = path_text(operation.path)
    # FastAPI: name, path and method, with other characters replaced by underscores.
    suffix = f"{re.sub(r'[^A-Za-z0-9_]', '_', path)}_{operation.method.lower()}"
    if text.endswith(suffix) and len(text) > len(suffix):
        text = text.removesuffix(suffix)
    text = _SPRING_SUFFIX.sub("", text)
    # Query APIs of AWS have `GET_ListTopics` and `POST_ListTopics`.
    text = text.removeprefix(f"{operation.method}_") or text
    match = _GROUP_AND_NAME.fullmatch(text)
    group, name = "", text
    if match:
        group = match["group"] or match["group_"]
        name = match["name"] or match["name_"]
        is_verb = split_words(group)[0] in VERBS - NOUN_VERBS
        if is_verb or re.fullmatch(r"[Vv]?\d+", name):
            group, name = "", text
    words = _without_marks(split_words(name))
    return OperationName(
        abridge(words, _LONGEST_NAME), abridge(split_words(group), _LONGEST_NAME)
    )


def _without_marks(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without trailing versions and counters."""
    end = len(words)
    while end > 1 and re.fullmatch(r"(v|alt)?\d+", words[end - 1]):
        end -= 1
    return words[:end]


def strip_resource(words: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    """Return words without leading words that only name the resource.

    Args:
        words: The words of an operationId.
        known: The words of resource, path and tags, in the singular.
    """
    start = 0
    while start < len(words) - 1 and singular(words[start]) in known:
        if words[start] in VERBS and words[start + 1] not in VERBS:
            break
        start += 1
    return words[start:]


def own_words(
    name: OperationName, standard: str, known: Collection[str]
) -> tuple[str, ...]:
    """Return the words of the method name that an operationId suggests.

    Args:
        name: The operationId.
        standard: The method name derived from HTTP method and path.
        known: The words that add no information, in the singular: those of the path, or
            of the group if the operationId has one.

    Returns:
        The words; empty if the operationId only repeats method and path.
    """
    words = strip_resource(name.words, known)
    if not words or words[0] in _GENERIC or all(singular(w) in known for w in words):
        return ()
    head, *rest = words
    agrees = standard in _MEANINGS.get(head, ())
    if name.group:
        if words == _LIST_ALL:
            return words
        new_words = [w for w in _new_words(rest, known) if w not in _FILLERS]
        return () if agrees and not new_words else words
    if agrees or head not in VERBS | _MEANINGS.keys() | MODIFIERS:
        return ()
    tail = [w for w in _new_words(rest, known) if w not in _ARTICLES]
    while tail and tail[-1] in _FILLERS:
        tail.pop()
    return (head, *tail)


def writes_object(name: OperationName, words: Sequence[str]) -> bool:
    """Return whether an operationId creates or updates what the words name.

    `createSpeech` does so with `speech`, in a POST. A framework can add the verb of
    `postSpeech`.
    """
    if not name.words or name.words[0] not in _WRITING_VERBS:
        return False
    return set(map(singular, name.words[1:])).issuperset(map(singular, words))


def _new_words(words: Sequence[str], known: Collection[str]) -> list[str]:
    """Return words without those that are known, also if known as one compound word.

    Kubernetes writes `resourceclaims` in paths and separates the words in operationIds.
    """
    new_words: list[str] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            if singular("".join(words[start:end])) in known:
                start = end
                break
        else:
            new_words.append(words[start])
            start += 1
    return new_words


def qualified(
    standard: str, name: OperationName, known: Collection[str]
) -> tuple[str, ...]:
    """Return a longer name than `standard`, from the words of an operationId.

    `retrieve` with the operationId `getUserByName` becomes `retrieve_by_name`.

    Args:
        standard: The name that is already in use.
        name: The operationId.
        known: The words that do not distinguish operations, in the singular.

    Returns:
        The words of the name; empty if the operationId adds no words.
    """
    words = strip_resource(name.words, known)
    if not words:
        return ()
    verb, *rest = words
    tail = [w for w in _new_words(rest, known) if w not in _ARTICLES]
    while tail and tail[-1] in PREPOSITIONS:
        tail.pop()
    if not tail:
        return ()
    if verb in _GENERIC or standard in _MEANINGS.get(verb, ()):
        return (standard, *tail)
    return (verb, *tail)
