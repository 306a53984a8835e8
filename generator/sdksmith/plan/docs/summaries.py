"""Summary line and body of a method's docstring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...model.api import PathText
from ...text.lexicon import COLLECTION_VERBS, NOUN_VERBS, VERBS
from ...text.prose import end_sentence
from ...text.words import singular, split_words
from ..content.paths import path_slots, path_text
from ..naming.verbs import read_operation_id

if TYPE_CHECKING:
    from ...model.api import Operation

_STANDARD_VERBS: Final = frozenset(
    {"add", "create", "delete", "get", "list", "patch", "post", "put", "update"}
)
_HTTP_VERBS: Final = frozenset({"head", "options", "patch", "post", "put"})
_SENTENCE_END: Final = re.compile(r"(?<=[a-z0-9)\]`'\"][.!?])\s+(?=[A-Z\[`<*_])")
_PARAGRAPH_START: Final = re.compile(r"<p(?: [^<>]*)?>\s*", re.IGNORECASE)
_PARAGRAPH_END: Final = re.compile(r"\n\s*\n|</p>|<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_LOWER_WORD: Final = re.compile(r"(?:<[a-zA-Z][^<>]*>)*[a-z]+(?=[\s,;]|\.?$)")
"""First word of a sentence, unless it is code or a name like `iOS` or `foo_bar`."""
_NOT_WORDS: Final = re.compile(r"<[^<>]*>|\W+")
_START: Final = re.compile(r"(?:<[^<>]*>|\W+)*(\w*)")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_-]+[A-Za-z0-9]+)*_*")
_PREFIX: Final = re.compile(r"v\d+|api|rest")
_MOST_WORDS: Final = 8
"""Maximum number of words in an operationId that is used as a sentence."""
_ACRONYMS: Final = frozenset(
    (
        *("api", "csv", "dns", "html", "http", "id", "ip", "json", "pdf", "sdk", "sms"),
        *("sql", "ssh", "ssl", "url", "uri", "uuid", "xml"),
    )
)


def read_summary(operation: Operation) -> tuple[str, str]:
    """Return the summary line of an operation and the rest of its documentation.

    If an operation has no documentation, the summary consists of the words of its
    operationId. If these only repeat the path, the summary names method and path.
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
    if body and _first_word(body) == _first_word(summary):
        body = "" if _plain(body) == _plain(summary) else body
    return end_sentence(_capitalised(summary)), body


def _repeats_name(summary: str, operation: Operation) -> bool:
    """Return whether a summary is identical to the operationId or the path."""
    return summary in {operation.id, path_text(operation.path)}


def _repeats_path(summary: str, operation: Operation) -> bool:
    """Return whether a summary consists of a verb and the words of the path.

    Tools that derive a document from the traffic of an API write such summaries:
    `Get Invoices Invoice`.
    """
    verb, *rest = split_words(summary) or ("",)
    return verb in _STANDARD_VERBS and rest == [*split_words(path_text(operation.path))]


def _name_as_sentence(operation: Operation) -> str:
    """Return the words of an operationId, or an empty string if a tool generated it."""
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
    """Return whether a tool generated an operationId from method and path.

    A generated one like `post_charges_charge_dispute_close` contains all words of the
    path, in order, and no others. A person omits or adds words. `get_routes` for
    `GET /routes` is not treated as generated, because a person may write it as well.
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
    if not all(word in rest for word in wanted):  # in order
        return False
    slots = [word for slot in path_slots(operation.path) for word in split_words(slot)]
    known = {singular(word) for word in (*wanted, *slots)}
    return known.issuperset(map(singular, said))


def split_first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of a text and the rest.

    The whole first paragraph is returned if the sentence ends inside an HTML element.
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
    """Return whether a text closes all HTML elements that it opens."""
    tags: list[str] = re.findall(r"<(/?[a-z][a-z0-9]*)[^<>]*>", text, re.IGNORECASE)
    opened = [tag for tag in tags if tag[0] != "/" and tag.lower() != "br"]
    return len(opened) == sum(tag[0] == "/" for tag in tags)


def _plain(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip().lower()


def _first_word(text: str) -> str:
    """Return the first word of `_plain(text)`, which can be long."""
    found = _START.match(text)
    return found[1].lower() if found else ""


def _capitalised(sentence: str) -> str:
    """Capitalise a sentence, unless it starts with a name or code."""
    word = _LOWER_WORD.match(sentence)
    if word is None:
        return sentence
    start = word[0].rfind(">") + 1
    return sentence[:start] + sentence[start].upper() + sentence[start + 1 :]
