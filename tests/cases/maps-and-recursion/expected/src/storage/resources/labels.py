"""The `client.labels` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    ANY,
    AsyncResource,
    ListOf,
    MapOf,
    Omit,
    Operation,
    Options,
    Resource,
    omit,
)

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from typing import Any

_LIST: Operation[dict[str, builtins.list[str]]] = Operation(
    "GET", "/labels", returns=MapOf(ListOf(str))
)
_UPDATE: Operation[dict[str, Any]] = Operation(
    "PUT", "/labels", returns=MapOf(ANY), body="application/json"
)


class Labels(Resource):
    """Labels: `list` and `update`."""

    def list(self, *, options: Options | None = None) -> dict[str, builtins.list[str]]:
        """Call `GET /labels`.

        Returns:
            Labels by language.
        """
        return self._client.request(_LIST, options=options)

    def update(
        self,
        *,
        body: Mapping[str, object] | Omit = omit,
        options: Options | None = None,
    ) -> dict[str, Any]:
        """Call `PUT /labels`.

        Args:
            body: Request body.

        Returns:
            Whatever the server makes of it.
        """
        return self._client.request(_UPDATE, body=body, options=options)


class AsyncLabels(AsyncResource):
    """Asynchronous version of `Labels`."""

    async def list(
        self, *, options: Options | None = None
    ) -> dict[str, builtins.list[str]]:
        """Call `GET /labels`: see `Labels.list`."""
        return await self._client.request(_LIST, options=options)

    async def update(
        self,
        *,
        body: Mapping[str, object] | Omit = omit,
        options: Options | None = None,
    ) -> dict[str, Any]:
        """Call `PUT /labels`: see `Labels.update`."""
        return await self._client.request(_UPDATE, body=body, options=options)
