"""The `client.invoices.lines` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    ANY,
    AsyncPager,
    AsyncResource,
    ByLastItem,
    Omit,
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
    "/invoices/{invoice}/lines",
    returns=ANY,
    paging=ByLastItem(
        "starting_after", reverse="ending_before", items="/data", more="/has_more"
    ),
)


class InvoicesLines(Resource):
    """Lines: `list`."""

    def list(
        self,
        invoice: str,
        *,
        coupon: ParameterValue | Omit = omit,
        customer: ParameterValue | Omit = omit,
        ending_before: ParameterValue | Omit = omit,
        expand: ParameterValue | Omit = omit,
        limit: ParameterValue | Omit = omit,
        starting_after: ParameterValue | Omit = omit,
        subscription: ParameterValue | Omit = omit,
        subscription_items: ParameterValue | Omit = omit,
        subscription_prorate: ParameterValue | Omit = omit,
        subscription_proration_date: ParameterValue | Omit = omit,
        subscription_tax_percent: ParameterValue | Omit = omit,
        subscription_trial_end: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> Page[Any, Any]:
        """When retrieving an invoice, you'll get a lines property containing the total
        count of line items and the first handful of those items.

        There is also a URL where you can retrieve the full (paginated) list of line
        items.

        Args:
            invoice: The ID of the invoice containing the lines to be retrieved
            coupon: For upcoming invoices, preview applying this coupon to the invoice
            customer: In the case of upcoming invoices, the customer of the upcoming
                invoice is required
            ending_before: A cursor for use in pagination
            expand: Specifies which fields in the response should be expanded
            limit: The maximum number of line items to return
            starting_after: A cursor for use in pagination
            subscription: In the case of upcoming invoices, the subscription of the
                upcoming invoice is optional
            subscription_items: For upcoming invoices, preview updating the subscription
                with this list of items
            subscription_prorate: For upcoming invoices, this decides whether the
                preview will show the result of applying prorations or not
            subscription_proration_date: For previewing upcoming invoices with
                proration, `subscription_proration_date` forces the proration to be
                calculated as though the update was done at the specified time
            subscription_trial_end: For upcoming invoices, preview updating or creating
                a subscription with that trial end

        Returns:
            Pages whose items are decoded JSON of any type.
        """
        return self._client.paginate(
            _LIST,
            path={"invoice": invoice},
            query={
                "coupon": coupon,
                "customer": customer,
                "ending_before": ending_before,
                "expand": expand,
                "limit": limit,
                "starting_after": starting_after,
                "subscription": subscription,
                "subscription_items": subscription_items,
                "subscription_prorate": subscription_prorate,
                "subscription_proration_date": subscription_proration_date,
                "subscription_tax_percent": subscription_tax_percent,
                "subscription_trial_end": subscription_trial_end,
            },
            options=options,
        )


class AsyncInvoicesLines(AsyncResource):
    """Asynchronous version of `InvoicesLines`."""

    def list(
        self,
        invoice: str,
        *,
        coupon: ParameterValue | Omit = omit,
        customer: ParameterValue | Omit = omit,
        ending_before: ParameterValue | Omit = omit,
        expand: ParameterValue | Omit = omit,
        limit: ParameterValue | Omit = omit,
        starting_after: ParameterValue | Omit = omit,
        subscription: ParameterValue | Omit = omit,
        subscription_items: ParameterValue | Omit = omit,
        subscription_prorate: ParameterValue | Omit = omit,
        subscription_proration_date: ParameterValue | Omit = omit,
        subscription_tax_percent: ParameterValue | Omit = omit,
        subscription_trial_end: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[Any, Any]:
        """See `InvoicesLines.list`."""
        return self._client.paginate(
            _LIST,
            path={"invoice": invoice},
            query={
                "coupon": coupon,
                "customer": customer,
                "ending_before": ending_before,
                "expand": expand,
                "limit": limit,
                "starting_after": starting_after,
                "subscription": subscription,
                "subscription_items": subscription_items,
                "subscription_prorate": subscription_prorate,
                "subscription_proration_date": subscription_proration_date,
                "subscription_tax_percent": subscription_tax_percent,
                "subscription_trial_end": subscription_trial_end,
            },
            options=options,
        )
