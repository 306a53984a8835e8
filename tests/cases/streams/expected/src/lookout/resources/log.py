"""The `client.log` resource."""

from __future__ import annotations

from .._runtime import (
    AsyncResource,
    AsyncStream,
    Operation,
    Options,
    Resource,
    ServerSentEvent,
    Stream,
)

_RETRIEVE: Operation[ServerSentEvent] = Operation(
    "GET", "/log", returns=ServerSentEvent, accept="text/event-stream", stream="sse"
)


class Log(Resource):
    """Log: `retrieve`."""

    def retrieve(self, *, options: Options | None = None) -> Stream[ServerSentEvent]:
        """Read the log, as text or while it is written.

        Returns:
            The log.
        """
        return self._client.open_stream(_RETRIEVE, options=options)


class AsyncLog(AsyncResource):
    """Asynchronous version of `Log`."""

    async def retrieve(
        self, *, options: Options | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """Read the log, as text or while it is written: see `Log.retrieve`."""
        return await self._client.open_stream(_RETRIEVE, options=options)
