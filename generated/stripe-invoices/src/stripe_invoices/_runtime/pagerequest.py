"""The request of one page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from .errors import SDKError
from .nextlink import follow_link
from .omission import omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .arguments import Arguments
    from .exchange import Exchange
    from .options import Options
    from .paging import PagedOperation
    from .trail import Step, Trail

T = TypeVar("T")
D = TypeVar("D")

_NO_VALUES: Final[Mapping[str, object]] = {}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PageRequest(Generic[T, D]):
    """The request of one page. It holds what the caller gave, and so shows nothing.

    Attributes:
        link: The URL of the page, where the page before has said it.
        trail: Where the pages before started; None for the first page.
        seen: How many items there were on the pages before.
        before: The items of the page before, where pages are counted.
    """

    operation: PagedOperation[T, D]
    arguments: Arguments
    options: Options | None
    link: str = ""
    trail: Trail | None = None
    seen: int = 0
    before: Sequence[object] = field(default_factory=list[object])

    def aim(self, exchange: Exchange) -> Exchange:
        """Return the state of the call, with the URL of the page.

        Raises:
            SDKError: It leads to another origin.
        """
        if self.link:
            exchange.outgoing = follow_link(exchange.outgoing, self.link)
        return exchange

    def given(self, parameter: str) -> object:
        """Return what is sent for a parameter; None for nothing."""
        if self.operation.paging.in_body:
            options, passed = (self.options or {}).get("body"), self.arguments.body
        else:
            options, passed = (self.options or {}).get("query"), self.arguments.query
        arguments = cast("Mapping[str, object]", passed or _NO_VALUES)
        value = (options or _NO_VALUES).get(parameter, arguments.get(parameter))
        return None if value is omit else value

    def given_number(self, parameter: str) -> int | None:
        """Return what is sent for a parameter that counts; None for nothing.

        Raises:
            SDKError: It is no number.
        """
        value = self.given(parameter)
        try:
            return None if value is None else int(str(value))
        except ValueError:
            raise SDKError(
                f"{self.operation.method} {self.operation.path}: there is no next page "
                f"after {parameter}={value!r}, which is no number"
            ) from None

    def after_step(self, step: Step, trail: Trail) -> PageRequest[T, D]:
        """Return the request that differs from this one by a step, and by no more.

        Args:
            step: What to change.
            trail: Where pages started so far, the next one included.
        """
        changed = replace(
            self,
            options=_without(self.options, step.parameter),
            link="",
            trail=trail,
        )
        if not step.parameter:
            return replace(changed, link=str(step.value))
        given = self.arguments
        if self.operation.paging.in_body:
            body = cast("Mapping[str, object]", given.body or _NO_VALUES)
            given = given._replace(body={**body, step.parameter: step.value})
        else:
            given = given._replace(query={**given.query, step.parameter: step.value})
        return replace(changed, arguments=given)


def _without(options: Options | None, parameter: str) -> Options | None:
    """Return the options for another page.

    The key that marks all tries as one request is that of one page.
    """
    if not options:
        return options
    changed = options.copy()
    changed.pop("idempotency_key", None)
    if query := changed.get("query"):
        changed["query"] = {k: v for k, v in query.items() if k != parameter}
    if body := changed.get("body"):
        changed["body"] = {k: v for k, v in body.items() if k != parameter}
    return changed
