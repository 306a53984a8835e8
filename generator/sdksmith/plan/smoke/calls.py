"""Sample calls, with the request they must send and a sample response."""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from msgspec import Struct

from ...json_data import array_of
from ...model.api import PathText, Place
from ...text.pysource import Code, identifier, join, literal
from ...text.urls import path_of
from ..content.bodies import BodyKind
from ..content.formats import is_json
from ..content.media_types import Reading, success_responses
from ..content.servers import server_url
from ..expressions import Call, Keyword, ListDisplay
from ..naming.resources import CALL
from ..package import SampleResponseView, SmokeView
from ..paging.pointers import value_at
from ..samples.build import plan_sample
from ..samples.values import SampleTooLargeError
from .expected import SampleArgument, expected_body, expected_parameters
from .source import path_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...json_data import JsonObject, JsonValue
    from ...model.api import Operation, Parameter, PathSlot
    from ...model.types import TypeId
    from ..content.bodies import BodyPlan
    from ..content.media_types import PlannedResponse
    from ..expressions import Expression
    from ..operations.signature import Argument, Signature
    from ..paging.data import Paging
    from ..samples.values import Sample, SampleMaker
    from ..types.library import TypeLibrary

_LONGEST: Final = 20_000
"""Maximum length of a JSON response; longer ones would bloat the tests."""


class SmokePlanner(Struct, frozen=True):
    """Planner for sample calls.

    Attributes:
        base_url: Default base URL of the client; empty if it has no default.
        sent: Generator of the values of arguments.
        received: Generator of responses.
        thorough: Whether arguments that are not required are passed as well.
    """

    library: TypeLibrary
    base_url: str
    sent: SampleMaker
    received: SampleMaker
    thorough: bool = False

    def plan(
        self,
        chain: tuple[str, ...],
        name: str,
        operation: Operation,
        call: Signature,
        paging: Paging | None = None,
    ) -> SmokeView:
        """Return the sample call of a method.

        Only required arguments are passed unless `thorough` is true. If the samples of
        the arguments would be too large, the call has none and is not tested.

        Args:
            chain: The attributes that lead to the method.
            name: The name of the method.
            operation: The operation that the method calls.
            call: The signature of the method.
            paging: The pagination of the operation, if it returns pages.
        """
        try:
            given = self._given(operation, call)
        except SampleTooLargeError:
            return _untested(chain, name, operation)
        successes = success_responses(self.library.api, operation)
        streams = [item for item in successes if item.items is not None]
        success = (streams or successes)[0]
        response = self._response(".".join((*chain, name)), operation, success)
        expected: JsonObject = {
            **expected_parameters(operation, given),
            **expected_body(call.body, given),
        }
        if success.status.isdecimal() and success.status != "200":
            expected["status"] = int(success.status)
        if response is not None:
            expected["response"] = response.name
            if paging is not None:
                items = value_at(json.loads(response.json), paging.items.pointer)
                expected["items"] = len(array_of(items))
        elif success.reading is Reading.TEXT:
            expected["text"] = "x"
        if success.items is not None:
            expected["stream"] = str(success.items.framing)
        return SmokeView(
            name=identifier("_".join((*chain, name))),
            call=_call(_function(chain, name), call, given),
            method=operation.method,
            path=self._path(operation, given),
            expected=literal(expected),
            response=response,
        )

    def _given(self, operation: Operation, call: Signature) -> list[SampleArgument]:
        """Return the arguments of the call, positional arguments first."""
        body = _BodyParts(call.body, self.sent, is_wanted=self._wants_body(call))
        given: list[SampleArgument] = []
        hints = _hints(operation)
        for item in (*call.positional, *call.keywords):
            is_wanted = item.required or (self.thorough and not item.view.deprecated)
            if item.place == "body":
                sample = body.sample_of(item)
                if sample is not None:
                    source = plan_sample(self.library, sample)
                    given.append(_sample_argument(item, source, sample, call.body))
                elif item.sent is not None:
                    given.append(SampleArgument(item, None, item.sent))
                elif is_wanted and not item.wire and call.body is not None:
                    source, value = _BODIES[call.body.kind]
                    given.append(SampleArgument(item, source, value))
            elif is_wanted and item.type is not None:
                in_path = item.place == "path"
                wanted = hints.get((item.wire, str(item.place)), ())
                made = self.sent.make(item.type, wanted, in_path=in_path)
                source = plan_sample(self.library, made)
                given.append(SampleArgument(item, source, made.value))
            elif item.sent is not None:
                given.append(SampleArgument(item, None, item.sent))
        return given

    def _wants_body(self, call: Signature) -> bool:
        if call.body is None:
            return False
        needed = any(item.required for item in call.keywords if item.place == "body")
        return needed or call.body.required or self.thorough

    def _base_path(self, operation: Operation) -> str:
        if not operation.servers:
            return path_of(self.base_url)
        own = server_url(operation.servers[0])
        if own.startswith("/") or "://" in own:
            return path_of(own)
        # Relative to the base URL, as in the runtime.
        return posixpath.normpath(f"{path_of(self.base_url).rstrip('/')}/{own}")

    def _path(self, operation: Operation, given: list[SampleArgument]) -> str:
        base = self._base_path(operation).rstrip("/")
        parameters = {
            item.name: item for item in operation.parameters if item.place is Place.PATH
        }
        values = {
            item.argument.wire: item.value
            for item in given
            if item.argument.place == "path"
        }
        segments = [
            "".join(
                (
                    unquote(part.text)
                    if isinstance(part, PathText)
                    else _slot(part, parameters, values)
                )
                for part in segment
            )
            for segment in operation.path.segments
        ]
        return _without_dots(unquote(base) + "/" + "/".join(segments))

    def _response(
        self, name: str, operation: Operation, success: PlannedResponse
    ) -> SampleResponseView | None:
        """Return a sample of the success response, if that is JSON with a schema."""
        if success.reading not in {Reading.JSON, Reading.STREAM}:
            return None
        if success.described is None or not self.received.is_finite(success.described):
            return None
        hints = [
            example
            for response in operation.responses
            if response.status == success.status
            for content in response.contents
            if is_json(content.media_type) and success.items is None
            for example in content.examples
        ]
        try:
            text = json.dumps(self.received.make(success.described, hints).value)
        except SampleTooLargeError:
            return None
        return SampleResponseView(name, text) if len(text) <= _LONGEST else None


