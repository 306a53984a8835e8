"""Names that APIs use for pagination.

The lists are in `words.txt`, which also explains them. Except in `LIST_PARAMETERS`, names
are written as `flat_name` returns them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

_FLAT: Final = re.compile(r"[^a-z0-9]+")
_OWNER: Final = re.compile(
    r"^(?:(?:pagination|paging|filter|options|query|search_?criteria)[\[.]|sysparm_)",
    re.IGNORECASE,
)
_PREFIX: Final = re.compile(r"^@?[a-z]+[:.](?=.)", re.IGNORECASE)


def flat_name(name: str) -> str:
    """Return a name in lower case, without punctuation."""
    return _FLAT.sub("", name.lower())


@lru_cache(maxsize=4096)
def parameter_name(name: str) -> str:
    """Return the flat name of a parameter, without the object that it belongs to.

    `pagination[page]` and `sysparm_offset` are `page` and `offset`.
    """
    return flat_name(_OWNER.sub("", name))


@lru_cache(maxsize=4096)
def property_name(name: str) -> str:
    """Return the flat name of a property, without the prefix of its vocabulary.

    `hydra:next` and `@odata.nextLink` are `next` and `nextlink`.
    """
    return flat_name(_PREFIX.sub("", name))


def _read_lists() -> dict[str, str]:
    """Return the lists of `words.txt` by their names, separated by spaces."""
    text = Path(__file__).with_name("words.txt").read_text("ascii")
    sections = re.sub("#.*", "", text).split("[")[1:]
    return dict(section.split("]") for section in sections)


_LISTS: Final = _read_lists()


def _flat_names(name: str) -> list[str]:
    return _LISTS[name].replace("_", "").replace("*", "").split()


LIST_PARAMETERS: Final = frozenset(
    word[:-1] for word in " ".join(_LISTS.values()).split() if word[-1] == "*"
)
"""Parameters that show that an operation returns a list, in snake_case."""

CURSORS: Final = frozenset(_flat_names("cursors"))
NEXT_CURSORS: Final = frozenset(_flat_names("next_cursors"))
OWN_CURSORS: Final = frozenset(_flat_names("own_cursors"))
NUMBERS: Final = frozenset(_flat_names("numbers"))
OFFSETS: Final = frozenset(_flat_names("offsets"))
LIMITS: Final = frozenset(_flat_names("limits"))
TOTALS: Final = frozenset(_flat_names("totals"))
PAGE_TOTALS: Final = frozenset(_flat_names("page_totals"))
OWN_NUMBERS: Final = frozenset(_flat_names("own_numbers"))
MORE: Final = frozenset(_flat_names("more"))
LAST: Final = frozenset(_flat_names("last"))
STRONG_LINKS: Final = frozenset(_flat_names("strong_links"))
LINKS: Final = frozenset(_flat_names("links"))
LINK_WRAPPERS: Final = frozenset(_flat_names("link_wrappers"))
WRAPPERS: Final = frozenset(_flat_names("wrappers"))
HOLDERS: Final = frozenset(_flat_names("holders"))
NO_ITEMS: Final = frozenset(_flat_names("no_items"))
RARELY_ITEMS: Final = frozenset(_flat_names("rarely_items"))
AFTERS: Final = tuple(_flat_names("afters"))
BEFORES: Final = tuple(_flat_names("befores"))
ITEMS: Final = tuple(_flat_names("items"))

NEXT_NUMBERS: Final = {
    **dict.fromkeys(
        ("page", "pagenumber", "pageno", "pagenum"), ("nextpage", "nextpagenumber")
    ),
    **dict.fromkeys(("offset", "skip"), ("nextoffset", "nextskip")),
    "start": ("nextstart", "nextoffset"),
    "startat": ("nextstartat",),
    "startindex": ("nextstartindex", "nextindex"),
}
"""Parameter -> names of its next value in a response: `page` and `next_page` (5)."""

PAIRS: Final = frozenset({("afterid", "lastid"), ("startingafter", "lastid")})
"""Pairs of parameter and property that belong together despite different names."""

ENVELOPE_WORDS: Final = frozenset(
    name
    for section in (
        *("next_cursors", "own_cursors", "own_numbers", "totals", "page_totals"),
        *("more", "last", "strong_links", "links", "link_wrappers", "wrappers"),
        *("no_items", "rarely_items", "limits", "offsets", "envelope_words"),
    )
    for name in _flat_names(section)
)
"""Names of properties that describe a page rather than a thing."""

HEADER_WORDS: Final = frozenset(
    (
        *(*NEXT_CURSORS, *TOTALS, *PAGE_TOTALS, *MORE, *OWN_NUMBERS),
        *("nextpage", "continuationtoken"),
    )
)
"""Names of response headers with these roles, without `X-`: `X-Next-Page` (GitLab)."""
