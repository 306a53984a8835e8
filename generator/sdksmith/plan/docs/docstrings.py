"""Docstrings of methods and resources, from the descriptions in the document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from ...text.markdown import is_prose, plain_text
from ...text.prose import end_sentence
from ..package import DocView
from .responses import describe_raises, describe_returns
from .summaries import read_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...json_data import JsonValue
    from ...model.api import Operation
    from ..content.media_types import PlannedResponse
    from ..package import ArgumentView

_LINE_BREAKS: Final = re.compile(r"(?:\s{0,20}<br\s{0,3}/?>)+$", re.IGNORECASE)
_PARAGRAPH_ENDS: Final = re.compile(r"(?:\s{0,20}</(?:p|div|span)>)+$", re.IGNORECASE)
_ROOM: Final = 88 - len('        """"""')
"""Maximum number of characters of a one-line docstring in a property."""


def describe_default(description: str, default: JsonValue) -> str:
    """Return a description with the server's default value added."""
    if default is None:
        return description
    text = json.dumps(default, ensure_ascii=False)
    if len(text) > 60 or "`" in text:
        return description
    return add_sentence(description, f"Default: `{text}`.")


def add_sentence(description: str, sentence: str) -> str:
    """Return a description with a sentence added.

    The sentence follows the last sentence of the description. After a list, a table or
    code, it is added as a separate paragraph.
    """
    said = _LINE_BREAKS.sub("", description.strip())
    if not said:
        return sentence
    if "\n" not in said and "<" not in said:
        return f"{end_sentence(said)} {sentence}"
    closing = _PARAGRAPH_ENDS.search(said)
    end = closing.start() if closing else len(said)
    joined = f"{end_sentence(said[:end])} {sentence}{said[end:]}"
    apart = f"{said}\n\n{sentence}"
    before, blocks, after = map(plain_text, (said, joined, apart))
    if not before:  # only a comment or empty tags
        return sentence
    follows = len(blocks) == len(before) and is_prose(before[-1])
    return joined if follows and after[-1] in blocks[-1] else apart


def describe_operation(
    operation: Operation,
    arguments: Sequence[ArgumentView],
    successes: Sequence[PlannedResponse],
    failures: Sequence[PlannedResponse],
    *,
    paged: bool = False,
) -> DocView:
    """Return the documentation of a method.

    Args:
        operation: The operation that it calls.
        arguments: Its arguments.
        successes: The success responses.
        failures: The error responses.
        paged: Whether it returns pages.
    """
    summary, body = read_summary(operation)
    links = operation.external_docs
    if links.startswith(("https://", "http://")) and links not in body:
        body = f"{body}\n\nSee {links}".strip()
    return DocView(
        summary=summary,
        body=body,
        arguments=tuple(arguments),
        returns=describe_returns(successes, operation.id, summary, paged=paged),
        raises=describe_raises(failures),
        deprecated=(
            "the API marks this operation as deprecated."
            if operation.deprecated
            else ""
        ),
    )


def describe_resource(
    attribute: str, methods: Sequence[str], children: Sequence[str]
) -> str:
    """Return the docstring of a resource that has no description in the document.

    It fits on one line: names that do not fit are replaced by their number.

    Args:
        attribute: The attribute name of the resource in its parent.
        methods: The names of its methods.
        children: The names of its child resources, listed if it has no methods.
    """
    title = attribute.strip("_").replace("_", " ")
    title = title[:1].upper() + title[1:]
    words = [f"`{name}`" for name in methods or children]

    def line(shown: int) -> str:
        more = [f"{len(words) - shown} more"] if shown < len(words) else []
        return f"{title}: {_enumerate([*words[:shown], *more])}."

    # A resource can have thousands of children, and longer lists never fit.
    shown = min(len(words), _ROOM // len("`x`, ") + 1)
    while len(line(shown)) > _ROOM and shown > 1:
        shown -= 1
    return line(shown)


def _enumerate(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
