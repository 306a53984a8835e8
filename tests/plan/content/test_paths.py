"""Resources and methods in paths."""

from __future__ import annotations

import pytest

from tests.plan.naming.calls import assert_names, lines_of

SINGLE = """
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


@pytest.mark.parametrize("line", lines_of(SINGLE))
def test_resource_and_method_of_a_single_path(line: str) -> None:
    assert_names(line)


CASES = {
    "common prefix is omitted": """
        GET /crm/contacts -> contacts.list
        GET /crm/contacts/{id} -> contacts.retrieve
        GET /crm/deals -> deals.list
        GET /crm/deals/{id} -> deals.retrieve
        POST /crm/deals -> deals.create
    """,
    "collection is not a common prefix": """
        GET /users/{id}/keys -> users.keys.list
        GET /users/{id}/keys/{key} -> users.keys.retrieve
        POST /users/{id}/keys -> users.keys.create
        GET /users/{id}/teams -> users.teams.list
        POST /users/{id}/teams -> users.teams.create
    """,
    "namespace of OData actions is omitted": """
        POST /me/events/{id}/graph.v1.dismissReminder -> me.events.dismiss_reminder
        GET /me/events/graph.v1.delta() -> me.events.delta
        GET /sheets/{id}/graph.v1.range(address='{address}') -> sheets.retrieve_range
        POST /sheets/{id}/graph.v1.range(address='{address}')/graph.v1.clear -> sheets.range.clear
        GET /users/graph.v1.guest -> users.guest
        GET /users/{id}/graph.v1.guest -> users.retrieve_guest
        GET /apis/flow.apiserver.io/flows -> flow.flows.list
    """,
    "host name is one resource": """
        GET /apis/rbac.authorization.acme.io -> rbac_authorization.retrieve
        GET /apis/rbac.authorization.acme.io/v1/roles -> rbac_authorization.roles.list
        POST /apis/storage.acme.co.uk/v1/disks -> storage.disks.create
        GET /apis/acme.com/v1/zones/{zone} -> acme.zones.retrieve
    """,
    "host names with equal first labels keep their domain": """
        GET /api/v1/events -> events.list
        GET /apis/events.acme.io/v1/events -> events_acme_io.events.list
        GET /apis/disks.acme.io/v1/sizes -> disks_acme_io.sizes.list
        GET /apis/disks.acme.net/v1/sizes -> disks_acme_net.sizes.list
        GET /nodes/disks.acme.io/sizes -> nodes.disks.sizes.list
    """,
    "only the last segment can be a chain": """
        POST /chat.postMessage -> chat.post_message
        GET /admin.users.list -> admin.users.list
        GET /charts.js/2.8.0 -> charts_js.retrieve
        GET /words.json/{word}/definitions -> words.definitions.list
        GET /.well-known/jwks.json -> well_known.jwks.list
    """,
}


@pytest.mark.parametrize("case", CASES)
def test_resources_and_methods_of_several_paths(case: str) -> None:
    assert_names(CASES[case])
