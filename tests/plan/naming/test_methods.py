"""Names of methods."""

from __future__ import annotations

import pytest

from tests.plan.builder import ApiBuilder
from tests.plan.naming.calls import calls_of, lines_of, name_paths, names_for

ALONE = """
    GET /invoices -> invoices.list
    POST /invoices -> invoices.create
    GET /invoices/{id} -> invoices.retrieve
    POST /invoices/{id} -> invoices.update
    PUT /invoices/{id} -> invoices.update
    PATCH /invoices/{id} -> invoices.update
    DELETE /invoices/{id} -> invoices.delete
    DELETE /invoices -> invoices.delete_all
    PUT /invoices -> invoices.update
    HEAD /invoices/{id} -> invoices.head
    OPTIONS /invoices -> invoices.options

    GET /account -> account.retrieve
    POST /token -> token.create
    DELETE /session -> session.delete
    PATCH /settings -> settings.update
    GET /balance/history -> balance.history.list

    GET /invoices/{id}/lines -> invoices.lines.list
    POST /invoices/{id}/lines -> invoices.lines.create
    GET /invoices/{id}/lines/{line} -> invoices.lines.retrieve
    DELETE /invoices/{id}/lines/{line} -> invoices.lines.delete
    GET /customers/{id}/discount -> customers.discount.retrieve
    DELETE /customers/{id}/discount -> customers.discount.delete

    POST /invoices/{id}/pay -> invoices.pay
    POST /invoices/{id}/mark_uncollectible -> invoices.mark_uncollectible
    POST /charges/{id}/refund -> charges.refund
    POST /videos/{id}/transcoding -> videos.transcoding
    PUT /gists/{id}/star -> gists.star
    POST /database-accounts/{id}/listKeys -> database_accounts.list_keys
    POST /messages/bulk-delete -> messages.bulk_delete
    GET /invoices/upcoming -> invoices.upcoming
    GET /invoices/{id}/download -> invoices.download
    GET /users/me -> users.me
    GET /users/search -> users.search
    GET /users/search/{text} -> users.search
    GET /users/by_email -> users.by_email
    GET /users/in_group/{group} -> users.in_group
    GET /pets/findByStatus -> pets.find_by_status
    GET /accounts/balance -> accounts.balance
    GET /orders/{id}/status -> orders.status.retrieve
    POST /chat/completions -> chat.completions.create
    GET /order/{id} -> order.retrieve
    PUT /order/{id} -> order.update
    GET /test_helpers/test_clocks -> test_helpers.test_clocks.list

    POST /projects/{id}:archive -> projects.archive
    POST /projects:batchGet -> projects.batch_get
    GET /projects/{id}/operations/{op}:wait -> projects.operations.wait

    GET /search -> search
    GET /ping -> ping
    POST /convert -> convert
    GET /get_active_votes -> get_active_votes

    GET /api/v1/users -> users.list
    GET /v2/users -> users.list
    GET /1/boards/{id} -> boards.retrieve
    GET /2013-01-01/documents -> documents.list
    GET /crm/v3/contacts -> crm.contacts.list
    GET /rest/api/3/issues -> issues.list
    GET /datasets.json -> datasets.list
    GET /datasets/{id}.json -> datasets.retrieve
    GET /datasets.{format} -> datasets.list
    POST /chat.postMessage -> chat.post_message
    GET /Users('{id}') -> users.retrieve
    GET /Users({id})/Orders -> users.orders.list
    GET /{store}/products -> products.list
    GET /Bank-Accounts -> bank_accounts.list
    POST /checkCode -> check_code
    DELETE /map_cache/{id} -> map_cache.delete
    GET /data/1/tables -> data.tables.list
    GET /import -> import_.retrieve
    POST /import -> import_
    GET /2fa/codes -> resource_2fa.codes.list
"""


@pytest.mark.parametrize("line", [line.strip() for line in lines_of(ALONE)])
def test_an_operation_alone(line: str) -> None:
    request, _, expected = line.rpartition(" -> ")
    assert list(name_paths(request).values()) == [expected]


