"""Methods of operations: signature, data, documentation and sample call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ...text.pysource import (
    Code,
    code,
    identifier,
    literal,
)
from ..content.bodies import plan_body
from ..content.media_types import (
    Reading,
    error_answers,
    success_answers,
)
from ..content.paths import path_text
from ..content.streams import Framing
from ..docs.docstrings import describe_operation
from ..naming.reserved import (
    CLIENT_MODULE,
    RESOURCE_MODULE,
)
from ..package import (
    ArgumentView,
    ImportsView,
    MethodView,
)
from ..paging.detection import find_paging
from ..types.imports import ModuleImports
from ..types.responses import ReceivedTypes
from .data import OperationWriter
from .paged import (
    PAGINATE,
    write_pages,
)
from .signature import plan_signature
from .streamed import (
    OPEN_STREAM,
    write_stream,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..content.media_types import Answer
    from ..naming.resources import (
        NamedOperation,
        Resource,
    )
    from ..package import DocView
    from ..paging.data import Paging
    from ..smoke.calls import SmokePlanner
    from ..types.library import TypeLibrary


class PlannedMethods(Struct, frozen=True):
    """The methods of one class, with the imports that their module needs."""

    methods: tuple[MethodView, ...]
    imports: ImportsView
    runtime_names: tuple[Code, ...]


def plan_methods(
    library: TypeLibrary, resource: Resource, smoke: SmokePlanner
) -> PlannedMethods:
    """Return the methods of a resource or of the client."""
    taken = RESOURCE_MODULE if resource.chain else CLIENT_MODULE
    planner = _MethodPlanner.start(library, smoke, resource, taken)
    methods = planner.plan_all(resource)
    if contested := planner.typed.contested(beside=planner.live):
        planner = _MethodPlanner.start(library, smoke, resource, taken | contested)
        methods = planner.plan_all(resource)
    live = planner.live.view()
    typed = planner.typed.view(beside=planner.live)
    runtime = {*planner.typed.runtime_names(), *planner.live.runtime_names()}
    return PlannedMethods(
        methods,
        ImportsView(standard=live.standard, own=live.own, typing_only=typed),
        tuple(sorted(runtime)),
    )


def _with_note(doc: DocView, note: str) -> DocView:
    return replace(doc, body="\n\n".join(filter(None, [note, doc.body])))


class _MethodPlanner(Struct, frozen=True):
    """Planner of the methods of one module.

    Attributes:
        library: The types, with the modules that define them.
        smoke: Planner of the sample calls.
        typed: Imports needed by annotations.
        live: Imports needed at run time.
    """

    library: TypeLibrary
    smoke: SmokePlanner
    typed: ModuleImports
    live: ModuleImports

    @classmethod
    def start(
        cls,
        library: TypeLibrary,
        smoke: SmokePlanner,
        resource: Resource,
        taken: Collection[str],
    ) -> _MethodPlanner:
        """Return a planner for a module in which the given names are taken."""
        shadowed = {item.name for item in resource.operations}
        shadowed |= {child.attribute for child in resource.children}
        folder = "resources" if resource.chain else ""
        typed = ModuleImports(folder, shadowed, taken)
        return cls(library, smoke, typed, live=ModuleImports(folder))

    def plan_all(self, resource: Resource) -> tuple[MethodView, ...]:
        """Return the methods of a resource."""
        return tuple(self.plan(resource, item) for item in resource.operations)

    def plan(self, resource: Resource, item: NamedOperation) -> MethodView:
        api, operation = self.library.api, item.operation
        body = plan_body(api, operation)
        successes = success_answers(api, operation)
        failures = error_answers(api, operation)
        paging = find_paging(api, operation)
        call = plan_signature(self.library, operation, body, self.typed)
        arguments = [argument.view for argument in (*call.positional, *call.keywords)]
        options = self._options()
        data = OperationWriter(self.library, self.live)
        view = MethodView(
            name=identifier(item.name),
            constant=identifier(f"_{item.name.upper()}"),
            http_method=literal(operation.method),
            path=literal(path_text(operation.path)),
            operation=data.entries(operation, body, successes, failures),
            positional=tuple(argument.view for argument in call.positional),
            keywords=(*(argument.view for argument in call.keywords), options),
            passes=call.passes(),
            returns=self._returns(successes),
            doc=_with_note(
                describe_operation(operation, arguments, successes, failures),
                item.variant,
            ),
            deprecated=operation.deprecated,
            smoke=self.smoke.plan(resource.chain, item.name, operation, call, paging),
            pointer=operation.pointer,
        )
        if any(item.items is not None for item in successes):
            return self._with_stream(view)
        return self._with_pages(view, paging) if paging else view

    def _with_stream(self, view: MethodView) -> MethodView:
        made = write_stream(self.typed, view.returns)
        return replace(
            view,
            call=OPEN_STREAM,
            operation_types=view.returns,
            returns=made.returns,
            awaited_returns=made.awaited_returns,
            streams=True,
        )

    def _with_pages(self, view: MethodView, paging: Paging) -> MethodView:
        made = write_pages(self.library, self.typed, self.live, paging, view.returns)
        return replace(
            view,
            call=PAGINATE,
            operation=(*view.operation, made.entry),
            operation_class=made.operation_class,
            operation_types=made.operation_types,
            returns=made.returns,
            async_returns=made.async_returns,
            pages=str(paging.kind),
        )

    def _options(self) -> ArgumentView:
        options = self.typed.runtime("Options")
        return ArgumentView(
            code("options"),
            code("{options} | None", options=options),
            code("None"),
        )

    def _returns(self, successes: Sequence[Answer]) -> Code:
        types = ReceivedTypes(self.library, self.typed)
        mark = self.typed.mark()
        parts: list[Code] = []
        nullable = False
        streams = [item for item in successes if item.items is not None]
        for answer in streams or successes:
            match answer.reading:
                case Reading.NOTHING:
                    parts.append(code("None"))
                case Reading.TEXT:
                    parts.append(self.typed.builtin("str"))
                case Reading.BYTES:
                    parts.append(self.typed.builtin("bytes"))
                case Reading.JSON | Reading.STREAM:
                    type_id = answer.described
                    parts += (
                        [self._undescribed(types, answer)]
                        if type_id is None
                        else types.parts(type_id)
                    )
                    nullable = nullable or answer.nullable
        return types.united(parts, mark, nullable=nullable)

    def _undescribed(self, types: ReceivedTypes, answer: Answer) -> Code:
        if answer.items and answer.items.framing is Framing.EVENT_DATA:
            return self.typed.runtime("ServerSentEvent")
        return types.unknown()
