"""The resource `client.secrets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Operation, Options, Resource

if TYPE_CHECKING:
    import builtins

    from ..models.secret import Secret

_LIST: Operation[builtins.list[str]] = Operation("GET", "/secrets", returns=ListOf(str))
_RETRIEVE: Operation[Secret] = Operation(
    "GET", "/secrets/{name}", returns="Secret", security=(("login",),)
)


class Secrets(Resource):
    """Secrets: `list` and `retrieve`."""

    def list(self, *, options: Options | None = None) -> builtins.list[str]:
        """List secrets.

        Returns:
            Names of secrets.
        """
        return self._client.request(_LIST, options=options)

    def retrieve(self, name: str, *, options: Options | None = None) -> Secret:
        """Read a secret.

        Returns:
            The secret.
        """
        return self._client.request(_RETRIEVE, path={"name": name}, options=options)


class AsyncSecrets(AsyncResource):
    """The same as `Secrets`, for use with `await`."""

    async def list(self, *, options: Options | None = None) -> builtins.list[str]:
        """List secrets: see `Secrets.list`."""
        return await self._client.request(_LIST, options=options)

    async def retrieve(self, name: str, *, options: Options | None = None) -> Secret:
        """Read a secret: see `Secrets.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"name": name}, options=options
        )
