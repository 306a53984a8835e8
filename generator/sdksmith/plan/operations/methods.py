"""Methods of operations: signature, data, documentation and sample call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ...model.released_names import join_key
from ...text.pysource import identifier
from ..content.bodies import plan_body
from ..content.media_types import Reading, error_responses, success_responses
from ..content.paths import path_text
from ..content.streams import Framing
from ..docs.docstrings import describe_operation
from ..expressions import BYTES, NONE, STR, optional
from ..naming.kept.released import ScopedNames
from ..naming.resources import CALL
from ..package import ArgumentView, MethodView
from ..paging.detection import find_paging
from ..runtime import runtime
from ..types.requests import SentTypes
from ..types.responses import ReceivedTypes
from .data import OperationPlanner
from .drafts import RequestTypes
from .paged import PAGINATE, plan_pages
from .signature import plan_signature
from .streamed import OPEN_STREAM, plan_stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model.api import Operation
    from ...model.released_names import ReleasedNames
    from ...report.budget import Budget
    from ...text.pysource import Code
    from ..content.media_types import PlannedResponse
    from ..expressions import Expression
    from ..naming.resources import NamedOperation, Resource
    from ..package import DocView
    from ..paging.data import Paging
    from ..smoke.calls import SmokePlanner
    from ..types.formats import ShapePlanner
    from ..types.library import TypeLibrary


_OPTIONS: Final = ArgumentView(
    identifier("options"), optional(runtime("Options")), NONE
)


def _data_name(resource: Resource, item: NamedOperation) -> str:
    """Return the name of the method whose data an operation uses.

    A resource that can be called usually has a method for the same operation. If it has
    none, the name ends in an underscore, as no other except for keywords does.
    """
    if item.name != CALL:
        return item.name
    same = (x.name for x in resource.operations if x.operation is item.operation)
    return next(same, "call_")


def _constant(name: str) -> Code:
    return identifier(f"_{name.upper()}")


def _with_notes(doc: DocView, item: NamedOperation) -> DocView:
    body = "\n\n".join(filter(None, [item.variant, doc.body]))
    if not item.current:
        return replace(doc, body=body)
    return replace(doc, body=body, deprecated=f"the method is now `{item.current}`.")


def _count_repeated(operation: Operation) -> int:
    """Return the number of elements that the methods for alternatives each have."""
    contents = [
        content for response in operation.responses for content in response.contents
    ]
    sent = operation.body.contents if operation.body else ()
    examples = sum(len(content.examples) for content in contents)
    return len(sent) + len(operation.responses) + examples


class MethodPlanner:
    """Planner of methods."""

    def __init__(
        self,
        library: TypeLibrary,
        shapes: ShapePlanner,
        smoke: SmokePlanner,
        budget: Budget,
        released: ReleasedNames,
    ) -> None:
        """Initialize the planner.

        Args:
            library: The types, with the modules that define them.
            shapes: Planner of the shapes of arguments.
            smoke: Planner of the sample calls.
            budget: Remaining work, which arguments and their documentation spend.
            released: Names to keep.
        """
        self.arguments: dict[str, str] = {}
        """Keys and names of the arguments of all methods planned so far."""
        self._released = ScopedNames(released.arguments)
        self._api = library.api
        self._smoke = smoke
        self._budget = budget
        self._data = OperationPlanner(library, shapes)
        self._received = ReceivedTypes(library, evaluated=False)
        self._sent = RequestTypes(SentTypes(library), SentTypes(library, files=True))

    def plan_methods(self, resource: Resource) -> tuple[MethodView, ...]:
        """Return the methods of a resource or of the client, `__call__` first."""
        called = (resource.call,) if resource.call else ()
        return tuple(
            self._plan(resource, item) for item in (*called, *resource.operations)
        )

    def _plan(self, resource: Resource, item: NamedOperation) -> MethodView:
        api, operation = self._api, item.operation
        body = plan_body(api, operation)
        successes = success_responses(api, operation)
        failures = error_responses(api, operation)
        paging = find_paging(api, operation)
        call = plan_signature(self._sent, operation, body, item.key, self._released)
        arguments = [argument.view for argument in (*call.positional, *call.keywords)]
        self.arguments |= {
            join_key(item.key, argument.key): argument.name
            for argument in (*call.positional, *call.keywords)
        }
        count = len(arguments) + (_count_repeated(operation) if item.variant else 0)
        self._budget.spend_nodes(count, operation.pointer)
        texts = (operation.description, *(view.description for view in arguments))
        self._budget.spend_bytes(sum(map(len, texts)), operation.pointer)
        view = MethodView(
            name=identifier(item.name),
            constant=_constant(_data_name(resource, item)),
            http_method=operation.method,
            path=path_text(operation.path),
            operation=self._data.entries(operation, body, successes, failures),
            positional=tuple(argument.view for argument in call.positional),
            keywords=(*(argument.view for argument in call.keywords), _OPTIONS),
            passed=call.passed(),
            returns=self._returns(successes),
            doc=_with_notes(
                describe_operation(
                    operation,
                    arguments,
                    successes,
                    failures,
                    paged=paging is not None,
                ),
                item,
            ),
            deprecated=operation.deprecated or bool(item.current),
            smoke=self._smoke.plan(resource.chain, item.name, operation, call, paging),
            pointer=operation.pointer,
        )
        if any(item.items is not None for item in successes):
            return self._with_stream(view)
        return self._with_pages(view, paging) if paging else view

    def _with_stream(self, view: MethodView) -> MethodView:
        made = plan_stream(view.returns)
        return replace(
            view,
            call=OPEN_STREAM,
            operation_types=(view.returns,),
            returns=made.returns,
            awaited_returns=made.awaited_returns,
            streams=True,
        )

    def _with_pages(self, view: MethodView, paging: Paging) -> MethodView:
        made = plan_pages(self._received, paging, view.returns)
        return replace(
            view,
            call=PAGINATE,
            operation=(*view.operation, made.keyword),
            operation_class=made.operation_class,
            operation_types=made.operation_types,
            returns=made.returns,
            async_returns=made.async_returns,
            pages=str(paging.kind),
        )

    def _returns(self, successes: Sequence[PlannedResponse]) -> Expression:
        parts: list[Expression] = []
        nullable = False
        streams = [item for item in successes if item.items is not None]
        for response in streams or successes:
            match response.reading:
                case Reading.NOTHING:
                    parts.append(NONE)
                case Reading.TEXT:
                    parts.append(STR)
                case Reading.BYTES:
                    parts.append(BYTES)
                case Reading.JSON | Reading.STREAM:
                    type_id = response.described
                    parts += (
                        [self._undescribed(response)]
                        if type_id is None
                        else self._received.parts(type_id)
                    )
                    nullable = nullable or response.nullable
        return self._received.united(parts, nullable=nullable)

    def _undescribed(self, response: PlannedResponse) -> Expression:
        if response.items and response.items.framing is Framing.EVENT_DATA:
            return runtime("ServerSentEvent")
        return self._received.unknown()
