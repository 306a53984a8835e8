"""The `client.invoices` resource."""

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
    cached_property,
    omit,
)

if TYPE_CHECKING:
    from typing import Any

    from .invoices_lines import AsyncInvoicesLines, InvoicesLines

_LIST: PagedOperation[Any, Any] = PagedOperation(
    "GET",
    "/invoices",
    returns=ANY,
    paging=ByLastItem(
        "starting_after", reverse="ending_before", items="/data", more="/has_more"
    ),
)
_CREATE: Operation[Any] = Operation(
    "POST", "/invoices", returns=ANY, body="application/json"
)
_RETRIEVE: Operation[Any] = Operation("GET", "/invoices/{invoice}", returns=ANY)
_UPDATE: Operation[Any] = Operation(
    "POST", "/invoices/{invoice}", returns=ANY, body="application/json"
)
_PAY: Operation[Any] = Operation(
    "POST", "/invoices/{invoice}/pay", returns=ANY, body="application/json"
)
_UPCOMING: Operation[Any] = Operation("GET", "/invoices/upcoming", returns=ANY)


class Invoices(Resource):
    """Invoices: `list`, `create`, `retrieve`, `update`, `pay` and `upcoming`."""

    @cached_property
    def lines(self) -> InvoicesLines:
        """Lines: `list`."""
        from .invoices_lines import InvoicesLines

        return InvoicesLines(self._client)

    def list(
        self,
        *,
        billing: ParameterValue | Omit = omit,
        customer: ParameterValue | Omit = omit,
        date: ParameterValue | Omit = omit,
        due_date: ParameterValue | Omit = omit,
        ending_before: ParameterValue | Omit = omit,
        expand: ParameterValue | Omit = omit,
        limit: ParameterValue | Omit = omit,
        starting_after: ParameterValue | Omit = omit,
        subscription: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Page[Any, Any]:
        """You can list all invoices, or list the invoices for a specific customer.

        The invoices are returned sorted by creation date, with the most recently
        created invoices appearing first.

        Args:
            billing: The billing mode of the invoice to retrieve
            customer: Only return invoices for the customer specified by this customer
                ID
            ending_before: A cursor for use in pagination
            expand: Specifies which fields in the response should be expanded
            limit: A limit on the number of objects to be returned
            starting_after: A cursor for use in pagination
            subscription: Only return invoices for the subscription specified by this
                subscription ID

        Returns:
            Pages whose items are decoded JSON of any type.
        """
        return self._client.paginate(
            _LIST,
            query={
                "billing": billing,
                "customer": customer,
                "date": date,
                "due_date": due_date,
                "ending_before": ending_before,
                "expand": expand,
                "limit": limit,
                "starting_after": starting_after,
                "subscription": subscription,
            },
            options=options,
        )

    def create(
        self, *, body: object | Omit = omit, options: Options | None = None
    ) -> Any:
        """If you need to invoice your customer outside the regular billing cycle, you
        can create an invoice that pulls in all pending invoice items, including
        prorations.

        The customer's billing cycle and regular subscription won't be affected. Once
        you create the invoice, Stripe will attempt to collect payment according to your
        subscriptions settings, though you can choose to pay it right away.

        Args:
            body: Body parameters for the request

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(_CREATE, body=body, options=options)

    def retrieve(
        self,
        invoice: str,
        *,
        expand: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Retrieves the invoice with the given ID.

        Args:
            invoice: The identifier of the desired invoice
            expand: Specifies which fields in the response should be expanded

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(
            _RETRIEVE,
            path={"invoice": invoice},
            query={"expand": expand},
            options=options,
        )

    def update(
        self,
        invoice: str,
        *,
        body: object | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Until an invoice is paid, it is marked as open (closed=false).

        If you'd like to stop Stripe from attempting to collect payment on an invoice or
        would simply like to close the invoice out as no longer owed by the customer,
        you can update the closed parameter.

        Args:
            body: Body parameters for the request

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(
            _UPDATE, path={"invoice": invoice}, body=body, options=options
        )

    def pay(
        self,
        invoice: str,
        *,
        body: object | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Stripe automatically creates and then attempts to collect payment on invoices
        for customers on subscriptions according to your subscriptions settings.

        However, if you'd like to attempt payment on an invoice out of the normal
        collection schedule or for some other reason, you can do so.

        Args:
            invoice: ID of invoice to pay
            body: Body parameters for the request

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(
            _PAY, path={"invoice": invoice}, body=body, options=options
        )

    def upcoming(
        self,
        *,
        coupon: ParameterValue | Omit = omit,
        customer: ParameterValue | Omit = omit,
        expand: ParameterValue | Omit = omit,
        invoice_items: ParameterValue | Omit = omit,
        subscription: ParameterValue | Omit = omit,
        subscription_items: ParameterValue | Omit = omit,
        subscription_prorate: ParameterValue | Omit = omit,
        subscription_proration_date: ParameterValue | Omit = omit,
        subscription_tax_percent: ParameterValue | Omit = omit,
        subscription_trial_end: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """At any time, you can preview the upcoming invoice for a customer.

        This will show you all the charges that are pending, including subscription
        renewal charges, invoice item charges, etc. It will also show you any discount
        that is applicable to the customer. Note that when you are viewing an upcoming
        invoice, you are simply viewing a preview — the invoice has not yet been
        created. As such, the upcoming invoice will not show up in invoice listing
        calls, and you cannot use the API to pay or edit the invoice. If you want to
        change the amount that your customer will be billed, you can add, remove, or
        update pending invoice items, or update the customer's discount. You can preview
        the effects of updating a subscription, including a preview of what proration
        will take place. To ensure that the actual proration is calculated exactly the
        same as the previewed proration, you should pass a proration_date parameter when
        doing the actual subscription update. The value passed in should be the same as
        the subscription_proration_date returned on the upcoming invoice resource. The
        recommended way to get only the prorations being previewed is to consider only
        proration line items where period[start] is equal to the
        subscription_proration_date on the upcoming invoice resource.

        Args:
            coupon: The code of the coupon to apply
            customer: The identifier of the customer whose upcoming invoice youd like to
                retrieve
            expand: Specifies which fields in the response should be expanded
            invoice_items: List of invoice items to add or update in the upcoming
                invoice preview
            subscription: The identifier of the subscription for which youd like to
                retrieve the upcoming invoice
            subscription_items: List of subscription items, each with an attached plan
            subscription_prorate: If previewing an update to a subscription, this
                decides whether the preview will show the result of applying prorations
                or not
            subscription_proration_date: If previewing an update to a subscription, and
                doing proration, `subscription_proration_date` forces the proration to
                be calculated as though the update was done at the specified time
            subscription_tax_percent: If provided, the invoice returned will preview
                updating or creating a subscription with that tax percent
            subscription_trial_end: If provided, the invoice returned will preview
                updating or creating a subscription with that trial end

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(
            _UPCOMING,
            query={
                "coupon": coupon,
                "customer": customer,
                "expand": expand,
                "invoice_items": invoice_items,
                "subscription": subscription,
                "subscription_items": subscription_items,
                "subscription_prorate": subscription_prorate,
                "subscription_proration_date": subscription_proration_date,
                "subscription_tax_percent": subscription_tax_percent,
                "subscription_trial_end": subscription_trial_end,
            },
            options=options,
        )


class AsyncInvoices(AsyncResource):
    """Asynchronous version of `Invoices`."""

    @cached_property
    def lines(self) -> AsyncInvoicesLines:
        """Lines: `list`."""
        from .invoices_lines import AsyncInvoicesLines

        return AsyncInvoicesLines(self._client)

    def list(
        self,
        *,
        billing: ParameterValue | Omit = omit,
        customer: ParameterValue | Omit = omit,
        date: ParameterValue | Omit = omit,
        due_date: ParameterValue | Omit = omit,
        ending_before: ParameterValue | Omit = omit,
        expand: ParameterValue | Omit = omit,
        limit: ParameterValue | Omit = omit,
        starting_after: ParameterValue | Omit = omit,
        subscription: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[Any, Any]:
        """See `Invoices.list`."""
        return self._client.paginate(
            _LIST,
            query={
                "billing": billing,
                "customer": customer,
                "date": date,
                "due_date": due_date,
                "ending_before": ending_before,
                "expand": expand,
                "limit": limit,
                "starting_after": starting_after,
                "subscription": subscription,
            },
            options=options,
        )

    async def create(
        self, *, body: object | Omit = omit, options: Options | None = None
    ) -> Any:
        """See `Invoices.create`."""
        return await self._client.request(_CREATE, body=body, options=options)

    async def retrieve(
        self,
        invoice: str,
        *,
        expand: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Retrieves the invoice with the given ID: see `Invoices.retrieve`."""
        return await self._client.request(
            _RETRIEVE,
            path={"invoice": invoice},
            query={"expand": expand},
            options=options,
        )

    async def update(
        self,
        invoice: str,
        *,
        body: object | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """See `Invoices.update`."""
        return await self._client.request(
            _UPDATE, path={"invoice": invoice}, body=body, options=options
        )

    async def pay(
        self,
        invoice: str,
        *,
        body: object | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """See `Invoices.pay`."""
        return await self._client.request(
            _PAY, path={"invoice": invoice}, body=body, options=options
        )

    async def upcoming(
        self,
        *,
        coupon: ParameterValue | Omit = omit,
        customer: ParameterValue | Omit = omit,
        expand: ParameterValue | Omit = omit,
        invoice_items: ParameterValue | Omit = omit,
        subscription: ParameterValue | Omit = omit,
        subscription_items: ParameterValue | Omit = omit,
        subscription_prorate: ParameterValue | Omit = omit,
        subscription_proration_date: ParameterValue | Omit = omit,
        subscription_tax_percent: ParameterValue | Omit = omit,
        subscription_trial_end: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """See `Invoices.upcoming`."""
        return await self._client.request(
            _UPCOMING,
            query={
                "coupon": coupon,
                "customer": customer,
                "expand": expand,
                "invoice_items": invoice_items,
                "subscription": subscription,
                "subscription_items": subscription_items,
                "subscription_prorate": subscription_prorate,
                "subscription_proration_date": subscription_proration_date,
                "subscription_tax_percent": subscription_tax_percent,
                "subscription_trial_end": subscription_trial_end,
            },
            options=options,
        )
