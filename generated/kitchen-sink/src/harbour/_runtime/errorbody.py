"""What the body of an error says: its message and the API's own code."""

from __future__ import annotations

from typing import Final, cast

_LONGEST: Final = 300

# Where APIs put them: plain, OAuth 2 (RFC 6749, section 5.2), problem details
# (RFC 9457), JSON:API, Google and Stripe below `error`, photo services below `err`.
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
_NESTS: Final = ("error", "err", "errors", "fault")


def find_code(body: object) -> str | int | None:
    """Return the API's own number or name for an error, if the body has one."""
    for level in _levels(body):
        for name in _CODES:
            if (code := _as_code(level.get(name))) is not None:
                return code
    for level in _levels(body):
        # OAuth 2 calls the code `error`, and describes it beside.
        if "error_description" in level:
            return _as_code(level.get("error"))
    return next((_as_code(level.get("stat")) for level in _levels(body)), None)


def find_message(body: object) -> str:
    """Return what a person can read of an error, on one line of bounded length."""
    if isinstance(body, str):
        return shorten(body) if not body.lstrip().startswith("<") else ""
    for level in _levels(body):
        for name in (*_MESSAGES, *_NESTS):
            value = level.get(name)
            if isinstance(value, str) and value.strip():
                return shorten(value)
    return ""


def shorten(text: str, longest: int = _LONGEST) -> str:
    """Return the beginning of a text, on one line, without control characters."""
    # Cut before it is cleaned, so that a body of megabytes costs nothing.
    line = " ".join(text[: 4 * longest].split())
    line = "".join(char if char.isprintable() else "?" for char in line)
    return line if len(line) <= longest else f"{line[:longest]}..."


def _levels(body: object) -> list[dict[str, object]]:
    """Return the objects of a body that may describe the error, the inner ones first."""
    levels: list[dict[str, object]] = []
    if isinstance(body, list):
        items = cast("list[object]", body)
        body = items[0] if items else None
    if isinstance(body, dict):
        top = cast("dict[str, object]", body)
        for name in _NESTS:
            if name in top:
                levels += _levels(top[name])
        levels.append(top)
    return levels


def _as_code(value: object) -> str | int | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return value if value != "" else None
