"""The `client.invoiceitems` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    ANY,
    AsyncPager,
    AsyncResource,
    ByLastItem,
    Omit,
    Operation,
    Options,
    Page,
    PagedOperation,
    ParameterValue,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from typing import Any

_LIST: PagedOperation[Any, Any] = PagedOperation(
    "GET",
    "/invoiceitems",
    returns=ANY,
    paging=ByLastItem(
        "starting_after", reverse="ending_before", items="/data", more="/has_more"
    ),
)
_CREATE: Operation[Any] = Operation(
    "POST", "/invoiceitems", returns=ANY, body="application/json"
)
_RETRIEVE: Operation[Any] = Operation("GET", "/invoiceitems/{invoiceitem}", returns=ANY)
_UPDATE: Operation[Any] = Operation(
    "POST", "/invoiceitems/{invoiceitem}", returns=ANY, body="application/json"
)
_DELETE: Operation[Any] = Operation(
    "DELETE", "/invoiceitems/{invoiceitem}", returns=ANY, body="application/json"
)


class Invoiceitems(Resource):
    """Invoiceitems: `list`, `create`, `retrieve`, `update` and `delete`."""

    def list(
        self,
        *,
        created: ParameterValue | Omit = omit,
        customer: ParameterValue | Omit = omit,
        ending_before: ParameterValue | Omit = omit,
        expand: ParameterValue | Omit = omit,
        limit: ParameterValue | Omit = omit,
        starting_after: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Page[Any, Any]:
        """Returns a list of your invoice items.

        Invoice items are returned sorted by creation date, with the most recently
        created invoice items appearing first.

        Args:
            customer: The identifier of the customer whose invoice items to return
            ending_before: A cursor for use in pagination
            expand: Specifies which fields in the response should be expanded
            limit: A limit on the number of objects to be returned
            starting_after: A cursor for use in pagination

        Returns:
            Pages whose items are decoded JSON of any type.
        """
        return self._client.paginate(
            _LIST,
            query={
                "created": created,
                "customer": customer,
                "ending_before": ending_before,
                "expand": expand,
                "limit": limit,
                "starting_after": starting_after,
            },
            options=options,
        )

    def create(
        self, *, body: object | Omit = omit, options: Options | None = None
    ) -> Any:
        """Adds an arbitrary charge or credit to the customer's upcoming invoice.

        Args:
            body: Body parameters for the request

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(_CREATE, body=body, options=options)

    def retrieve(
        self,
        invoiceitem: str,
        *,
        expand: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Retrieves the invoice item with the given ID.

        Args:
            invoiceitem: The ID of the desired invoice item
            expand: Specifies which fields in the response should be expanded

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(
            _RETRIEVE,
            path={"invoiceitem": invoiceitem},
            query={"expand": expand},
            options=options,
        )

    def update(
        self,
        invoiceitem: str,
        *,
        body: object | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Updates the amount or description of an invoice item on an upcoming invoice.

        Updating an invoice item is only possible before the invoice it's attached to is
        closed.

        Args:
            body: Body parameters for the request

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(
            _UPDATE, path={"invoiceitem": invoiceitem}, body=body, options=options
        )

    def delete(
        self,
        invoiceitem: str,
        *,
        body: object | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Removes an invoice item from the upcoming invoice.

        Removing an invoice item is only possible before the invoice it's attached to is
        closed.

        Args:
            invoiceitem: The identifier of the invoice item to be deleted
            body: Body parameters for the request

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(
            _DELETE, path={"invoiceitem": invoiceitem}, body=body, options=options
        )


class AsyncInvoiceitems(AsyncResource):
    """Asynchronous version of `Invoiceitems`."""

    def list(
        self,
        *,
        created: ParameterValue | Omit = omit,
        customer: ParameterValue | Omit = omit,
        ending_before: ParameterValue | Omit = omit,
        expand: ParameterValue | Omit = omit,
        limit: ParameterValue | Omit = omit,
        starting_after: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[Any, Any]:
        """Returns a list of your invoice items: see `Invoiceitems.list`."""
        return self._client.paginate(
            _LIST,
            query={
                "created": created,
                "customer": customer,
                "ending_before": ending_before,
                "expand": expand,
                "limit": limit,
                "starting_after": starting_after,
            },
            options=options,
        )

    async def create(
        self, *, body: object | Omit = omit, options: Options | None = None
    ) -> Any:
        """See `Invoiceitems.create`."""
        return await self._client.request(_CREATE, body=body, options=options)

    async def retrieve(
        self,
        invoiceitem: str,
        *,
        expand: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Retrieves the invoice item with the given ID: see
        `Invoiceitems.retrieve`.
        """
        return await self._client.request(
            _RETRIEVE,
            path={"invoiceitem": invoiceitem},
            query={"expand": expand},
            options=options,
        )

    async def update(
        self,
        invoiceitem: str,
        *,
        body: object | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """See `Invoiceitems.update`."""
        return await self._client.request(
            _UPDATE, path={"invoiceitem": invoiceitem}, body=body, options=options
        )

    async def delete(
        self,
        invoiceitem: str,
        *,
        body: object | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """See `Invoiceitems.delete`."""
        return await self._client.request(
            _DELETE, path={"invoiceitem": invoiceitem}, body=body, options=options
        )
