"""English word lists for the names of resources and methods.

The verbs are taken from the last segments of the paths of real APIs. `plan/` defines how
each list is used. Long lists are in `word_lists/`, one word a line.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).with_name("word_lists")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _read_lines(name: str) -> list[str]:
    return (_FOLDER / f"{name}.txt").read_text(encoding="ascii").splitlines()


COMPOUNDS: Final = {
    "OAuth": "Oauth",
    "GitHub": "Github",
    "GitLab": "Gitlab",
    "GraphQL": "Graphql",
    "YouTube": "Youtube",
    "LinkedIn": "Linkedin",
    "PayPal": "Paypal",
    "JavaScript": "Javascript",
    "TypeScript": "Typescript",
    "WhatsApp": "Whatsapp",
    "WordPress": "Wordpress",
    "MySQL": "Mysql",
    "NoSQL": "Nosql",
    "PostgreSQL": "Postgresql",
    "IPv4": "Ipv4",
    "IPv6": "Ipv6",
    "iOS": "Ios",
    "macOS": "Macos",
}
"""Names with capital letters inside a word, with the spelling that is split correctly."""

IRREGULAR_PLURALS: Final = dict(
    line.split() for line in _read_lines("irregular_plurals")
)
"""Plurals that the rules do not cover, with their singulars."""

SAME_PLURALS: Final = _words("series species aircraft offspring sheep fish")

COLLECTIVES: Final = _words("""
    history feedback media news inventory staff personnel equipment content telemetry
    correspondence traffic hardware software timeline feed catalog catalogue
    """)
"""Singulars that name a collection; GET on them usually returns a list."""

NO_PLURALS: Final = frozenset(_read_lines("no_plurals"))
"""Words that end in `s` but are not plurals."""

PREPOSITIONS: Final = _words(
    "by for from in into of on to with without at after before between near per as via"
)

ADJECTIVES: Final = frozenset(_read_lines("adjectives"))
"""Words that select a part of a collection: `/invoices/upcoming`."""

VERBS: Final = frozenset(_read_lines("verbs"))
"""Verbs that name the action of an operation if they are the last segment of its path."""

NOUN_VERBS: Final = frozenset(_read_lines("noun_verbs"))
"""Words that are both verbs and nouns.

A segment that starts with one of them and ends in a plural is a noun (`test_clocks`,
`order_returns`). A segment that starts with another verb is an action (`list_keys`).
"""

COLLECTION_VERBS: Final = _words("list send get add update delete create set")
"""Words that are verbs even before a plural: `list_keys`, `add_tags`."""

READING_VERBS: Final = _words("""
    autocomplete compare count check describe diff download estimate explain export fetch
    find forecast get introspect list login logout logon lookup ping poll predict preview
    query read render resolve retrieve sample scan search show suggest summary test
    timeseries track validate verify view
    """)
"""Words that are verbs as the last segment of a GET, even if they are nouns as well."""

TRAILING_VERBS: Final = _words("""
    activate add approve cancel check close create deactivate delete disable enable end
    join leave pause refresh reject remove reset resume retry revoke start stop update
    validate verify
    """)
"""Verbs that are put first if they follow their object: `playback_start`."""

REMOVING_VERBS: Final = _words("""
    abort bulk cancel clear delete deregister detach disable disassociate disconnect
    dismiss empty erase expire flush invalidate leave purge release remove reset revoke
    stop terminate wipe
    """)
"""Verbs that are methods as the last segment of a DELETE, not resources."""

STATES: Final = {
    **dict.fromkeys(_words("read unread seen unseen interacted"), ""),
    "archived": "archive",
    "unarchived": "unarchive",
    "cancelled": "cancel",
    "canceled": "cancel",
    "completed": "complete",
    "closed": "close",
    "reopened": "reopen",
    "approved": "approve",
    "rejected": "reject",
    "deleted": "delete",
    "published": "publish",
    "unpublished": "unpublish",
    "resolved": "resolve",
    "pinned": "pin",
    "unpinned": "unpin",
    "starred": "star",
    "muted": "mute",
    "unmuted": "unmute",
}
"""States that requests write -> the verb that leads to them; empty if there is none."""

REPORTS: Final = _words(
    "analytics insights metrics stats statistics summary timeseries usage top"
)
"""Words for reports, whose parts are methods: `/usage/completions`."""
