"""The `client.jobs.log` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import ANY, AsyncResource, Operation, Options, Resource

if TYPE_CHECKING:
    from typing import Any

_RETRIEVE: Operation[Any] = Operation("GET", "/jobs/{id}/log", returns=ANY)


class JobsLog(Resource):
    """Log: `retrieve`."""

    def retrieve(self, id: str, *, options: Options | None = None) -> Any:
        """Call `GET /jobs/{id}/log`.

        Returns:
            The log. Decoded JSON of any type; None if the body is empty.

        Raises:
            APIStatusError: 4XX: Any fault of the caller.
        """
        return self._client.request(_RETRIEVE, path={"id": id}, options=options)


class AsyncJobsLog(AsyncResource):
    """Asynchronous version of `JobsLog`."""

    async def retrieve(self, id: str, *, options: Options | None = None) -> Any:
        """Call `GET /jobs/{id}/log`: see `JobsLog.retrieve`."""
        return await self._client.request(_RETRIEVE, path={"id": id}, options=options)
