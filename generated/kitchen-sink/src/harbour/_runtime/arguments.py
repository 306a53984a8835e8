"""Arguments of one call and the settings that apply to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .options import Options
from .settings import check_deadline, check_max_retries, check_response_validation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .options import ResponseValidation, Timeout
    from .settings import Settings

NOTHING: Final[Mapping[str, object]] = {}
NO_OPTIONS: Final[Options] = {}


class Arguments(NamedTuple):
    """Arguments that a method passes to `request`."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, object]
    cookies: Mapping[str, object]
    body: object


class Limits(NamedTuple):
    """Settings of one call that do not change the request.

    Attributes:
        timeout: Timeout in seconds for each step of an attempt; None disables it.
        max_retries: Maximum number of retries.
        response_validation: How to treat responses that do not match their schema.
        deadline: Seconds for the whole call, including retries; None for no limit.
    """

    timeout: Timeout
    max_retries: int
    response_validation: ResponseValidation
    deadline: float | None = None


def find_limits(settings: Settings, options: Options) -> Limits:
    """Return the limits of a call: its options override the settings of the client.

    Raises:
        TypeError: If an option does not exist.
        ValueError: If the value of an option is invalid.
    """
    if not options:
        return Limits(
            settings.timeout,
            settings.max_retries,
            settings.response_validation,
            settings.deadline,
        )
    if unknown := options.keys() - Options.__annotations__.keys():
        raise TypeError(f"Unknown options of a call: {', '.join(sorted(unknown))}.")
    limits = Limits(
        options.get("timeout", settings.timeout),
        options.get("max_retries", settings.max_retries),
        options.get("response_validation", settings.response_validation),
        options.get("deadline", settings.deadline),
    )
    check_deadline(limits.deadline)
    check_max_retries(limits.max_retries)
    check_response_validation(limits.response_validation)
    return limits
