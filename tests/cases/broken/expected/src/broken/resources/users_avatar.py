"""The `client.users.avatar` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Options, Resource

_DELETE: Operation[None] = Operation("DELETE", "/users/{id}/avatar")


class UsersAvatar(Resource):
    """Avatar: `delete`."""

    def delete(self, id: str, *, options: Options | None = None) -> None:
        """Call `DELETE /users/{id}/avatar`.

        Returns:
            Gone.
        """
        return self._client.request(_DELETE, path={"id": id}, options=options)


class AsyncUsersAvatar(AsyncResource):
    """Asynchronous version of `UsersAvatar`."""

    async def delete(self, id: str, *, options: Options | None = None) -> None:
        """Call `DELETE /users/{id}/avatar`: see `UsersAvatar.delete`."""
        return await self._client.request(_DELETE, path={"id": id}, options=options)
