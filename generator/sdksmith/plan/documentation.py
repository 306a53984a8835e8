"""What docstrings say, from the descriptions of the document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from ..text.pysource import code
from ..text.words import split_words
from .package import DocView, RaisesView
from .paths import path_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..jsondata import JsonValue
    from ..model.api import Operation
    from .contents import Answer
    from .package import ArgumentView

_ERRORS: Final = {
    "400": code("BadRequestError"),
    "401": code("AuthenticationError"),
    "403": code("PermissionDeniedError"),
    "404": code("NotFoundError"),
    "409": code("ConflictError"),
    "422": code("UnprocessableEntityError"),
    "429": code("RateLimitError"),
}
_SERVER_ERROR: Final = code("ServerError")
_STATUS_ERROR: Final = code("APIStatusError")

_VERBS: Final = frozenset(
    {"add", "create", "delete", "get", "list", "patch", "post", "put", "update"}
)
_SENTENCE_END: Final = re.compile(r"(?<=[a-z0-9)\]`'\"][.!?])\s+(?=[A-Z\[`<*_])")
_PARAGRAPH_START: Final = re.compile(r"<p(?: [^<>]*)?>\s*", re.IGNORECASE)
_PARAGRAPH_END: Final = re.compile(r"\n\s*\n|</p>|<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_MOST_LISTED: Final = 6
"""How many methods the docstring of a resource names."""
_SAYS_NOTHING: Final = re.compile(
    r"(the )?(ok|success(ful(ly)?)?|successful (response|operation)|a?n? ?(api )?"
    r"(default )?response|successful(ly)? (request|call|retrieved|created|updated)"
    r"|status 2\d\d|2\d\d( ok| response)?|created|accepted|no content"
    r"|the response, which nobody described)",
    re.IGNORECASE,
)


def describe_default(description: str, default: JsonValue) -> str:
    """Return a description with the default that a server assumes."""
    if default is None:
        return description
    text = json.dumps(default, ensure_ascii=False)
    if len(text) > 60 or "`" in text:
        return description
    said = description.strip()
    if not said or "\n" in said or "<" in said:  # lists and HTML end on their own
        return f"{said}\n\nDefault: `{text}`.".lstrip()
    return f"{_ended(said)} Default: `{text}`."


def describe_operation(
    operation: Operation,
    arguments: Sequence[ArgumentView],
    successes: Sequence[Answer],
    failures: Sequence[Answer],
) -> DocView:
    """Return what the docstring of a method says."""
    summary, body = _summary_and_body(operation)
    links = operation.external_docs
    if links and links not in body:
        body = f"{body}\n\nSee {links}".strip()
    return DocView(
        summary=summary,
        body=body,
        arguments=tuple(arguments),
        returns=_returns(successes),
        raises=_raises(failures),
        deprecated="the API marks this operation so." if operation.deprecated else "",
    )


def _summary_and_body(operation: Operation) -> tuple[str, str]:
    summary, body = operation.summary.strip(), operation.description.strip()
    if body and (not summary or _repeats_path(summary, operation)):
        summary, body = split_first_sentence(body)
    if not summary:
        summary = f"Call `{operation.method} {path_text(operation.path)}`"
    if _plain(body) == _plain(summary):
        body = ""
    return _ended(summary), body


def _repeats_path(summary: str, operation: Operation) -> bool:
    """Whether a summary is a verb and the words of the path: `Get Invoices Invoice`.

    Tools that describe an API from its traffic write such summaries.
    """
    verb, *rest = split_words(summary) or ("",)
    return verb in _VERBS and rest == [*split_words(path_text(operation.path))]


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


def _ended(sentence: str) -> str:
    return (
        f"{sentence}." if sentence[-1].isalnum() or sentence[-1] in "`)]" else sentence
    )


def _returns(successes: Sequence[Answer]) -> str:
    if len(successes) != 1:
        said = [item for item in successes if item.description.strip()]
        return "\n\n".join(
            f"{item.status}: {item.description.strip()}" for item in said
        )
    description = successes[0].description.strip()
    return "" if _SAYS_NOTHING.fullmatch(description.rstrip(".! ")) else description


def _raises(failures: Sequence[Answer]) -> tuple[RaisesView, ...]:
    views: list[RaisesView] = []
    servers: list[str] = []
    others: list[str] = []
    for answer in failures:
        description = answer.description.strip()
        if answer.status[:1] == "5":
            servers.append(description)
        elif answer.status in _ERRORS:
            text = description or f"The API answered with status {answer.status}."
            views.append(RaisesView(_ERRORS[answer.status], text))
        elif description and answer.status != "default":
            others.append(f"{answer.status}: {split_first_sentence(description)[0]}")
    if servers:
        said = "; ".join(dict.fromkeys(filter(None, servers)))
        views.append(RaisesView(_SERVER_ERROR, said or "The API failed."))
    if others:
        views.append(RaisesView(_STATUS_ERROR, "\n\n".join(others)))
    return tuple(views)


def describe_resource(
    attribute: str, methods: Sequence[str], children: Sequence[str]
) -> str:
    """Return what the docstring of a resource says that the document does not describe.

    Args:
        attribute: Its name in its parent.
        methods: The names of its methods.
        children: The names of the resources below it.
    """
    title = attribute.strip("_").replace("_", " ")
    title = title[:1].upper() + title[1:]
    return f"{title}: {_enumerate(methods or children)}."


def _enumerate(names: Sequence[str]) -> str:
    """Return names as a sentence lists them; of many, the first and how many follow."""
    words = [f"`{name}`" for name in names]
    if len(words) > _MOST_LISTED:
        hidden = len(words) - _MOST_LISTED
        words = [*words[:_MOST_LISTED], f"{hidden} more"]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
