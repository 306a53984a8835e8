"""English word lists for the names of resources and methods.

The verbs are taken from the last segments of the paths of real APIs. `plan/` defines how
each list is used.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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

IRREGULAR_PLURALS: Final = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "indices": "index",
    "indexes": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "appendices": "appendix",
    "criteria": "criterion",
    "analyses": "analysis",
    "bases": "base",
    "crises": "crisis",
    "hypotheses": "hypothesis",
    "synopses": "synopsis",
    "phenomena": "phenomenon",
    "leaves": "leaf",
    "lives": "life",
    "shelves": "shelf",
    "halves": "half",
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "pies": "pie",
    "lies": "lie",
    "dies": "die",
    "menus": "menu",
    "skus": "sku",
    "cpus": "cpu",
    "gpus": "gpu",
    "apis": "api",
    "uris": "uri",
    "kpis": "kpi",
    "wikis": "wiki",
    "emojis": "emoji",
    "taxis": "taxi",
    "ids": "id",
    "ips": "ip",
    "ads": "ad",
    "quizzes": "quiz",
    "gases": "gas",
    "lenses": "lens",
    "canvases": "canvas",
    "heroes": "hero",
    "photos": "photo",
    "echoes": "echo",
    "potatoes": "potato",
    "caches": "cache",
    "axes": "axis",
    "databases": "database",
    "purchases": "purchase",
}
"""Plurals that the rules do not cover, with their singulars."""

SAME_PLURALS: Final = _words("series species aircraft offspring sheep fish")

COLLECTIVES: Final = _words("""
    history feedback media news inventory staff personnel equipment content telemetry
    correspondence traffic hardware software timeline feed catalog catalogue
    """)
"""Singulars that name a collection; GET on them usually returns a list."""

NO_PLURALS: Final = _words("""
    news dns gps sms mms aws tls https os ios macos cors css rss sas saas paas iaas
    canvas atlas alias bias gas lens plus minus yes always perhaps mathematics analytics
    graphics physics economics logistics ethics politics basics diagnostics has was does
    its this kudos cosmos chaos pos dos windows kubernetes headquarters means thanks
    business access process
    address ms ts js ks es as is us vs bus fps kms tms cms
    """)
"""Words that end in `s` but are not plurals."""

PREPOSITIONS: Final = _words(
    "by for from in into of on to with without at after before between near per as via"
)

ADJECTIVES: Final = _words("""
    active all archived available best closed completed current daily default deleted
    draft due expired failed featured first free global hot inactive incoming internal
    joined last latest live liked me mine missing monthly more most my newest next nearby
    new newest old oldest open opened outgoing overdue own owned paid past pending
    popular previous primary private public raw read recent recommended related random
    rejected removed scheduled self shared similar starred subscribed suggested summary
    top total trashed trending unpaid unread upcoming updated weekly yearly
    """)
"""Words that select a part of a collection: `/invoices/upcoming`."""

VERBS: Final = _words("""
    abort accept acknowledge acquire activate add allocate allow amend apply approve
    archive ask assign associate attach authenticate authorise authorize autocomplete
    ban begin bind block bulk batch buy calculate cancel capture change check claim clear
    clone close count
    collect commit compare complete compress compute confirm consume continue convert
    copy correct create deactivate deallocate decide decline decode decrypt dedupe delete
    deliver demote deny deploy describe destroy detach detect disable disassociate
    discard disconnect dismiss dispatch download duplicate edit eject email enable encode
    encrypt end enqueue enrich enroll enter establish evaluate evict exchange execute
    exists expand expire explain export extend extract failover fetch fill finalise
    finalize find finish flush follow force forward freeze generate get give grant
    hide hold identify ignore import increment infer ingest init initialize initiate
    insert install instantiate introspect invalidate invite invoke issue join keep kick
    kill launch leave link list listen load lock login logon logout lookup make map mark
    merge migrate modify move mute notify obtain offboard onboard optimize parse pause
    pay perform persist pin ping place poll populate post predict prepare preview
    process promote provision publish purge push put quarantine query queue react
    read reactivate reauthorize reboot rebuild recalculate recharge recover redeem redeploy refresh
    refund regenerate register reimage reindex reinstall reinstate reject release reload
    remove rename render renew reopen reorder repeat replace replay reply report request
    require resend reset resize resolve restart restore resubmit resume retrieve retry
    return revalidate reverse revert revoke rollback rotate run sample save scale scan
    schedule search seed select send set settle share shutdown sign signin signout signup
    simulate skip snooze sort split stage star start stop store stream submit subscribe
    suggest suspend swap switch sync synchronise synchronize tag take terminate test
    toggle tokenize touch track train transcribe transfer transform translate transition
    trigger unarchive unassign unban unblock undelete undo unfollow unfreeze unhide
    uninstall unlike unlink unlock unmark unmute unpin unpublish unregister unset unshare
    unstar unsubscribe unsuspend unwatch update upgrade upload upsert use validate verify
    view void watch withdraw write warmup
    """)
"""Verbs that name the action of an operation if they are the last segment of its path."""

NOUN_VERBS: Final = _words("""
    answer archive audit backup batch block bulk buy call change charge check claim clone comment
    commit connect copy dispatch download email end exchange export feed filter follow
    forecast forward grant group hold import increment index invite issue lead like link
    list load lock login logout log map mark match message move note offer order pin ping
    place poll post preview process profile purchase push query queue quote rank rate
    record refund release repeat reply report request reset return review route run sample
    scale scan schedule score search send share sign signup sort stage star state store
    stream switch sync tag test token touch track trade train transfer transition trigger
    upgrade upload view vote watch work
    """)
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
