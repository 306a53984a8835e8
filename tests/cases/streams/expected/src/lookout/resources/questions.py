"""The `client.questions` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    AsyncStream,
    Omit,
    Operation,
    Options,
    Resource,
    Stream,
    omit,
)

if TYPE_CHECKING:
    from .. import models

_ASK: Operation[models.Answer] = Operation(
    "POST", "/questions", returns="Answer", body="application/json", body_required=True
)
_ASK_AS_STREAM: Operation[models.Word] = Operation(
    "POST",
    "/questions",
    returns="Word",
    body="application/json",
    body_required=True,
    accept="text/event-stream",
    stream="sse",
)


class Questions(Resource):
    """Questions: `ask` and `ask_as_stream`."""

    def ask(
        self, *, text: str, stream: bool | Omit = omit, options: Options | None = None
    ) -> models.Answer:
        """Ask the keeper.

        Args:
            stream: Whether the answer comes word by word. Default: `false`.
        """
        return self._client.request(
            _ASK, body={"text": text, "stream": stream}, options=options
        )

    def ask_as_stream(
        self, *, text: str, stream: bool | Omit = True, options: Options | None = None
    ) -> Stream[models.Word]:
        """Ask the keeper.

        Same as `ask`, but returns the response as `text/event-stream`.

        Args:
            stream: Whether the answer comes word by word.
        """
        return self._client.open_stream(
            _ASK_AS_STREAM, body={"text": text, "stream": stream}, options=options
        )


class AsyncQuestions(AsyncResource):
    """Asynchronous version of `Questions`."""

    async def ask(
        self, *, text: str, stream: bool | Omit = omit, options: Options | None = None
    ) -> models.Answer:
        """Ask the keeper: see `Questions.ask`."""
        return await self._client.request(
            _ASK, body={"text": text, "stream": stream}, options=options
        )

    async def ask_as_stream(
        self, *, text: str, stream: bool | Omit = True, options: Options | None = None
    ) -> AsyncStream[models.Word]:
        """Ask the keeper: see `Questions.ask_as_stream`."""
        return await self._client.open_stream(
            _ASK_AS_STREAM, body={"text": text, "stream": stream}, options=options
        )
