"""The `client.jobs` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    ANY,
    AsyncResource,
    ListOf,
    Omit,
    Operation,
    Options,
    Resource,
    omit,
)

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from .. import models

_LIST: Operation[builtins.list[models.Job]] = Operation(
    "GET", "/jobs", returns=ListOf("Job"), errors={"default": "Error"}
)
_CREATE: Operation[models.Job | models.Ticket] = Operation(
    "POST",
    "/jobs",
    returns={"200": "Job", "202": "Ticket"},
    errors={"400": "Error", "409": "Conflict"},
    body="application/json",
    body_required=True,
)
_RETRIEVE: Operation[models.Job] = Operation("GET", "/jobs/{id}", returns="Job")
_DELETE: Operation[None] = Operation("DELETE", "/jobs/{id}")
_HEAD: Operation[None] = Operation("HEAD", "/jobs/{id}")
_LOG: Operation[Any] = Operation("GET", "/jobs/{id}/log", returns=ANY)


class Jobs(Resource):
    """Jobs: `list`, `create`, `retrieve`, `delete`, `head` and `log`."""

    def list(self, *, options: Options | None = None) -> builtins.list[models.Job]:
        """Call `GET /jobs`.

        Returns:
            Jobs.
        """
        return self._client.request(_LIST, options=options)

    def create(
        self,
        *,
        name: str,
        state: models.JobState | Omit = omit,
        options: Options | None = None,
    ) -> models.Job | models.Ticket:
        """Call `POST /jobs`.

        Returns:
            200: The job ran at once.

            202: The job waits.

        Raises:
            BadRequestError: What went wrong.
            ConflictError: Another job of this name runs.
        """
        return self._client.request(
            _CREATE, body={"name": name, "state": state}, options=options
        )

    def retrieve(self, id: str, *, options: Options | None = None) -> models.Job:
        """Call `GET /jobs/{id}`.

        Returns:
            The job.
        """
        return self._client.request(_RETRIEVE, path={"id": id}, options=options)

    def delete(self, id: str, *, options: Options | None = None) -> None:
        """Call `DELETE /jobs/{id}`.

        Returns:
            Gone.

        Raises:
            NotFoundError: There is no such job.
        """
        return self._client.request(_DELETE, path={"id": id}, options=options)

    def head(self, id: str, *, options: Options | None = None) -> None:
        """Call `HEAD /jobs/{id}`."""
        return self._client.request(_HEAD, path={"id": id}, options=options)

    def log(self, id: str, *, options: Options | None = None) -> Any:
        """Call `GET /jobs/{id}/log`.

        Returns:
            The log. Decoded JSON of any type; None if the body is empty.

        Raises:
            APIStatusError: 4XX: Any fault of the caller.
        """
        return self._client.request(_LOG, path={"id": id}, options=options)


class AsyncJobs(AsyncResource):
    """Asynchronous version of `Jobs`."""

    async def list(
        self, *, options: Options | None = None
    ) -> builtins.list[models.Job]:
        """Call `GET /jobs`: see `Jobs.list`."""
        return await self._client.request(_LIST, options=options)

    async def create(
        self,
        *,
        name: str,
        state: models.JobState | Omit = omit,
        options: Options | None = None,
    ) -> models.Job | models.Ticket:
        """Call `POST /jobs`: see `Jobs.create`."""
        return await self._client.request(
            _CREATE, body={"name": name, "state": state}, options=options
        )

    async def retrieve(self, id: str, *, options: Options | None = None) -> models.Job:
        """Call `GET /jobs/{id}`: see `Jobs.retrieve`."""
        return await self._client.request(_RETRIEVE, path={"id": id}, options=options)

    async def delete(self, id: str, *, options: Options | None = None) -> None:
        """Call `DELETE /jobs/{id}`: see `Jobs.delete`."""
        return await self._client.request(_DELETE, path={"id": id}, options=options)

    async def head(self, id: str, *, options: Options | None = None) -> None:
        """Call `HEAD /jobs/{id}`: see `Jobs.head`."""
        return await self._client.request(_HEAD, path={"id": id}, options=options)

    async def log(self, id: str, *, options: Options | None = None) -> Any:
        """Call `GET /jobs/{id}/log`: see `Jobs.log`."""
        return await self._client.request(_LOG, path={"id": id}, options=options)
