"""Problem details: a standard format of error bodies (RFC 9457)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

_MEMBERS: Final = frozenset({"type", "title", "status", "detail", "instance"})


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
            name: value for name, value in members.items() if name not in _MEMBERS
        },
    )


def _text(members: Mapping[str, object], name: str) -> str | None:
    value = members.get(name)
    return value if isinstance(value, str) else None
