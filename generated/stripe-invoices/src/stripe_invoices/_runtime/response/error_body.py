"""Messages, codes and problem details in the bodies of error responses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from ..text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_LENGTH: Final = 300

# Properties in which APIs return codes and messages: plain, OAuth 2 (RFC 6749, section
# 5.2), problem details (RFC 9457), JSON:API, Google and Stripe (nested in `error`),
# photo services (nested in `err`).
_CODES: Final = ("code", "error_code", "errorCode", "errno")
_MESSAGES: Final = (
    "message",
    "error_description",
    "detail",
    "error_message",
    "errorMessage",
    "msg",
    "description",
    "title",
    "reason",
)
_NESTED_KEYS: Final = ("error", "err", "errors", "fault", "detail")
# The part of the request that a message refers to, in the validation errors of Python
# frameworks and of JSON:API.
_LOCATION_KEYS: Final = ("loc", "field", "pointer")
_MAX_FIELDS: Final = 3
_MAX_DEPTH: Final = 5
_MAX_STEPS: Final = 20


def find_code(body: object) -> str | int | None:
    """Return the API's own code of an error, or None if the body contains none."""
    for level in _levels(body):
        for name in _CODES:
            if (code := _as_code(level.get(name))) is not None:
                return code
    for level in _levels(body):
        # OAuth 2 returns the code as `error`, next to `error_description`.
        if "error_description" in level:
            return _as_code(level.get("error"))
    return next((_as_code(level.get("stat")) for level in _levels(body)), None)


def find_message(body: object, known: str = "") -> str:
    """Return the message of an error as one line of limited length; empty if missing.

    Args:
        body: The decoded body.
        known: A known message, which takes precedence over those in the body.
    """
    if isinstance(body, str):
        return shorten(body) if not body.lstrip().startswith("<") else ""
    found = [known, *(_read_message(level) for level in _levels(body)), ""]
    text = next((text for text in found if text), "")
    parts = (text.rstrip(":"), _describe_fields(body))
    return shorten(": ".join(part for part in parts if part))


def _read_message(level: Mapping[str, object]) -> str:
    for name in (*_MESSAGES, *_NESTED_KEYS):
        value = level.get(name)
        if isinstance(value, str) and value.strip():
            return ": ".join(filter(None, (_find_location(level), value.strip())))
    return ""


def _find_location(level: Mapping[str, object]) -> str:
    """Return the part of the request that an error refers to; empty if missing."""
    for name in _LOCATION_KEYS:
        value = level.get(name)
        if isinstance(value, list):
            steps = cast("list[object]", value)[:_MAX_STEPS]
            return ".".join(str(step) for step in steps if isinstance(step, str | int))
        if isinstance(value, str):
            return value
    return ""


def _describe_fields(body: object) -> str:
    """Return the messages of single fields: `{"errors": {"name": ["is missing"]}}`."""
    top = cast("dict[str, object]", body) if isinstance(body, dict) else {}
    fields = top.get("errors")
    if not isinstance(fields, dict):
        return ""
    known: list[str] = []
    for name, value in cast("dict[str, object]", fields).items():
        texts = cast("list[object]", value) if isinstance(value, list) else [value]
        if not texts or not all(isinstance(text, str) for text in texts):
            return ""
        known.append(f"{name}: {texts[0]}")
    return "; ".join(known[:_MAX_FIELDS])


def shorten(text: str, longest: int = _MAX_LENGTH) -> str:
    """Return the start of a text as one line, safe to show; see `clean`."""
    # Cut before joining the lines, because a body may have megabytes.
    line = " ".join(re.split(r"[ \t\r\n]+", text[: 4 * longest].strip(" \t\r\n")))
    return clean(line, longest)


def _levels(body: object, depth: int = 0) -> list[dict[str, object]]:
    """Return the objects in a body that may describe the error, innermost first."""
    levels: list[dict[str, object]] = []
    if isinstance(body, list):
        items = cast("list[object]", body)
        body = items[0] if items else None
    if isinstance(body, dict) and depth < _MAX_DEPTH:
        top = cast("dict[str, object]", body)
        for name in _NESTED_KEYS:
            if name in top:
                levels += _levels(top[name], depth + 1)
        levels.append(top)
    return levels


def _as_code(value: object) -> str | int | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return value if value != "" else None


_PROBLEM_MEMBERS: Final = frozenset({"type", "title", "status", "detail", "instance"})


class Problem(NamedTuple):
    """Problem details of an error response (RFC 9457).

    Attributes:
        type: URI that identifies the problem type. Defaults to `about:blank`.
        title: Human-readable summary of the problem type.
        status: HTTP status, as set by the API that generated the response. It can
            differ from the status of the response if a proxy has changed that.
        detail: Human-readable explanation of this occurrence.
        instance: URI that identifies this occurrence.
        extensions: All other members of the body.
    """

    type: str
    title: str | None
    status: int | None
    detail: str | None
    instance: str | None
    extensions: Mapping[str, object]

    @property
    def message(self) -> str:
        """Title and detail, joined by a colon. Empty if both are missing."""
        return ": ".join(dict.fromkeys(filter(None, (self.title, self.detail))))


def find_problem(body: object, content_type: str, status_code: int) -> Problem | None:
    """Return the problem details in an error body, or None if it has none.

    The media type must be `application/problem+json`. Because some servers omit it, a
    body with a `title` and a `status` that equals the status of the response is
    accepted as well. Members of the wrong type are ignored (section 3.1).

    Args:
        body: Decoded body.
        content_type: Value of the Content-Type header.
        status_code: HTTP status of the response.
    """
    if not isinstance(body, dict):
        return None
    members = cast("dict[str, object]", body)
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type != "application/problem+json" and not (
        isinstance(members.get("title"), str) and members.get("status") == status_code
    ):
        return None
    status = members.get("status")
    return Problem(
        type=_text(members, "type") or "about:blank",
        title=_text(members, "title"),
        status=status if type(status) is int else None,
        detail=_text(members, "detail"),
        instance=_text(members, "instance"),
        extensions={
            name: value
            for name, value in members.items()
            if name not in _PROBLEM_MEMBERS
        },
    )


def _text(members: Mapping[str, object], name: str) -> str | None:
    value = members.get(name)
    return value if isinstance(value, str) else None
