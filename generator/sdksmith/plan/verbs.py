"""What an operationId says that method and path do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..text.lexicon import NOUN_VERBS, PREPOSITIONS, VERBS
from ..text.words import singular, split_words
from .paths import path_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..model.api import Operation

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
"""Verb of an operationId -> the standard methods that it may mean."""

_GENERIC: Final = {"post", "put", "patch", "head", "options", "trace"}
MANNERS: Final = {"bulk", "batch", "multi", "mass", "partial"}
_ARTICLES: Final = {"a", "an", "the", "this", "my", "own"}
_FILLERS: Final = PREPOSITIONS | _ARTICLES | {"and", "or", "all", "id"}
_GROUP_AND_NAME: Final = re.compile(
    r"(?P<group>[A-Z][A-Za-z0-9]*)_(?P<name>[A-Z][A-Za-z0-9]*)"  # AutoRest
    r"|(?P<group_>[a-z][A-Za-z0-9-]*)/(?P<name_>[A-Za-z][A-Za-z0-9-]*)"  # GitHub
)
_SPRING_SUFFIX: Final = re.compile(
    r"Using(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(_\d+)?"
)


class OperationName(Struct, frozen=True):
    """An operationId as words.

    Attributes:
        group: The words of the resource, where the id itself sets them apart.
        words: The words of the rest.
    """

    words: tuple[str, ...]
    group: tuple[str, ...] = ()


def read_operation_id(operation: Operation) -> OperationName:
    """Return the operationId without what frameworks put into it."""
    text = operation.id
    path = path_text(operation.path)
    # FastAPI: name, path and method, with an underscore for each other character.
    suffix = f"{re.sub(r'[^A-Za-z0-9_]', '_', path)}_{operation.method.lower()}"
    if text.endswith(suffix) and len(text) > len(suffix):
        text = text.removesuffix(suffix)
    text = _SPRING_SUFFIX.sub("", text)
    match = _GROUP_AND_NAME.fullmatch(text)
    group, name = "", text
    if match:
        group = match["group"] or match["group_"]
        name = match["name"] or match["name_"]
        is_verb = split_words(group)[0] in VERBS - NOUN_VERBS
        if is_verb or re.fullmatch(r"[Vv]?\d+", name):
            group, name = "", text
    return OperationName(_without_marks(split_words(name)), split_words(group))


def _without_marks(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without versions and counters at their end."""
    end = len(words)
    while end > 1 and re.fullmatch(r"(v|alt)?\d+", words[end - 1]):
        end -= 1
    return words[:end]


def strip_resource(words: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    """Return words without those at the start that only name the resource.

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
    """Return the words of the method name that an operationId asks for.

    Args:
        name: The operationId.
        standard: The method name that HTTP method and path give.
        known: The words that say nothing new, in the singular: those of the path, or
            of the group where the id has one.

    Returns:
        No words when the operationId only repeats what method and path say.
    """
    words = strip_resource(name.words, known)
    if not words or words[0] in _GENERIC or all(singular(w) in known for w in words):
        return ()
    head, *rest = words
    agrees = standard in _MEANINGS.get(head, ())
    if name.group:
        news = [w for w in _news(rest, known) if w not in _FILLERS]
        return () if agrees and not news else words
    if agrees or head not in VERBS | _MEANINGS.keys() | MANNERS:
        return ()
    tail = [w for w in _news(rest, known) if w not in _ARTICLES]
    while tail and tail[-1] in _FILLERS:
        tail.pop()
    return (head, *tail)


def _news(words: Sequence[str], known: Collection[str]) -> list[str]:
    """Return words without those that are known, alone or run together.

    Paths of Kubernetes write `resourceclaims` where its operationIds part the words.
    """
    news: list[str] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            if singular("".join(words[start:end])) in known:
                start = end
                break
        else:
            news.append(words[start])
            start += 1
    return news


def qualified(
    standard: str, name: OperationName, known: Collection[str]
) -> tuple[str, ...]:
    """Return a longer name than `standard`, from the words of an operationId, or none.

    `retrieve` of `getUserByName` is `retrieve_by_name`.

    Args:
        standard: The name that is taken.
        name: The operationId.
        known: The words that tell nothing apart, in the singular.
    """
    words = strip_resource(name.words, known)
    if not words:
        return ()
    verb, *rest = words
    tail = [w for w in _news(rest, known) if w not in _ARTICLES]
    while tail and tail[-1] in PREPOSITIONS:
        tail.pop()
    if not tail:
        return ()
    if verb in _GENERIC or standard in _MEANINGS.get(verb, ()):
        return (standard, *tail)
    return (verb, *tail)
