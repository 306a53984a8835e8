"""Request for one page of a paginated list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from pydantic import BaseModel

from ..errors import SDKError
from ..omission import omit
from .links import follow_link

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..operation import Operation
    from ..options import Options
    from ..request.settings import Arguments
    from ..transport.call import Call
    from .cycles import CycleDetector, Step
    from .schemes import PagedOperation

T = TypeVar("T")
D = TypeVar("D")

_NO_VALUES: Final[Mapping[str, object]] = {}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PageRequest(Generic[T, D]):
    """Request for one page.

    The arguments may be secret, so the default `repr` is disabled.

    Attributes:
        operation: The paginated operation.
        arguments: Arguments of the call.
        options: Options of the call.
        link: URL of the page, if the previous page contained it. Empty otherwise.
        detector: State of the cycle detection. None for the first page.
        seen: Number of items on the previous pages.
        before: Items of the previous page, if pages are selected by number or offset.
        position: Position of the previous page, if the response contained it.
    """

    operation: PagedOperation[T, D]
    arguments: Arguments
    options: Options | None
    link: str = ""
    detector: CycleDetector | None = None
    seen: int = 0
    before: Sequence[object] = field(default_factory=list[object])
    position: object = None

    def begin(
        self, begin: Callable[[Operation[D], Arguments, Options | None], Call]
    ) -> Call:
        """Prepare the call that fetches the page, and return its initial state.

        Args:
            begin: Function that prepares a call.

        Raises:
            SDKError: If the URL of the page has another origin than the API, or the
                value that the server returned for the next page cannot be sent.
            TypeError: If an argument or option has an invalid type or does not exist.
            ValueError: If an argument or option has an invalid value.
        """
        try:
            call = begin(self.operation, self.arguments, self.options)
        except (TypeError, ValueError) as error:
            if self.detector is None:
                raise  # on the first page, all values are those of the caller
            raise SDKError(
                f"{self.operation.method} {self.operation.path}: the next page cannot "
                f"be requested. {error}"
            ) from error
        if self.link:
            call.prepared = follow_link(call.prepared, self.link)
        return call

    def given(self, parameter: str) -> object:
        """Return the value that is sent for a parameter, or None if none is sent."""
        paging = self.operation.paging
        if paging.in_body:
            options, passed = (self.options or {}).get("body"), self.arguments.body
        else:
            options, passed = (self.options or {}).get("query"), self.arguments.query
        arguments = _mapping(passed)
        if paging.holder:
            arguments = _mapping(arguments.get(paging.holder))
        value = (options or _NO_VALUES).get(parameter, arguments.get(parameter))
        return None if value is omit else value

    def given_number(self, parameter: str) -> int | None:
        """Return the value of a page number or offset, or None if none is sent.

        Raises:
            SDKError: If the value is not an integer.
        """
        value = self.given(parameter)
        try:
            return None if value is None else int(str(value).removesuffix(".0"))
        except ValueError:
            raise SDKError(
                f"{self.operation.method} {self.operation.path}: cannot determine the "
                f"next page after {parameter}={value!r}, which is not an integer."
            ) from None

    def after_step(self, step: Step, detector: CycleDetector) -> PageRequest[T, D]:
        """Return the request for the next page.

        Apart from the step, it has the same arguments and options as this request.

        Args:
            step: The change that leads to the next page.
            detector: State of the cycle detection, including the next page.
        """
        changed = replace(
            self,
            options=_without(self.options, step.parameter),
            link="",
            detector=detector,
        )
        if not step.parameter:
            return replace(changed, link=str(step.value))
        paging, given = self.operation.paging, self.arguments
        change: Mapping[str, object] = {step.parameter: step.value}
        passed = _mapping(given.body if paging.in_body else given.query)
        if paging.holder:
            held = _mapping(passed.get(paging.holder))
            change = {paging.holder: {**held, **change}}
        if paging.in_body:
            given = given._replace(body={**passed, **change})
        else:
            given = given._replace(query={**passed, **change})
        return replace(changed, arguments=given)


def _mapping(value: object) -> Mapping[str, object]:
    """Return an object that was passed as an argument as a mapping by wire names."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def _without(options: Options | None, parameter: str) -> Options | None:
    """Return the options for the next page.

    The idempotency key is removed, because it identifies the request for one page.
    Values of the parameter that selects the page are removed as well.
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
