"""Observer of a run: diagnostics and progress, which callers get even if the run fails."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from .diagnostics import Report


def _ignore(_: str) -> None:
    """Default stage callback; does nothing."""


class Observer(Struct, frozen=True):
    """Receiver of diagnostics and progress during a run, also if the run fails.

    Attributes:
        report: Receives all diagnostics except the fatal one, which is raised.
        enter: Called with the name of each stage before it starts.
    """

    report: Report = field(default_factory=Report)
    enter: Callable[[str], None] = _ignore
