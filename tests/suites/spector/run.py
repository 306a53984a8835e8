"""Running of all scenarios, and their results."""

from __future__ import annotations

import asyncio
import importlib
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from . import calls
from .blocking import Blocking
from .scenario import CallSet
from .server import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .install import Suite

MODES: Final = ("sync", "async")


@dataclass
class Results:
    """Results of one mode.

    Attributes:
        reasons: An empty string for each scenario that passed, else the reason.
    """

    reasons: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def passed(self) -> int:
        """The number of scenarios that passed."""
        return sum(not reason for reason in self.reasons.values())

    @property
    def failures(self) -> dict[str, str]:
        """The reason of each scenario that failed."""
        return {name: reason for name, reason in self.reasons.items() if reason}


@dataclass
class Table:
    """The calls of all scenarios.

    Attributes:
        sets: The sets of calls, by file.
        broken: Why a file cannot be imported.
    """

    sets: list[CallSet[Any]] = field(default_factory=list[CallSet[Any]])
    broken: dict[str, str] = field(default_factory=dict[str, str])


def read_table(clients: Path) -> Table:
    """Import all call files against the clients in a folder."""
    sys.path[:0] = [str(item / "src") for item in sorted(clients.iterdir())]
    table = Table()
    folder = Path(calls.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        name = ".".join(path.relative_to(folder).with_suffix("").parts)
        try:
            module = importlib.import_module(f"{calls.__name__}.{name}")
        except Exception as error:  # noqa: BLE001 -- of any kind, by the generator
            table.broken[name] = f"{type(error).__name__}: {error}"
            continue
        found = vars(module).values()
        table.sets += [value for value in found if isinstance(value, CallSet)]
    return table


def run_mode(suite: Suite, table: Table, pattern: str, mode: str, log: Path) -> Results:
    """Call all scenarios that match a pattern with sync or async clients.

    A scenario passes if its calls return the expected values and the mock server accepts
    the requests to all of its endpoints.
    """
    results = Results()
    with serve(suite, log) as server, _event_loop() as loop:
        for item in table.sets:
            names = [name for name in item.calls if fnmatchcase(name, pattern)]
            if names:
                results.reasons |= _run_set(item, names, server.url, mode, loop)
        coverage = server.coverage()
    for name, verdict in coverage.items():
        if not fnmatchcase(name, pattern):
            continue
        if name not in results.reasons:
            results.reasons[name] = "the call is missing"
        elif not results.reasons[name] and verdict != "pass":
            results.reasons[name] = f"the mock server reports: {verdict}"
    for name in results.reasons.keys() - coverage.keys():
        results.reasons[name] = "the suite does not have this scenario"
    return results


def _run_set(
    item: CallSet[Any],
    names: list[str],
    url: str,
    mode: str,
    loop: asyncio.AbstractEventLoop,
) -> dict[str, str]:
    is_async = mode == "async"
    try:
        client = opened = item.open(url, is_async=is_async)
    except Exception as error:  # noqa: BLE001 -- of any kind, by the client
        reason = f"the client cannot be created: {type(error).__name__}: {error}"
        return dict.fromkeys(names, reason)
    if is_async:
        client = Blocking(opened, loop)
    reasons = {name: _call(item.calls[name], client) for name in names}
    if is_async:
        loop.run_until_complete(opened.close())
    else:
        opened.close()
    return reasons


def _call(function: Callable[[Any], object], client: object) -> str:
    """Return why a call fails; an empty string if it does not."""
    try:
        value = function(client)
    except Exception as error:  # noqa: BLE001 -- of any kind, by the client
        body = getattr(error, "body", None)
        text = f"{error}; body: {body}" if body else str(error)
        return " ".join(f"{type(error).__name__}: {text}".split())[:500]
    return "" if value is None else f"returned {value!r}, expected None"


@contextmanager
def _event_loop() -> Generator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    try:
        yield loop
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()
