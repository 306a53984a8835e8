"""Method names from operationIds."""

from __future__ import annotations

import pytest

from tests.plan.naming.calls import assert_names, lines_of

SINGLE = """
    GET /invoices/upcoming getInvoicesUpcoming -> invoices.upcoming
    POST /invoices/{invoice} postInvoicesInvoice -> invoices.update
    GET /items/ read_items_items__get -> items.list
    GET /users/{id} getUserUsingGET_1 -> users.retrieve
    GET /users/{id} getUserById -> users.retrieve
    POST /pets addPet -> pets.create
    DELETE /pets/{id} removePet -> pets.delete
    PUT /pets/{id} replacePet -> pets.replace
    POST /messages sendMessage -> messages.send
    POST /files uploadFile -> files.upload
    GET /users searchUsers -> users.search
    PUT /pages/{id} upsertPage -> pages.upsert
    PUT /pages/{id} createOrUpdatePage -> pages.create_or_update
    PUT /pages createPages -> pages.create
    DELETE /subscriptions/{id} cancelSubscription -> subscriptions.cancel
    PUT /channels/{id}/users/{user} addUserToChannel -> channels.users.add
    PUT /me/groups/{id} join_group_alt1 -> me.groups.join
    PUT /applications/{id}/commands bulk_set_application_commands -> applications.commands.bulk_set
    GET /prospects ProspectsGet -> prospects.list
    GET /pets pets_list -> pets.list
    POST /orders/{id}/void cancelOrder -> orders.void
    POST /jobs/convertfile ConvertFile -> jobs.convert_file
    GET /orgs/{org}/repos repos/list-for-org -> repos.list_for_org
    GET /repos/{owner}/{repo} repos/get -> repos.retrieve
    GET /repos/{owner}/{repo}/branches/{branch} repos/get-branch -> repos.get_branch
    GET /api/Users Users_GetAll -> users.list
    GET /subscriptions/{s}/prefixes Prefixes_ListAll -> prefixes.list_all
    GET /api/Users/{id} Users_GetById -> users.retrieve
    POST /v2/me/tasks CreateTask_V2 -> me.tasks.create
    GET / getRoot -> get_root
    POST / runQuery -> run_query
    GET /{id} getThing -> get_thing
    GET /{id} -> retrieve
"""


@pytest.mark.parametrize("line", lines_of(SINGLE))
def test_operation_id_with_more_information_names_the_method(line: str) -> None:
    assert_names(line)


CASES = {
    "providers in paths of Azure": """
        GET /subscriptions/{s}/providers/Microsoft.X/accounts Accounts_List -> accounts.list
        GET /subscriptions/{s}/groups/{g}/providers/Microsoft.X/accounts Accounts_ListByGroup -> accounts.list_by_group
        PUT /subscriptions/{s}/groups/{g}/providers/Microsoft.X/accounts/{a} Accounts_CreateOrUpdate -> accounts.create_or_update
        POST /subscriptions/{s}/groups/{g}/providers/Microsoft.X/accounts/{a}/listKeys Accounts_ListKeys -> accounts.list_keys
    """,
    "operationId that repeats a compound word of the path": """
        GET /watch/resourceclaims watchResourceClaimList -> watch.resourceclaims.watch_list
        GET /watch/resourceclaims/{id} watchResourceClaim -> watch.resourceclaims.watch
    """,
    "operationId extends a modifier such as bulk": """
        POST /lobbies/{id}/members/bulk bulk_update_lobby_members -> lobbies.members.bulk_update
        POST /lobbies/{id}/guests/bulk addGuests -> lobbies.guests.bulk
    """,
}


@pytest.mark.parametrize("case", CASES)
def test_method_names_from_several_operation_ids(case: str) -> None:
    assert_names(CASES[case])
