"""The first line of a method's docstring, and what follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..model.api import PathText
from ..text.lexicon import COLLECTION_VERBS, NOUN_VERBS, VERBS
from ..text.prose import ended
from ..text.words import singular, split_words
from .paths import path_slots, path_text
from .verbs import read_operation_id

if TYPE_CHECKING:
    from ..model.api import Operation

_STANDARD_VERBS: Final = frozenset(
    {"add", "create", "delete", "get", "list", "patch", "post", "put", "update"}
)
_HTTP_VERBS: Final = frozenset({"head", "options", "patch", "post", "put"})
_SENTENCE_END: Final = re.compile(r"(?<=[a-z0-9)\]`'\"][.!?])\s+(?=[A-Z\[`<*_])")
_PARAGRAPH_START: Final = re.compile(r"<p(?: [^<>]*)?>\s*", re.IGNORECASE)
_PARAGRAPH_END: Final = re.compile(r"\n\s*\n|</p>|<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_LOWER_WORD: Final = re.compile(r"(?:<[a-zA-Z][^<>]*>)*[a-z]+(?=[\s,;]|\.?$)")
"""A word at the start that is neither code nor a name like `iOS` or `foo_bar`."""
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_-]+[A-Za-z0-9]+)*_*")
_PREFIX: Final = re.compile(r"v\d+|api|rest")
_MOST_WORDS: Final = 8
"""How many words an operationId has that reads as a sentence."""
_ACRONYMS: Final = frozenset(
    (
        *("api", "csv", "dns", "html", "http", "id", "ip", "json", "pdf", "sdk", "sms"),
        *("sql", "ssh", "ssl", "url", "uri", "uuid", "xml"),
    )
)


def read_summary(operation: Operation) -> tuple[str, str]:
    """Return the first line of what is said of an operation, and the rest.

    An operation of which nothing is said is called by the words of its operationId;
    where these only repeat the path, by method and path.
    """
    title, body = operation.summary.strip(), operation.description.strip()
    summary = title
    if _repeats_name(summary, operation) or (
        body and _repeats_path(summary, operation)
    ):
        summary = ""
    if body and not summary:
        summary, body = split_first_sentence(body)
    if not summary:
        summary = (
            _name_as_sentence(operation)
            or (title if len(split_words(title)) == 1 else "")
            or f"Call `{operation.method} {path_text(operation.path)}`"
        )
    if _plain(body) == _plain(summary):
        body = ""
    return ended(_capitalised(summary)), body


def _repeats_name(summary: str, operation: Operation) -> bool:
    """Return whether a summary is the operationId or the path, as it is written there."""
    return summary in {operation.id, path_text(operation.path)}


def _repeats_path(summary: str, operation: Operation) -> bool:
    """Return whether a summary is a verb and the words of the path.

    Tools that describe an API from its traffic write such summaries: `Get Invoices
    Invoice`.
    """
    verb, *rest = split_words(summary) or ("",)
    return verb in _STANDARD_VERBS and rest == [*split_words(path_text(operation.path))]


def _name_as_sentence(operation: Operation) -> str:
    """Return the words of an operationId that a person wrote; else nothing."""
    if not _NAME.fullmatch(operation.id):
        return ""
    words = read_operation_id(operation).words
    if not 1 < len(words) <= _MOST_WORDS or _is_made_of_path(words, operation):
        return ""
    first, *_, last = words
    is_noun = first in NOUN_VERBS - COLLECTION_VERBS and last in VERBS
    if first not in VERBS | _STANDARD_VERBS or is_noun:
        return ""  # `message_create`, `log_file_handler`
    return " ".join(word.upper() if word in _ACRONYMS else word for word in words)


def _is_made_of_path(words: tuple[str, ...], operation: Operation) -> bool:
    """Return whether a tool made an operationId out of method and path.

    `post_charges_charge_dispute_close` has all that the path has, in its order, and
    nothing else. A person leaves something out or puts a word between, and may well
    write `get_routes` for the whole of `GET /routes`.
    """
    fixed = [
        split_words(part.text)
        for segment in operation.path.segments
        for part in segment
        if isinstance(part, PathText)
    ]
    while fixed and all(map(_PREFIX.fullmatch, fixed[0])):
        del fixed[0]
    verb, *said = words
    wanted = [word for part in fixed for word in part]
    if verb not in _HTTP_VERBS and said == wanted and len(fixed) < 2:
        return False
    rest = iter(said)
    if not all(word in rest for word in wanted):  # in their order
        return False
    slots = [word for slot in path_slots(operation.path) for word in split_words(slot)]
    known = {singular(word) for word in (*wanted, *slots)}
    return known.issuperset(map(singular, said))


def split_first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of a text and the rest.

    In HTML it is the first paragraph, where the sentence ends within an element.
    """
    text = text.strip()
    opening = _PARAGRAPH_START.match(text)
    mark = opening[0] if opening else ""
    end = _PARAGRAPH_END.search(text)
    first, rest = (text[: end.end()], text[end.end() :]) if end else (text, "")
    stop = _SENTENCE_END.search(first, len(mark))
    if stop and _closes_tags(first[len(mark) : stop.start()]):
        return (
            first[len(mark) : stop.start()],
            f"{mark}{first[stop.end() :]}{rest}".strip(),
        )
    return first.strip(), rest.strip()


def _closes_tags(text: str) -> bool:
    """Return whether all elements of HTML that start in a text end there."""
    tags: list[str] = re.findall(r"<(/?[a-z][a-z0-9]*)[^<>]*>", text, re.IGNORECASE)
    opened = [tag for tag in tags if tag[0] != "/" and tag.lower() != "br"]
    return len(opened) == sum(tag[0] == "/" for tag in tags)


def _plain(text: str) -> str:
    return re.sub(r"<[^<>]*>|\W+", " ", text).strip().lower()


def _capitalised(sentence: str) -> str:
    """Return a sentence with a capital, unless a name or code stands at its start."""
    word = _LOWER_WORD.match(sentence)
    if word is None:
        return sentence
    start = word[0].rfind(">") + 1
    return sentence[:start] + sentence[start].upper() + sentence[start + 1 :]
