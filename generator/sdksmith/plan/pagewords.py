"""The names that APIs use for what belongs to pages.

Counted over 28,872 operations with lists, of 2,300 published documents; in brackets, in
how many of their families a name or a pair of names stands. Names are compared without
case and punctuation: `page[number]` is `pagenumber`.
"""

from __future__ import annotations

import re
from typing import Final

CURSORS: Final = frozenset(
    (
        *("cursor", "pagecursor", "nextcursor", "startcursor", "aftercursor"),
        *("pagetoken", "nexttoken", "nextpagetoken", "paginationtoken"),
        *("pagingtoken", "resumptiontoken", "skiptoken", "nextpagecursor"),
        *("continuationtoken", "continuation", "continue", "nextcontinuationtoken"),
        *(
            "marker",
            "nextmarker",
            "startmarker",
            "bookmark",
            "scrollid",
            "paginationkey",
        ),
        *("pagekey", "nextpagekey", "startkey", "nextstartkey", "exclusivestartkey"),
        *("pagestate", "nextpageid", "nextid", "after", "pageafter", "startingafter"),
        *(
            "nextkey",
            "paginationcursor",
            "pagingcursor",
            "endcursor",
            "scroll",
            "iterator",
        ),
    )
)
"""Parameters that take a cursor: `pageToken` (6), `cursor` (17), `after` (18)..."""

NEXT_CURSORS: Final = frozenset(
    (
        *("nextcursor", "nextpagetoken", "nexttoken", "nextpagecursor", "endcursor"),
        *("nextcontinuationtoken", "nextmarker", "nextpagekey", "nextstartkey"),
        *("lastevaluatedkey", "nextkey", "nextpageid", "nextid", "nextscrollid"),
        *("nextpaginationtoken", "nextbookmark", "nextpagestate", "nextaftercursor"),
    )
)
"""Properties that are a cursor of the next page by their names alone."""

OWN_CURSORS: Final = frozenset(
    (
        *("cursor", "continuationtoken", "continuation", "continue", "marker"),
        *("bookmark", "scrollid", "resumptiontoken", "skiptoken", "nexttoken"),
        *("paginationtoken", "pagingtoken", "pagetoken", "iterator", "nextpagetoken"),
        *("nextcursor", "nextmarker", "pagestate", "startkey", "exclusivestartkey"),
        *("pagecursor", "nextpagecursor", "paginationkey", "pagekey", "nextkey"),
        *("nextpagekey", "startcursor", "aftercursor", "nextid", "endcursor"),
    )
)
"""Parameters whose own name in an answer means the cursor of the next page."""

NEXT_NUMBERS: Final = {
    **dict.fromkeys(
        ("page", "pagenumber", "pageno", "pagenum"), ("nextpage", "nextpagenumber")
    ),
    **dict.fromkeys(("offset", "skip"), ("nextoffset", "nextskip")),
    "start": ("nextstart", "nextoffset"),
    "startat": ("nextstartat",),
    "startindex": ("nextstartindex", "nextindex"),
}
"""Parameter -> what an answer calls its next value: `page` and `next_page` (5)."""

PAIRS: Final = frozenset({("afterid", "lastid"), ("startingafter", "lastid")})
"""Parameter and property that agree, though neither is in the tables above."""

