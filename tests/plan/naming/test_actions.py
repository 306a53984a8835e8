"""Last segments of paths that are methods rather than resources."""

from __future__ import annotations

import pytest

from tests.plan.naming.calls import assert_names

CASES = {
    "noun that starts with a verb": """
        GET /pay_items -> pay_items.list
        POST /pay_items/{id} -> pay_items.update
    """,
    "state is set and reset": """
        PUT /messages/{id}/read -> messages.mark_as_read
        DELETE /messages/{id}/seen -> messages.mark_as_unseen
        DELETE /messages/{id}/archived -> messages.unarchive
    """,
    "second path of an action is a method with a longer name": """
        GET /u/by-external/{id} -> u.by_external.retrieve
        GET /u/by-external/{provider}/{id} -> u.by_external_by_id
        GET /u/by-external/zones/{zone} -> u.by_external.zones.retrieve
    """,
    "other method on a second path of an action is in its resource": """
        GET /covers/{id}/preview -> covers.preview.retrieve
        POST /covers/preview -> covers.preview.create
    """,
    "DELETE of a verb is no action, unless the verb removes something": """
        DELETE /mails/{id}/schedule -> mails.schedule.delete
        DELETE /mails/{id}/unschedule -> mails.unschedule
        DELETE /mails/{id}/clear -> mails.clear
    """,
    "noun that an operationId writes is a resource": """
        POST /audio/speech createSpeech -> audio.speech.create
        POST /calls/{id}/limit updateCallLimit -> calls.limit.update
        POST /calls/{id}/score postCallsScore -> calls.score
        POST /calls/{id}/change/password changePassword -> calls.change.password
    """,
    "HEAD of an action only asks about its path": """
        HEAD /boxes/{id}/archive -> boxes.archive.head
        PUT /boxes/{id}/archive -> boxes.archive.update
    """,
    "action with a path below it is a resource": """
        GET /invoices/upcoming -> invoices.upcoming.retrieve
        GET /invoices/upcoming/lines -> invoices.upcoming.lines.list
    """,
    "action with several HTTP methods is a resource": """
        GET /gists/{id}/star -> gists.star.retrieve
        PUT /gists/{id}/star -> gists.star.update
        DELETE /gists/{id}/star -> gists.star.delete
    """,
}


@pytest.mark.parametrize("case", CASES)
def test_action_is_a_method_or_a_resource(case: str) -> None:
    assert_names(CASES[case])
