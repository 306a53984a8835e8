"""Names that APIs use for pagination.

The names were counted over 28,872 operations with lists, from 2,300 published
documents. A number in parentheses is the number of document families in which a name,
or a pair of names, appears. Names are compared without case and punctuation:
`page[number]` is `pagenumber`.
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
"""Properties that are the cursor of the next page according to their name alone."""

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
"""Parameters whose name in a response denotes the cursor of the next page."""

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

NUMBERS: Final = frozenset(
    ("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "pageid")
)
"""Parameters that take a page number: `page` (110), `pageNumber` (7)..."""

OFFSETS: Final = frozenset(
    (
        *("offset", "skip", "skipcount", "startat", "startindex", "pageoffset"),
        *("start", "startrow", "startposition", "firstresult", "resultoffset"),
    )
)
"""Parameters that take the number of the first item: `offset` (104), `start` (29)..."""

LIMITS: Final = frozenset(
    (
        *("limit", "pagesize", "perpage", "size", "count", "maxresults", "maxitems"),
        *("pagelimit", "top", "take", "rows", "max", "num", "itemsperpage", "rowcount"),
        *("results", "resultsperpage", "pagecount", "maxresultcount", "number"),
        *("maxpagesize", "length", "rpp", "maxcount", "pglimit", "resultlimit"),
    )
)
"""Parameters that limit the number of items per page."""

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
"""Properties with the total number of items: `total` (52)... `count` (39) is excluded,
because it may be the number of items on the page."""

PAGE_TOTALS: Final = frozenset(
    (
        *("totalpages", "totalpage", "pagestotal", "pagecount", "lastpage"),
        *("numpages", "totalpagecount", "numberofpages", "maxpage", "pages"),
    )
)
"""Properties with the total number of pages."""

OWN_NUMBERS: Final = frozenset(
    ("page", "currentpage", "pagenumber", "pageindex", "pageno", "pagenum", "number")
)
"""Properties with the number of the current page: `page` for parameter `page` (24)."""

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
"""Links that must be followed even if pages are counted: servers add data to them."""

LINKS: Final = frozenset(
    ("next", "nexturl", "nextpageurl", "nexturi", "nextpageuri", "nextpage", "nextpath")
)
"""Properties that may be a link to the next page."""

LINK_WRAPPERS: Final = frozenset(("links", "link", "pagelinks", "paginglinks"))
"""Objects that contain links by relation: `links.next` (17), `_links.next` (8)."""

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
"""Objects that contain metadata about a page."""

HOLDERS: Final = frozenset(
    (
        *("data", "result", "results", "response", "embedded", "payload", "d"),
        *("body", "content", "list"),
    )
)
"""Objects that contain the list itself."""

ITEMS: Final = (
    *("data", "items", "results", "value", "values", "records", "entries"),
    *("elements", "objects", "resources", "content", "rows", "list", "result"),
)
"""Names of the list if a response contains several lists, most reliable first."""

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
"""Lists that a response contains in addition to the items."""

FLAT: Final = re.compile(r"[^a-z0-9]+")


def flat_name(name: str) -> str:
    """Return a name in lower case, without punctuation."""
    return FLAT.sub("", name.lower())
