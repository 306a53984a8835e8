"""Servers of lists in pages, one for each style of `styles.yaml`.

A server is strict: it rejects a request for a page that does not exist, and one that
does not come from a parameter or link of the style.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import httpx2

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE: Final = 3
ITEMS: Final = [{"id": f"{number}", "name": f"n{number}"} for number in range(1, 8)]
"""Seven items: pages of 3, 3 and 1."""
ORIGIN: Final = "https://pages.example.com"


@dataclass
class Call:
    """A request to a server.

    Attributes:
        path: Path of the list, absolute.
        query: The query parameters.
        body: The JSON body; empty without one.
    """

    path: str
    query: dict[str, str]
    body: dict[str, Any]

    def start(self, name: str, first: int = 0) -> int:
        """Return the index of the first item of a page, which a counter determines."""
        return int(self.query.get(name, first)) - first

    def page(self, name: str = "page", first: int = 1) -> int:
        """Return the index of the first item of a page with a number."""
        return self.start(name, first) * SIZE

    def link(self, **query: str | int | None) -> str:
        """Return an absolute link to a page of the list."""
        return f"{ORIGIN}{self.path}?{httpx2.QueryParams(query)}"


Server: TypeAlias = "Callable[[Call], httpx2.Response]"


def cut(start: int) -> list[dict[str, str]]:
    """Return the items of a page."""
    return ITEMS[start : start + SIZE]


def rest(start: int) -> int | None:
    """Return the index of the next page; None on the last."""
    return start + SIZE if start + SIZE < len(ITEMS) else None


def reply(value: object, **headers: str) -> httpx2.Response:
    """Return a JSON response."""
    names = {name.replace("_", "-"): text for name, text in headers.items()}
    return httpx2.Response(200, json=value, headers=names)


def after(key: str | None) -> int:
    """Return the index of the item after a key."""
    return int(key) if key else 0


def token(text: str | None) -> int:
    """Return the index in an opaque token."""
    return int(text.removeprefix("t-")) if text else 0


def make_token(start: int) -> str | None:
    """Return the opaque token of the next page; None on the last."""
    following = rest(start)
    return None if following is None else f"t-{following}"


def by_token(parameter: str, items: str, location: str, end: object = None) -> Server:
    """Return a server that puts a token for a parameter at a location (`a.b`)."""

    def serve(call: Call) -> httpx2.Response:
        start = token({**call.query, **call.body}.get(parameter))
        following = make_token(start)
        return reply({items: cut(start), **_nested(location, following or end)})

    return serve


def _nested(location: str, value: object) -> dict[str, Any]:
    for name in reversed(location.split(".")):
        value = {name: value}
    return value  # type: ignore[return-value]


def by_page(make: Callable[[Call, int, int | None], httpx2.Response]) -> Server:
    """Return a server of numbered pages, which has no page after the last."""

    def serve(call: Call) -> httpx2.Response:
        name = next((name for name in call.query if "page" in name), "page")
        start = call.page(name)
        if start >= len(ITEMS):
            return httpx2.Response(404, json={"detail": "Invalid page."})
        following = None if rest(start) is None else start // SIZE + 2
        return make(call, start, following)

    return serve


def bitbucket(call: Call, start: int, following: int | None) -> httpx2.Response:
    more = {"next": call.link(page=following)} if following else {}
    page = start // SIZE + 1
    return reply({"pagelen": SIZE, "values": cut(start), "page": page, **more})


def django(call: Call, start: int, following: int | None) -> httpx2.Response:
    link = call.link(page=following) if following else None
    return reply({"count": 7, "next": link, "previous": None, "results": cut(start)})


def github(call: Call, start: int, following: int | None) -> httpx2.Response:
    link = f'<{call.link(page=following)}>; rel="next"' if following else ""
    return reply(cut(start), link=link)


def gitlab(call: Call, start: int, following: int | None) -> httpx2.Response:
    return reply(cut(start), X_Next_Page=f"{following or ''}", X_Total="7")


def hydra(call: Call, start: int, following: int | None) -> httpx2.Response:
    link = {"hydra:next": f"{call.path}?page={following}"} if following else {}
    view = {"@id": call.path, **link}
    found = {"hydra:totalItems": 7, "hydra:member": cut(start), "hydra:view": view}
    response = reply(found)
    response.headers["content-type"] = "application/ld+json"
    return response


def jsonapi(call: Call, start: int, following: int | None) -> httpx2.Response:
    url = call.link(**{"page[number]": following}) if following else None
    links = {"next": {"href": url} if following == 3 else url}
    return reply({"data": cut(start), "links": links})


def nestjs(call: Call, start: int, following: int | None) -> httpx2.Response:
    page = start // SIZE + 1
    return reply({"results": cut(start), "total": 7.0, "page": page, "limit": SIZE})


def strapi(call: Call, start: int, following: int | None) -> httpx2.Response:
    pagination = {"page": start // SIZE + 1, "pageSize": SIZE, "pageCount": 3}
    return reply({"data": cut(start), "meta": {"pagination": pagination}})


def trello(call: Call, start: int, following: int | None) -> httpx2.Response:
    page = f"{start // SIZE + 1}"
    return reply({"actions": cut(start), "page": page, "pages": "3"})


def wordpress(call: Call, start: int, following: int | None) -> httpx2.Response:
    return reply(cut(start), X_WP_Total="7", X_WP_TotalPages="3")


def zendesk(call: Call, start: int, following: int | None) -> httpx2.Response:
    link = call.link(page=following) if following else None
    found = {"tickets": cut(start), "users": ITEMS[:1], "count": 7, "next_page": link}
    return reply(found)


def azure(call: Call) -> httpx2.Response:
    start = token(call.query.get("$skiptoken"))
    link = {"odata.nextLink": call.link(**{"$skiptoken": make_token(start)})}
    return reply({"value": cut(start), **(link if rest(start) else {})})


def discord(call: Call) -> httpx2.Response:
    """Return the newest messages first, as well after a message."""
    items = ITEMS
    if "before" in call.query:
        items = [item for item in items if int(item["id"]) < int(call.query["before"])]
    if "after" in call.query:
        items = [item for item in items if int(item["id"]) > int(call.query["after"])]
        return reply(items[:SIZE][::-1])
    return reply(items[-SIZE:][::-1])


def discord_members(call: Call) -> httpx2.Response:
    return reply(cut(after(call.query.get("after"))))


def django_cursor(call: Call) -> httpx2.Response:
    start = token(call.query.get("cursor"))
    link = call.link(cursor=make_token(start)) if rest(start) else None
    return reply({"next": link, "previous": None, "results": cut(start)})


def elastic(call: Call) -> httpx2.Response:
    start = call.body.get("from", 0)
    total = {"value": 7, "relation": "eq"}
    return reply({"took": 1, "hits": {"total": total, "hits": cut(start)}})


def facebook(call: Call) -> httpx2.Response:
    start = token(call.query.get("after"))
    cursors = {"before": "t-0", "after": make_token(start)}
    return reply({"data": cut(start), "paging": {"cursors": cursors}})


def fastapi(call: Call) -> httpx2.Response:
    return reply(cut(call.start("skip")))


def fhir(call: Call) -> httpx2.Response:
    start = call.start("from")
    links = [{"relation": "self", "url": call.path}]
    if rest(start):
        links.append({"relation": "next", "url": f"{call.path}?from={rest(start)}"})
    return reply({"resourceType": "Bundle", "entry": cut(start), "link": links})


def graph(call: Call) -> httpx2.Response:
    start = call.start("$skip")
    link = call.link(**{"$skip": rest(start)}) if rest(start) else None
    return reply({"value": cut(start), "@odata.nextLink": link})


def hal(call: Call) -> httpx2.Response:
    start = call.start("from")
    following = {"next": {"href": f"?from={rest(start)}"}} if rest(start) else {}
    links = {"self": {"href": call.path}, **following}
    return reply({"_embedded": {"orders": cut(start)}, "_links": links})


def intercom(call: Call) -> httpx2.Response:
    start = token(call.query.get("starting_after"))
    key = make_token(start)
    following = {"page": start // SIZE + 2, "starting_after": key} if key else None
    pages = {"page": start // SIZE + 1, "total_pages": 3, "next": following}
    return reply({"type": "list", "data": cut(start), "pages": pages})


def jira(call: Call) -> httpx2.Response:
    start = call.start("startAt")
    return reply({"startAt": start, "total": "7", "issues": cut(start)})


def by_last_id(parameter: str, **more: object) -> Server:
    """Return a server of pages that start after the ID of an item."""

    def serve(call: Call) -> httpx2.Response:
        start = after(call.query.get(parameter))
        items = cut(start)
        ids = {"first_id": items[0]["id"], "last_id": items[-1]["id"]} if more else {}
        return reply({"data": items, "has_more": rest(start) is not None, **ids})

    return serve


def notion(call: Call) -> httpx2.Response:
    start = token(call.body.get("start_cursor"))
    cursor = make_token(start)
    found = {"results": cut(start), "next_cursor": cursor, "has_more": bool(cursor)}
    return reply(found)


def plaid(call: Call) -> httpx2.Response:
    items = cut(call.body.get("options", {}).get("offset", 0))
    return reply({"accounts": [], "transactions": items, "total_transactions": 7})


def plain_link(call: Call) -> httpx2.Response:
    start = call.start("from")
    link = {"next": f"{call.path}?from={rest(start)}"} if rest(start) else {}
    return reply({"birds": cut(start), **link})


def salesforce(call: Call) -> httpx2.Response:
    start = call.start("batch")
    found = {"totalSize": 7, "done": rest(start) is None, "records": cut(start)}
    link = {"nextRecordsUrl": f"{call.path}?batch={rest(start)}"}
    return reply({**found, **(link if rest(start) else {})})


def scim(call: Call) -> httpx2.Response:
    start = call.start("startIndex", 1)
    counts = {"totalResults": 7, "startIndex": start + 1, "itemsPerPage": SIZE}
    return reply({"schemas": ["list"], **counts, "Resources": cut(start)})


def shopify(call: Call) -> httpx2.Response:
    start = token(call.query.get("page_info"))
    link = f'<{call.link(page_info=make_token(start))}>; rel="next"'
    return reply({"products": cut(start)}, link=link if rest(start) else "")


def spring(call: Call) -> httpx2.Response:
    start = call.page(first=0)
    last = rest(start) is None
    return reply(
        {
            "content": cut(start),
            "totalPages": 3,
            "totalElements": 7,
            "number": start // SIZE,
            "last": last,
        }
    )


def twilio(call: Call) -> httpx2.Response:
    start = token(call.query.get("PageToken"))
    page = start // SIZE
    link = f"{call.path}?PageSize=3&Page={page + 1}&PageToken={make_token(start)}"
    found = {"messages": cut(start), "page": page, "uri": call.path}
    return reply({**found, "next_page_uri": link if rest(start) else None})


STYLES: Final[dict[str, Server]] = {
    "airtable": by_token("offset", "records", "offset"),
    "aws": by_token("NextToken", "Queues", "NextToken"),
    "azure": azure,
    "bitbucket": by_page(bitbucket),
    "discord": discord,
    "discord-members": discord_members,
    "django-cursor": django_cursor,
    "django-number": by_page(django),
    "elastic": elastic,
    "facebook": facebook,
    "fastapi": fastapi,
    "fhir": fhir,
    "github": by_page(github),
    "gitlab": by_page(gitlab),
    "google": by_token("pageToken", "files", "nextPageToken"),
    "hal": hal,
    "hubspot": by_token("after", "results", "paging.next.after"),
    "hydra": by_page(hydra),
    "intercom": intercom,
    "jira": jira,
    "jsonapi": by_page(jsonapi),
    "kubernetes": by_token("continue", "items", "metadata.continue", ""),
    "microsoft-graph": graph,
    "nestjs": by_page(nestjs),
    "notion": notion,
    "openai": by_last_id("after", object="list"),
    "openai-jobs": by_last_id("after"),
    "plaid": plaid,
    "plain-link": plain_link,
    "salesforce": salesforce,
    "scim": scim,
    "shopify": shopify,
    "slack": by_token("cursor", "messages", "response_metadata.next_cursor", ""),
    "spring": spring,
    "strapi": by_page(strapi),
    "stripe": by_last_id("starting_after"),
    "token": by_token("token", "pets", "nextToken"),
    "trello": by_page(trello),
    "twilio": twilio,
    "twitch": by_token("after", "data", "pagination.cursor"),
    "twitter": by_token("pagination_token", "data", "meta.next_token"),
    "vultr": by_token("cursor", "instances", "meta.links.next", ""),
    "wordpress": by_page(wordpress),
    "zendesk": by_page(zendesk),
}
"""Style -> its server."""

WITHOUT_END: Final = frozenset(("discord", "discord-members", "fastapi"))
"""Styles in which only an empty page shows the end."""


def serve(server: Server, request: httpx2.Request) -> httpx2.Response:
    """Return the response of a server to a request."""
    body: dict[str, Any] = json.loads(request.content) if request.content else {}
    return server(Call(request.url.path, dict(request.url.params), body))
