"""The `client.labels` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

_UPDATE: Operation[None] = Operation(
    "PUT", "/labels", body="application/json", body_required=True
)


class Labels(Resource):
    """Labels: `update`."""

    def update(
        self,
        *,
        name: str,
        object: Literal["label"] = "label",
        extra_body: Mapping[str, int] | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Set labels.

        Args:
            extra_body: Additional properties of the request body.

        Returns:
            Set.
        """
        return self._client.request(
            _UPDATE,
            body={"name": name, "object": object, **(extra_body or {})},
            options=options,
        )


class AsyncLabels(AsyncResource):
    """Asynchronous version of `Labels`."""

    async def update(
        self,
        *,
        name: str,
        object: Literal["label"] = "label",
        extra_body: Mapping[str, int] | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Set labels: see `Labels.update`."""
        return await self._client.request(
            _UPDATE,
            body={"name": name, "object": object, **(extra_body or {})},
            options=options,
        )
