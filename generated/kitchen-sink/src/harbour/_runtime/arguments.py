"""The arguments of one call, and the settings that hold for it."""

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
    """What a method passes to `request`."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, object]
    cookies: Mapping[str, object]
    body: object


class Limits(NamedTuple):
    """The settings of one call that do not change what is sent."""

    timeout: Timeout
    max_retries: int
    response_validation: ResponseValidation
    deadline: float | None = None


def find_limits(settings: Settings, options: Options) -> Limits:
    """Return what holds for a call: its options first, then the client's settings.

    Raises:
        TypeError: An option does not exist.
        ValueError: An option makes no sense.
    """
    if not options:
        return Limits(
            settings.timeout,
            settings.max_retries,
            settings.response_validation,
            settings.deadline,
        )
    if unknown := options.keys() - Options.__annotations__.keys():
        raise TypeError(f"no such option of a call: {', '.join(sorted(unknown))}")
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