NUMBERS: Final = frozenset(
    ("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "pageid")
)
"""Parameters that take the number of a page: `page` (110), `pageNumber` (7)..."""

OFFSETS: Final = frozenset(
    (
        *("offset", "skip", "skipcount", "startat", "startindex", "pageoffset"),
        *("start", "startrow", "startposition", "firstresult", "resultoffset"),
    )
)
"""Parameters that take the number of an item: `offset` (104), `start` (29)..."""

LIMITS: Final = frozenset(
    (
        *("limit", "pagesize", "perpage", "size", "count", "maxresults", "maxitems"),
        *("pagelimit", "top", "take", "rows", "max", "num", "itemsperpage", "rowcount"),
        *("results", "resultsperpage", "pagecount", "maxresultcount", "number"),
        *("maxpagesize", "length", "rpp", "maxcount", "pglimit", "resultlimit"),
    )
)
"""Parameters that say how many items a page has."""

TOTALS: Final = frozenset(
    (
        *("total", "totalcount", "totalresults", "totalitems", "totalelements"),
        *("totalrecords", "totalsize", "totalrows", "itemstotal", "totalentries"),
        *("totalhits", "totalobjects", "numresults", "totalnumber", "recordcount"),
        *(
            "totalitemcount",
            "totalrecordcount",
            "totalnumberofitems",
            "totalresultcount",
        ),
    )
)
"""Properties that say how many items there are in all: `total` (52)... A `count` (39) may
be that of the page alone."""

PAGE_TOTALS: Final = frozenset(
    (
        *("totalpages", "totalpage", "pagestotal", "pagecount", "lastpage"),
        *("numpages", "totalpagecount", "numberofpages", "maxpage", "pages"),
    )
)
"""Properties that say how many pages there are."""

OWN_NUMBERS: Final = frozenset(
    ("page", "currentpage", "pagenumber", "pageindex", "pageno", "pagenum", "number")
)
"""Properties that say which page it is: `page` beside a parameter `page` (24)."""

MORE: Final = frozenset(
    (
        *("hasmore", "more", "hasnext", "hasnextpage", "hasmoreresults"),
        *("hasmoreitems", "moreresults", "nextpageexists", "hasmorepages"),
        *("morepages", "hasmoredata"),
    )
)
"""Flags that are false on the last page."""

LAST: Final = frozenset(
    ("islast", "last", "islastpage", "lastpage", "endofstream", "done")
)
"""Flags that are true on the last page."""

STRONG_LINKS: Final = frozenset(
    ("nextlink", "odatanextlink", "nexthref", "nextpagelink", "nextrecordsurl")
)
"""Links that must be followed even where pages are counted: a server adds to them."""

LINKS: Final = frozenset(
    ("next", "nexturl", "nextpageurl", "nexturi", "nextpageuri", "nextpage", "nextpath")
)
"""Properties that may be a link to the next page."""

LINK_WRAPPERS: Final = frozenset(("links", "link", "pagelinks", "paginglinks"))
"""Objects that hold links by their relation: `links.next` (17), `_links.next` (8)."""

WRAPPERS: Final = frozenset(
    (
        *("meta", "metadata", "paging", "pagination", "page", "pageinfo", "cursors"),
        *("responsemetadata", "cursor", "listmetadata", "pagingmetadata", "next"),
        *("pager", "resultinfo", "resultset", "searchmetadata", "pagedetails"),
        *("paginationinfo", "paginationmetadata", "pagemetadata", "responseinfo"),
        *("paginator", "pageable", "info", "range", "queryinfo", "nextpage"),
        "tokenpagination",
    )
)
"""Objects that hold what is said about a page."""

HOLDERS: Final = frozenset(
    (
        *("data", "result", "results", "response", "embedded", "payload", "d"),
        *("body", "content", "list"),
    )
)
"""Objects that hold the list itself."""

ITEMS: Final = (
    *("data", "items", "results", "value", "values", "records", "entries"),
    *("elements", "objects", "resources", "content", "rows", "list", "result"),
)
"""What the list is called where there are several lists, the surest first."""

NO_ITEMS: Final = frozenset(
    (
        *("links", "errors", "warnings", "included", "unreachable", "facets", "fields"),
        *("messages", "notices", "columns", "aggregations", "filters", "sort", "sorts"),
        *("metadata", "meta", "schema", "info", "headers", "suggestions", "buckets"),
        *(
            "infomessages",
            "validationerrors",
            "includes",
            "actions",
            "pages",
            "orderby",
        ),
    )
)
"""Lists that stand beside the items."""

FLAT: Final = re.compile(r"[^a-z0-9]+")


def flat_name(name: str) -> str:
    """Return a name without case and punctuation."""
    return FLAT.sub("", name.lower())