TOGETHER = {
    "the seed": """
        GET /invoices getInvoices -> invoices.list
        POST /invoices postInvoices -> invoices.create
        GET /invoices/upcoming getInvoicesUpcoming -> invoices.upcoming
        GET /invoices/{invoice} getInvoicesInvoice -> invoices.retrieve
        POST /invoices/{invoice} postInvoicesInvoice -> invoices.update
        POST /invoices/{invoice}/pay postInvoicesInvoicePay -> invoices.pay
        GET /invoices/{invoice}/lines getInvoicesInvoiceLines -> invoices.lines.list
        GET /invoiceitems getInvoiceitems -> invoiceitems.list
        POST /invoiceitems postInvoiceitems -> invoiceitems.create
        GET /invoiceitems/{invoiceitem} getInvoiceitemsInvoiceitem -> invoiceitems.retrieve
        POST /invoiceitems/{invoiceitem} postInvoiceitemsInvoiceitem -> invoiceitems.update
        DELETE /invoiceitems/{invoiceitem} deleteInvoiceitemsInvoiceitem -> invoiceitems.delete
    """,
    "a method with something below it is a resource": """
        GET /invoices/upcoming -> invoices.upcoming.retrieve
        GET /invoices/upcoming/lines -> invoices.upcoming.lines.list
    """,
    "several HTTP methods make a resource": """
        GET /gists/{id}/star -> gists.star.retrieve
        PUT /gists/{id}/star -> gists.star.update
        DELETE /gists/{id}/star -> gists.star.delete
    """,
    "a singular with items is a collection": """
        GET /chart/ -> chart.list
        POST /chart/ -> chart.create
        DELETE /chart/ -> chart.delete_all
        GET /chart/{pk} -> chart.retrieve
    """,
    "PATCH updates, PUT replaces": """
        PATCH /pets/{id} -> pets.update
        PUT /pets/{id} -> pets.replace
    """,
    "POST beside PUT on an item creates, unless the collection does": """
        POST /pets/{id} -> pets.create
        PUT /pets/{id} -> pets.update
        POST /cats -> cats.create
        POST /cats/{id} -> cats.update
        PUT /cats/{id} -> cats.replace
    """,
    "all at once, and one": """
        PUT /roles -> roles.update_all
        PUT /roles/{id} -> roles.update
        DELETE /roles -> roles.delete_all
        DELETE /roles/{id} -> roles.delete
    """,
    "a part of an item is called by its placeholder": """
        GET /webhooks/{id} -> webhooks.retrieve
        GET /webhooks/{id}/{field} -> webhooks.retrieve_field
    """,
    "two that ask for one name take the longer one of their operationId": """
        GET /users/{id} getUser -> users.retrieve_by_id
        GET /users/{name}/ getUserByName -> users.retrieve_by_name
    """,
    "or the one of their placeholder": """
        GET /posts/{id} -> posts.retrieve_by_id
        GET /posts/{slug}/ -> posts.retrieve_by_slug
    """,
    "or of their version": """
        GET /v1/users -> users.list_v1
        GET /v2/users -> users.list_v2
    """,
    "a prefix that all share is no resource": """
        GET /crm/contacts -> contacts.list
        GET /crm/contacts/{id} -> contacts.retrieve
        GET /crm/deals -> deals.list
        GET /crm/deals/{id} -> deals.retrieve
        POST /crm/deals -> deals.create
    """,
    "a collection is never a prefix": """
        GET /users/{id}/keys -> users.keys.list
        GET /users/{id}/keys/{key} -> users.keys.retrieve
        POST /users/{id}/keys -> users.keys.create
        GET /users/{id}/teams -> users.teams.list
        POST /users/{id}/teams -> users.teams.create
    """,
    "Azure's providers": """
        GET /subscriptions/{s}/providers/Microsoft.X/accounts Accounts_List -> accounts.list
        GET /subscriptions/{s}/groups/{g}/providers/Microsoft.X/accounts Accounts_ListByGroup -> accounts.list_by_group
        PUT /subscriptions/{s}/groups/{g}/providers/Microsoft.X/accounts/{a} Accounts_CreateOrUpdate -> accounts.create_or_update
        POST /subscriptions/{s}/groups/{g}/providers/Microsoft.X/accounts/{a}/listKeys Accounts_ListKeys -> accounts.list_keys
    """,
    "versions tell the same call apart": """
        GET /v1beta1/flowschemas readFlowV1beta1FlowSchemas -> flowschemas.list_v1_beta1
        GET /v2/flowschemas readFlowV2FlowSchemas -> flowschemas.list_v2
        GET /v2/flowschemas/{name} readV2FlowSchema -> flowschemas.retrieve
    """,
    "words that the path runs together are no news": """
        GET /watch/resourceclaims watchResourceClaimList -> watch.resourceclaims.watch_list
        GET /watch/resourceclaims/{id} watchResourceClaim -> watch.resourceclaims.watch
    """,
    "a collision does not bring the parent into the name": """
        GET /invoices/{invoice_id}/files/{file_id} getInvoiceFileById -> invoices.files.retrieve_by_id
        GET /invoices/{invoice_id}/files/{name} getInvoiceFileByName -> invoices.files.retrieve_by_name
    """,
    "actions of OData have a namespace": """
        POST /me/events/{id}/graph.v1.dismissReminder -> me.events.dismiss_reminder
        GET /me/events/graph.v1.delta() -> me.events.delta
        GET /sheets/{id}/graph.v1.range(address='{address}') -> sheets.retrieve_range
        POST /sheets/{id}/graph.v1.range(address='{address}')/graph.v1.clear -> sheets.range.clear
        GET /users/graph.v1.guest -> users.list_guest
        GET /users/{id}/graph.v1.guest -> users.retrieve_guest
        GET /apis/flow.apiserver.io/flows -> flow.flows.list
    """,
    "a host name is one resource": """
        GET /apis/rbac.authorization.acme.io -> rbac_authorization.retrieve
        GET /apis/rbac.authorization.acme.io/v1/roles -> rbac_authorization.roles.list
        POST /apis/storage.acme.co.uk/v1/disks -> storage.disks.create
        GET /apis/acme.com/v1/zones/{zone} -> acme.zones.retrieve
    """,
    "a host name says its domain where another has its name": """
        GET /api/v1/events -> events.list
        GET /apis/events.acme.io/v1/events -> events_acme_io.events.list
        GET /apis/disks.acme.io/v1/sizes -> disks_acme_io.sizes.list
        GET /apis/disks.acme.net/v1/sizes -> disks_acme_net.sizes.list
        GET /nodes/disks.acme.io/sizes -> nodes.disks.sizes.list
    """,
    "a dot in the middle of a path is none of a method": """
        POST /chat.postMessage -> chat.post_message
        GET /admin.users.list -> admin.users.list
        GET /charts.js/2.8.0 -> charts_js.retrieve
        GET /words.json/{word}/definitions -> words.definitions.list
        GET /.well-known/jwks.json -> well_known.jwks.list
    """,
    "a manner says how, not what": """
        POST /lobbies/{id}/members/bulk bulk_update_lobby_members -> lobbies.members.bulk_update
        POST /lobbies/{id}/guests/bulk addGuests -> lobbies.guests.bulk
    """,
    "a child keeps its name from a method": """
        POST /invoices/lines/{id} -> invoices.lines.update
        GET /invoices/{id} getLines -> invoices.retrieve
    """,
}


@pytest.mark.parametrize("case", TOGETHER)
def test_operations_together(case: str) -> None:
    lines = [line.strip() for line in lines_of(TOGETHER[case])]
    requests = [line.rpartition(" -> ")[0] for line in lines]
    expected = names_for(lines)
    assert name_paths(*requests) == expected
    assert name_paths(*reversed(requests)) == expected


@pytest.mark.parametrize(
    ("tags", "path", "expected"),
    [
        (["Users"], "/login", "users.login"),
        (["Search"], "/search", "search"),
        (["default"], "/login", "login"),
        (["Users"], "/", "users.retrieve"),
        (["Users"], "/invoices", "invoices.list"),
        (["***"], "/login", "login"),
    ],
)
def test_tags_help_where_paths_do_not(
    tags: list[str], path: str, expected: str
) -> None:
    builder = ApiBuilder()
    builder.operation("GET", path, tags=tags)
    assert list(calls_of(builder.build()).values()) == [expected]
