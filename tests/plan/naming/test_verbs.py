"""Method names from operationIds."""

from __future__ import annotations

import pytest

from tests.plan.naming.calls import lines_of, name_paths

IDS = """
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
    GET /api/Users/{id} Users_GetById -> users.retrieve
    POST /v2/me/tasks CreateTask_V2 -> me.tasks.create
    GET / getRoot -> get_root
    POST / runQuery -> run_query
    GET /{id} getThing -> get_thing
    GET /{id} -> retrieve
"""


@pytest.mark.parametrize("line", [line.strip() for line in lines_of(IDS)])
def test_an_operation_id_that_says_more_wins(line: str) -> None:
    request, _, expected = line.rpartition(" -> ")
    assert list(name_paths(request).values()) == [expected]
