"""The `client.notices` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import ANY, AsyncResource, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from typing import Any

_CREATE: Operation[Any] = Operation(
    "POST",
    "/notices",
    returns=ANY,
    body="text/plain",
    security=(("bearer",), ("login",)),
    base_url="https://notices.harbour.example",
)
_CLEAR: Operation[Any] = Operation("DELETE", "/notices", returns=ANY, security=())


class Notices(Resource):
    """Notices: `create` and `clear`."""

    def create(
        self, *, body: str | bytes | Omit = omit, options: Options | None = None
    ) -> Any:
        """Post a notice.

        Args:
            body: Request body.

        Returns:
            It will be put up. Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(_CREATE, body=body, options=options)

    def clear(self, *, options: Options | None = None) -> Any:
        """Take down all notices.

        Deprecated: the API marks this operation as deprecated.

        Returns:
            Gone. Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(_CLEAR, options=options)


class AsyncNotices(AsyncResource):
    """Asynchronous version of `Notices`."""

    async def create(
        self, *, body: str | bytes | Omit = omit, options: Options | None = None
    ) -> Any:
        """Post a notice: see `Notices.create`."""
        return await self._client.request(_CREATE, body=body, options=options)

    async def clear(self, *, options: Options | None = None) -> Any:
        """Take down all notices: see `Notices.clear`."""
        return await self._client.request(_CLEAR, options=options)
