"""Method names from operationIds."""

from __future__ import annotations

import pytest

from tests.plan.naming.calls import assert_names, lines_of, name_paths

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
    "HTTP method in front of the operationId": """
        GET /topics GET_ConfirmTopic -> topics.confirm
        POST /topics/{id}/rules POST_PurgeRules -> topics.rules.purge
        GET / GET_Ping -> ping
        POST / POST_Ping -> ping_with_post
    """,
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


OPPOSITES = """
    tag untag subscribe unsubscribe attach detach enable disable block unblock register
    deregister associate disassociate activate deactivate pin unpin mute unmute follow
    unfollow star unstar watch unwatch link unlink publish unpublish assign unassign share
    unshare install uninstall mount unmount bind unbind map unmap archive unarchive load
    unload set unset grant revoke approve deny accept decline promote demote upgrade
    downgrade connect disconnect encrypt decrypt join leave ban kick suspend resume wipe
    erase purge flush drop destroy undelete rollback void withdraw evict expire
"""


@pytest.mark.parametrize("verb", OPPOSITES.split())
def test_verb_of_an_operation_id_is_never_replaced(verb: str) -> None:
    (call,) = name_paths(f"POST /things {verb}Things").values()
    assert call == f"things.{verb}"
