"""The `client.class_` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from .. import models, params

_RETRIEVE: Operation[models.List] = Operation("GET", "/class/{class}", returns="List")


class Class(Resource):
    """Ends with a quote" """

    def retrieve(
        self,
        class_: str,
        *,
        query_self: str | Omit = omit,
        from_: str | Omit = omit,
        query_2fa: str | Omit = omit,
        query_options: str | Omit = omit,
        foo_bar_camel: str | Omit = omit,
        foo_bar: str | Omit = omit,
        filter_name: str | Omit = omit,
        grosse: str | Omit = omit,
        color: params.ClassRetrieveColor | Omit = omit,
        options: Options | None = None,
    ) -> models.List:
        """Summary with \"\"\" and

        Args:
            class_: Ends in

        Returns:
            A thing.
        """
        return self._client.request(
            _RETRIEVE,
            path={"class": class_},
            query={
                "self": query_self,
                "from": from_,
                "2fa": query_2fa,
                "options": query_options,
                "fooBar": foo_bar_camel,
                "foo_bar": foo_bar,
                "filter[name]": filter_name,
                "gr\xf6\xdfe": grosse,
                "color": color,
            },
            options=options,
        )


class AsyncClass(AsyncResource):
    """Asynchronous version of `Class`."""

    async def retrieve(
        self,
        class_: str,
        *,
        query_self: str | Omit = omit,
        from_: str | Omit = omit,
        query_2fa: str | Omit = omit,
        query_options: str | Omit = omit,
        foo_bar_camel: str | Omit = omit,
        foo_bar: str | Omit = omit,
        filter_name: str | Omit = omit,
        grosse: str | Omit = omit,
        color: params.ClassRetrieveColor | Omit = omit,
        options: Options | None = None,
    ) -> models.List:
        """Summary with \"\"\" and: see `Class.retrieve`."""
        return await self._client.request(
            _RETRIEVE,
            path={"class": class_},
            query={
                "self": query_self,
                "from": from_,
                "2fa": query_2fa,
                "options": query_options,
                "fooBar": foo_bar_camel,
                "foo_bar": foo_bar,
                "filter[name]": filter_name,
                "gr\xf6\xdfe": grosse,
                "color": color,
            },
            options=options,
        )
