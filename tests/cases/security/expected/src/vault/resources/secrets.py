"""The `client.secrets` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    import builtins

    from .. import models

_LIST: Operation[builtins.list[str]] = Operation("GET", "/secrets", returns=ListOf(str))
_RETRIEVE: Operation[models.Secret] = Operation(
    "GET", "/secrets/{name}", returns="Secret", security=(("login",),)
)
_UPDATE: Operation[None] = Operation(
    "PUT",
    "/secrets/{name}",
    body="application/json",
    body_required=True,
    security=(("login",), ("machine",)),
)


class Secrets(Resource):
    """Secrets: `list`, `retrieve` and `update`."""

    def list(self, *, options: Options | None = None) -> builtins.list[str]:
        """List secrets.

        Returns:
            Names of secrets.
        """
        return self._client.request(_LIST, options=options)

    def retrieve(self, name: str, *, options: Options | None = None) -> models.Secret:
        """Read a secret.

        Returns:
            The secret.
        """
        return self._client.request(_RETRIEVE, path={"name": name}, options=options)

    def update(
        self, name: str, *, value: str | Omit = omit, options: Options | None = None
    ) -> None:
        """Write a secret.

        Returns:
            It is kept.
        """
        return self._client.request(
            _UPDATE, path={"name": name}, body={"value": value}, options=options
        )


class AsyncSecrets(AsyncResource):
    """Asynchronous version of `Secrets`."""

    async def list(self, *, options: Options | None = None) -> builtins.list[str]:
        """List secrets: see `Secrets.list`."""
        return await self._client.request(_LIST, options=options)

    async def retrieve(
        self, name: str, *, options: Options | None = None
    ) -> models.Secret:
        """Read a secret: see `Secrets.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"name": name}, options=options
        )

    async def update(
        self, name: str, *, value: str | Omit = omit, options: Options | None = None
    ) -> None:
        """Write a secret: see `Secrets.update`."""
        return await self._client.request(
            _UPDATE, path={"name": name}, body={"value": value}, options=options
        )
