"""Problem details: how many APIs describe an error (RFC 9457)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

_MEMBERS: Final = frozenset({"type", "title", "status", "detail", "instance"})


class Problem(NamedTuple):
    """What an API says about an error.

    Attributes:
        type: A URI that names the kind of problem.
        title: What kind of problem it is, for people.
        status: The HTTP status, as the API that made the answer has it.
        detail: What went wrong this time, for people.
        instance: A URI that names this one occurrence.
        extensions: All else that the API says about it.
    """

    type: str
    title: str | None
    status: int | None
    detail: str | None
    instance: str | None
    extensions: Mapping[str, object]

    @property
    def message(self) -> str:
        """Title and detail, as far as they are there."""
        return ": ".join(dict.fromkeys(filter(None, (self.title, self.detail))))


def find_problem(body: object, content_type: str, status_code: int) -> Problem | None:
    """Return the problem that the body of an error describes, if it does.

    Some servers forget the media type; a title beside the very status of the answer
    makes up for it. Members of the wrong type are ignored (section 3.1).

    Args:
        body: The decoded body.
        content_type: The Content-Type header.
        status_code: The HTTP status.
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
