"""Documentation of responses: the `Returns:` and `Raises:` sections of docstrings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...text.prose import end_sentence
from ...text.pysource import code
from ..content.media_types import Reading
from ..package import RaisesView
from .summaries import split_first_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..content.media_types import PlannedResponse

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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# In 2,639 published documents, 82,000 of 120,000 descriptions of success responses
# consist only of such words: `Success`, `OK`, `Response`, `Successful response`,
# `200 response`.
_FILLERS: Final = _words("""
    a an and any are as be been for from has have if in is it of on or that the this to
    was were with
    answer api call http operation reply request requests response responses result
    returned returning returns return
    ok okay success successful successfull successfully succeeded succeeds succeed
    completed complete executed processed performed finished worked works everything
    basic default definition description example expected generic normal sample standard
    typical valid
    """)
_REASONS: Final = {
    "200": _words("ok"),
    "201": _words("created"),
    "202": _words("accepted"),
    "203": _words("non authoritative information"),
    "204": _words("no content nocontent"),
    "205": _words("reset content"),
    "206": _words("partial content"),
    "207": _words("multi multiple status"),
}
"""Reason phrases of success statuses (RFC 9110, section 15.3; RFC 4918)."""
_DONE: Final = _words(
    "added created deleted fetched modified removed retrieved saved updated"
)
"""Participles that only repeat the name of the method."""
_NO_BODY: Final = _words(
    "body content data empty entity header item no not object payload resource"
)
"""Additional filler words in descriptions of responses without a body."""
_OF_NUMBERS: Final = _words("code status")
# RS004 writes one of these; the last one was its text before.
_NO_WORDS: Final = re.compile(
    r"\bno errors?\b|\bno (?:response|description) was (?:specified|provided|given)\b"
    r"|\bdescription was not (?:specified|provided|given)\b|\bwhich nobody described\b"
)
_UNDESCRIBED: Final = "Decoded JSON of any type; None if the body is empty."
_UNDESCRIBED_PAGES: Final = "Pages whose items are decoded JSON of any type."
_STATUS: Final = re.compile(r"(?:http)?[1-5](?:\d\d|xx)")
_WORD: Final = re.compile(r"[^\W_]+")
_TAG: Final = re.compile(r"</?[a-z][^<>]*>")


def describe_returns(
    successes: Sequence[PlannedResponse],
    operation_id: str,
    summary: str,
    *,
    paged: bool = False,
) -> str:
    """Return the `Returns:` section: the informative descriptions of the responses.

    A description that only repeats the status, the operation or its summary is
    omitted. If the operation has several success responses, each description is
    preceded by its status. A body without a schema is described by what a call returns.

    Args:
        successes: The success responses.
        operation_id: The operationId, which tools often insert into the descriptions
            that they generate.
        summary: The first line of the docstring.
        paged: Whether a call returns pages.
    """
    repeated = _said(summary)
    informative = [
        item
        for item in successes
        if not is_uninformative(item, operation_id, alone=len(successes) == 1)
        and _said(item.description) != repeated
    ]
    if len(successes) == 1:
        text = informative[0].description.strip() if informative else ""
        if successes[0].reading is not Reading.JSON or successes[0].type is not None:
            return text
        returned = _UNDESCRIBED_PAGES if paged else _UNDESCRIBED
        return f"{end_sentence(text)} {returned}" if text else returned
    return "\n\n".join(
        f"{item.status}: {item.description.strip()}" for item in informative
    )


def is_uninformative(
    response: PlannedResponse, operation_id: str = "", *, alone: bool = True
) -> bool:
    """Return whether the description of a success response has only filler words.

    Args:
        response: The success response.
        operation_id: The operationId of the operation; empty if it has none.
        alone: Whether it is the only success response. Otherwise a word such as
            `Updated` distinguishes it from the others.
    """
    text = response.description.strip()
    if operation_id and operation_id in text:
        text = re.sub(rf"(?<!\w){re.escape(operation_id)}(?!\w)", "", text)
    known = _FILLERS | _REASONS.get(response.status, frozenset())
    if alone:
        known |= _DONE if response.reading is not Reading.NOTHING else _DONE | _NO_BODY
    elif response.reading is Reading.NOTHING and response.status in ("204", "205"):
        known |= _NO_BODY
    words = _said(text)
    others = [word for word in words if not _is_status(word, response)]
    if len(others) < len(words):
        # `code` and `status` are filler only next to a number: `Operation status` is not.
        known |= _OF_NUMBERS
    return known.issuperset(others)


def _said(text: str) -> list[str]:
    """Return the words of a description, without phrases such as `no description`."""
    lowered = _TAG.sub(" ", text.lower())
    return _WORD.findall(_NO_WORDS.sub(" ", lowered))


def _is_status(word: str, response: PlannedResponse) -> bool:
    found = _STATUS.fullmatch(word)
    return bool(found) and word.removeprefix("http")[0] == response.status[:1]


def describe_raises(failures: Iterable[PlannedResponse]) -> tuple[RaisesView, ...]:
    """Return the `Raises:` section: the errors that the document describes."""
    views: list[RaisesView] = []
    servers: list[str] = []
    others: list[str] = []
    for response in failures:
        description = response.description.strip()
        if description.lower().rstrip(".") == response.status.lower():
            description = ""
        if response.status[:1] == "5":
            servers.append(description)
        elif response.status in _ERRORS:
            text = description or f"The API returned status {response.status}."
            views.append(RaisesView(_ERRORS[response.status], text))
        elif description and response.status != "default":
            others.append(f"{response.status}: {split_first_sentence(description)[0]}")
    if servers:
        said = "; ".join(dict.fromkeys(filter(None, servers)))
        views.append(
            RaisesView(_SERVER_ERROR, said or "The API returned a 5xx status.")
        )
    if others:
        views.append(RaisesView(_STATUS_ERROR, "\n\n".join(others)))
    return tuple(views)
