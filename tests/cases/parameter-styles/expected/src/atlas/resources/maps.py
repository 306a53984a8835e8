"""The `client.maps` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Nullable, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .. import models, params

_RETRIEVE: Operation[models.Map | None] = Operation(
    "GET",
    "/maps/{layers}/{size}/{area}",
    returns=Nullable("Map"),
    styles={
        "path": {"layers": "label*", "size": "matrix"},
        "query": {
            "colors": "form",
            "roads": "pipeDelimited",
            "rivers": "spaceDelimited",
            "filter": "deepObject*",
            "near": "json",
            "link": "+form*",
        },
        "header": {"X-Size": "simple*"},
        "cookie": {"seen": "form"},
    },
    required={"header": ("X-Version",)},
)


class Maps(Resource):
    """Maps: `retrieve`."""

    def retrieve(
        self,
        layers: Sequence[str],
        size: params.SizeParam | models.Size,
        area: Sequence[float],
        *,
        colors: Sequence[str] | Omit = omit,
        marks: Sequence[str] | Omit = omit,
        roads: Sequence[int] | Omit = omit,
        rivers: Sequence[str] | Omit = omit,
        filter: params.SizeParam | models.Size | Omit = omit,
        offset: params.SizeParam | models.Size | Omit = omit,
        near: params.SizeParam | models.Size | Omit = omit,
        link: str | Omit = omit,
        x_version: Literal["2"] = "2",
        x_size: params.SizeParam | models.Size | Omit = omit,
        seen: Sequence[str] | Omit = omit,
        options: Options | None = None,
    ) -> models.Map | None:
        """Return a map.

        Args:
            layers: Layers, in the style label.
            size: Width and height, in the style matrix.
            area: Corners, in the style simple.
            colors: Colors, joined by commas.
            marks: Marks, repeated.
            roads: Numbers of roads, joined by vertical bars.
            rivers: Names of rivers, joined by spaces.
            filter: One parameter for each property.
            offset: Properties as parameters of their own.
            near: A position, as JSON.
            link: A URL, whose reserved characters are not encoded.
            x_version: The version, which has only one value.
            x_size: An object, exploded.
            seen: Maps that were seen before.

        Returns:
            The map, or null if there is none.
        """
        return self._client.request(
            _RETRIEVE,
            path={"layers": layers, "size": size, "area": area},
            query={
                "colors": colors,
                "marks": marks,
                "roads": roads,
                "rivers": rivers,
                "filter": filter,
                "offset": offset,
                "near": near,
                "link": link,
            },
            headers={"X-Version": x_version, "X-Size": x_size},
            cookies={"seen": seen},
            options=options,
        )


class AsyncMaps(AsyncResource):
    """Asynchronous version of `Maps`."""

    async def retrieve(
        self,
        layers: Sequence[str],
        size: params.SizeParam | models.Size,
        area: Sequence[float],
        *,
        colors: Sequence[str] | Omit = omit,
        marks: Sequence[str] | Omit = omit,
        roads: Sequence[int] | Omit = omit,
        rivers: Sequence[str] | Omit = omit,
        filter: params.SizeParam | models.Size | Omit = omit,
        offset: params.SizeParam | models.Size | Omit = omit,
        near: params.SizeParam | models.Size | Omit = omit,
        link: str | Omit = omit,
        x_version: Literal["2"] = "2",
        x_size: params.SizeParam | models.Size | Omit = omit,
        seen: Sequence[str] | Omit = omit,
        options: Options | None = None,
    ) -> models.Map | None:
        """Return a map: see `Maps.retrieve`."""
        return await self._client.request(
            _RETRIEVE,
            path={"layers": layers, "size": size, "area": area},
            query={
                "colors": colors,
                "marks": marks,
                "roads": roads,
                "rivers": rivers,
                "filter": filter,
                "offset": offset,
                "near": near,
                "link": link,
            },
            headers={"X-Version": x_version, "X-Size": x_size},
            cookies={"seen": seen},
            options=options,
        )
