"""The `client.manifests` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Options, Resource

_REPLACE: Operation[str] = Operation(
    "PUT",
    "/manifests",
    returns=str,
    body="application/xml",
    body_required=True,
    accept="application/xml",
)


class Manifests(Resource):
    """Manifests: `replace`."""

    def replace(self, *, body: str | bytes, options: Options | None = None) -> str:
        """Replace a manifest by its XML.

        Args:
            body: Request body.

        Returns:
            The manifest as it is now.
        """
        return self._client.request(_REPLACE, body=body, options=options)


class AsyncManifests(AsyncResource):
    """Asynchronous version of `Manifests`."""

    async def replace(
        self, *, body: str | bytes, options: Options | None = None
    ) -> str:
        """Replace a manifest by its XML: see `Manifests.replace`."""
        return await self._client.request(_REPLACE, body=body, options=options)