def _untested(chain: tuple[str, ...], name: str, operation: Operation) -> SmokeView:
    """Return the call of a method without arguments, for examples only."""
    return SmokeView(
        name=identifier("_".join((*chain, name))),
        call=Call(_function(chain, name), (Code("..."),)),
        method=operation.method,
        path="",
        is_tested=False,
    )


def _function(chain: tuple[str, ...], name: str) -> Code:
    """Return the expression of a method, or of the resource for `__call__`."""
    parts = chain if name == CALL else (*chain, name)
    return join(".", map(identifier, parts))


def _call(function: Code, call: Signature, given: Sequence[SampleArgument]) -> Call:
    values = {
        item.argument.name: item.source for item in given if item.source is not None
    }
    return Call(
        function,
        tuple(values[item.name] for item in call.positional if item.name in values),
        tuple(
            Keyword(item.name, values[item.name])
            for item in call.keywords
            if item.name in values
        ),
    )


def _sample_argument(
    argument: Argument, source: Expression, sample: Sample, body: BodyPlan | None
) -> SampleArgument:
    if body is None or body.kind is not BodyKind.ITEMS:
        return SampleArgument(argument, source, sample.value)
    return SampleArgument(argument, ListDisplay((source,)), [sample.value])


def _without_dots(path: str) -> str:
    """Return a path as it is sent, without `.` and `..` (RFC 3986, section 5.2.4)."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[max(1, len(kept) - 1) :]
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept) or "/"


def _slot(
    slot: PathSlot, parameters: dict[str, Parameter], values: dict[str, JsonValue]
) -> str:
    parameter = parameters.get(slot.name)
    if parameter is None or slot.name not in values:
        return "x"
    return path_text(parameter, values[slot.name])


def _hints(operation: Operation) -> dict[tuple[str, str], list[JsonValue]]:
    """Return the values that the document specifies for each parameter."""
    hints: dict[tuple[str, str], list[JsonValue]] = {}
    for item in operation.parameters:
        default = [] if item.default is None else [item.default]
        hints.setdefault((item.name, str(item.place)), [*item.examples, *default])
    return hints


_BODIES: Final[dict[BodyKind, tuple[Expression, JsonValue]]] = {
    BodyKind.OBJECT: (literal({"x": "x"}), {"x": "x"}),
    BodyKind.WHOLE: (literal({"x": "x"}), {"x": "x"}),
    BodyKind.FIELDS: (literal({}), {}),
    BodyKind.TEXT: (literal("x"), "x"),
    BodyKind.FILE: (literal(b"x"), "x"),
    BodyKind.ITEMS: (literal([]), []),
}


def _body_type(body: BodyPlan | None) -> TypeId | None:
    if body is None:
        return None
    return body.content.type if body.type is None else body.type


class _BodyParts:
    """Sample body, split into the arguments that pass it."""

    def __init__(
        self, body: BodyPlan | None, maker: SampleMaker, *, is_wanted: bool
    ) -> None:
        self._parts: dict[str, Sample] = {}
        self._whole: Sample | None = None
        type_id = _body_type(body)
        if body is None or type_id is None or not is_wanted:
            return
        if body.kind is BodyKind.FIELDS:
            sample = maker.make(type_id, body.content.examples)
            self._parts = {part.key: part.sample for part in sample.parts}
        elif body.kind in {BodyKind.WHOLE, BodyKind.ITEMS}:
            self._whole = maker.make(type_id, body.content.examples)

    def sample_of(self, item: Argument) -> Sample | None:
        """Return the sample of an argument that belongs to the body, if it has one."""
        return self._parts.get(item.wire) if item.wire else self._whole
