"""What docstrings say, from the descriptions of the document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from ..text.markdown import is_prose, plain_text
from ..text.prose import ended
from .answerdocs import describe_raises, describe_returns
from .package import DocView
from .summaries import read_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..jsondata import JsonValue
    from ..model.api import Operation
    from .contents import Answer
    from .package import ArgumentView

_LINE_BREAKS: Final = re.compile(r"(?:\s{0,20}<br\s{0,3}/?>)+$", re.IGNORECASE)
_PARAGRAPH_ENDS: Final = re.compile(r"(?:\s{0,20}</(?:p|div|span)>)+$", re.IGNORECASE)
_ROOM: Final = 88 - len('        """"""')
"""What a line holds of the docstring of a property."""


def describe_default(description: str, default: JsonValue) -> str:
    """Return a description with the default that a server assumes."""
    if default is None:
        return description
    text = json.dumps(default, ensure_ascii=False)
    if len(text) > 60 or "`" in text:
        return description
    return add_sentence(description, f"Default: `{text}`.")


def add_sentence(description: str, sentence: str) -> str:
    """Return a description with a sentence of ours, where people look for it.

    That is behind its last sentence. Behind a list, a table or code it is a paragraph
    of its own.
    """
    said = _LINE_BREAKS.sub("", description.strip())
    if not said:
        return sentence
    if "\n" not in said and "<" not in said:
        return f"{ended(said)} {sentence}"
    closing = _PARAGRAPH_ENDS.search(said)
    end = closing.start() if closing else len(said)
    joined = f"{ended(said[:end])} {sentence}{said[end:]}"
    apart = f"{said}\n\n{sentence}"
    before, blocks, after = map(plain_text, (said, joined, apart))
    if not before:  # a comment, or tags around nothing
        return sentence
    follows = len(blocks) == len(before) and is_prose(before[-1])
    return joined if follows and after[-1] in blocks[-1] else apart


def describe_operation(
    operation: Operation,
    arguments: Sequence[ArgumentView],
    successes: Sequence[Answer],
    failures: Sequence[Answer],
) -> DocView:
    """Return what the docstring of a method says."""
    summary, body = read_summary(operation)
    links = operation.external_docs
    if links.startswith(("https://", "http://")) and links not in body:
        body = f"{body}\n\nSee {links}".strip()
    return DocView(
        summary=summary,
        body=body,
        arguments=tuple(arguments),
        returns=describe_returns(successes, operation.id, summary),
        raises=describe_raises(failures),
        deprecated="the API marks this operation so." if operation.deprecated else "",
    )


def describe_resource(
    attribute: str, methods: Sequence[str], children: Sequence[str]
) -> str:
    """Return what the docstring of a resource says that the document does not describe.

    It takes one line; what has no room there is counted.

    Args:
        attribute: Its name in its parent.
        methods: The names of its methods.
        children: The names of the resources below it.
    """
    title = attribute.strip("_").replace("_", " ")
    title = title[:1].upper() + title[1:]
    words = [f"`{name}`" for name in methods or children]
    said = f"{title}: {_enumerate(words)}."
    shown = len(words)
    while len(said) > _ROOM and shown > 1:
        shown -= 1
        more = f"{len(words) - shown} more"
        said = f"{title}: {_enumerate([*words[:shown], more])}."
    return said


def _enumerate(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
