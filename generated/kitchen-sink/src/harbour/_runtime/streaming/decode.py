"""Decoding of stream items to Python values, without I/O."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

from pydantic import ValidationError

from ..errors import APIStreamError
from ..response.decode import Decoder, Received
from ..response.error_body import find_code, find_message, shorten
from ..response.references import ANY
from ..response.types import find_adapter
from ..response.validation import validate
from .sse import ServerSentEvent

if TYPE_CHECKING:
    import httpx2

    from ..response.references import TypeRef
    from ..response.validation import ResponseValidation
    from ..transport.call import Call
    from .framing import Frame

DONE: Final = b"[DONE]"
"""Data that ends a stream in the convention of the OpenAI API. It is not an item."""


class EventDecoder:
    """Decoder of the items in one response."""

    def __init__(
        self, call: Call, response: httpx2.Response, *, has_events: bool
    ) -> None:
        """Create a decoder.

        Args:
            call: The call, whose operation defines the type of an item.
            response: The response.
            has_events: Whether the response contains server-sent events, not JSON.
        """
        self._call = call
        self._response = response
        self._has_events = has_events
        self._validation: ResponseValidation = call.limits.response_validation
        returns = call.find_return_type(response.status_code)
        self._ref: TypeRef = ANY if returns is None else returns
        self.is_raw = has_events and self._ref is ServerSentEvent
        if not has_events and self._ref is ServerSentEvent:
            self._ref = ANY

    def decode(self, frame: Frame, number: int) -> object:
        """Return a decoded item.

        Args:
            frame: The item as received.
            number: The number of the item in the stream, for messages.

        Raises:
            APIDecodeError: If the item cannot be decoded as its documented type, or
                does not match it in strict validation.
            APIStreamError: If the API reports an error instead of an item.
        """
        if self.is_raw:
            return to_event(frame)
        if not self._has_events:
            return self._decode_json(frame, number)
        if self._call.operation.stream == "sse-event":
            return self._decode_whole(frame, number)
        return self._decode_data(frame, number)

    def report(self, frame: Frame, number: int, problem: str) -> None:
        """Report an unexpected item; see `Decoder.report`.

        Args:
            frame: The item as received.
            number: The number of the item in the stream, for messages.
            problem: What was received, as a noun phrase for the message.

        Raises:
            APIDecodeError: In strict validation.
        """
        self._make_decoder(frame.data, number).report(problem)

    def _decode_json(self, frame: Frame, number: int) -> object:
        adapter = find_adapter(self._ref, self._call.models)
        try:
            return validate(adapter, frame.data, self._validation)
        except ValidationError:
            self._raise_error_object(frame)
            return self._make_decoder(frame.data, number).decode_json(self._ref)

    def _decode_data(self, frame: Frame, number: int) -> object:
        """Return the data of an event, decoded as JSON unless its type is a string."""
        if frame.event == "error":
            raise self._stream_error(frame, _parse(frame.data))
        if self._ref is str:
            return frame.data.decode("utf-8", "replace")
        if self._ref is ANY:
            try:
                value: object = json.loads(frame.data)
            except (ValueError, RecursionError):
                return frame.data.decode("utf-8", "replace")
            return value
        return self._decode_json(frame, number)

    def _decode_whole(self, frame: Frame, number: int) -> object:
        """Return an event as an object (OpenAPI 3.2, section 4.14.3.2).

        According to OpenAPI, `data` is a string. Some documents define the type of the
        JSON in that string instead; the only way to find out is to validate. Data that
        looks like an object or array is validated as JSON first and as a string second,
        other data in the reverse order. Finally, the data is validated as the whole
        event, because some servers send such an object as the data.
        """
        adapter = find_adapter(self._ref, self._call.models)
        text = json.dumps(frame.data.decode("utf-8", "replace")).encode()
        is_json = frame.data[:1] in {b"{", b"["}
        datas = (frame.data, text) if is_json else (text, frame.data)
        for whole in (*(_to_object(frame, data) for data in datas), frame.data):
            try:
                return validate(adapter, whole, self._validation)
            except ValidationError:
                continue
        data = text if isinstance(_parse(frame.data), str) else frame.data
        return self._make_decoder(_to_object(frame, data), number).decode_json(
            self._ref
        )

    def _raise_error_object(self, frame: Frame) -> None:
        """Raise if an object that does not match its type has a property `error`.

        Raises:
            APIStreamError: If it has.
        """
        body = _parse(frame.data)
        if isinstance(body, dict) and cast("dict[str, object]", body).get("error"):
            raise self._stream_error(frame, cast("object", body))

    def _stream_error(self, frame: Frame, body: object) -> APIStreamError:
        message = find_message(body) or shorten(frame.data.decode("utf-8", "replace"))
        return APIStreamError(
            f"{self._call.prepared.describe()} returned an error within the stream"
            + (f": {message}" if message else ""),
            status_code=self._response.status_code,
            headers=self._response.headers,
            body=body,
            code=find_code(body),
        )

    def _make_decoder(self, content: bytes, number: int) -> Decoder:
        return Decoder(
            Received(
                self._response.status_code,
                self._response.headers,
                content,
                charset="utf-8",
                place=f"item {number} of the stream",
            ),
            self._call.prepared,
            self._validation,
            self._call.models,
            self._call.operation,
        )


def to_event(frame: Frame) -> ServerSentEvent:
    """Return a frame as a public event."""
    text = frame.data.decode("utf-8", "replace")
    return ServerSentEvent(text, frame.event or "message", frame.id, frame.retry)


def _parse(data: bytes) -> object:
    """Return data decoded as JSON; a string if it is not JSON."""
    text = data.decode("utf-8", "replace")
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value


def _to_object(frame: Frame, data: bytes) -> bytes:
    """Return an event as a JSON object, given its data as JSON."""
    named = {"event": frame.event, "id": frame.id, "retry": frame.retry}
    fields = {name: value for name, value in named.items() if value not in {"", None}}
    head = json.dumps(fields)[:-1].encode()
    return b'%s%s"data":%s}' % (head, b"," if fields else b"", data)
