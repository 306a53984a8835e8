"""Code that uses the client of `specs/kitchen-sink`.

It runs with a mock transport, and CI checks its types. `assert_type` fixes the type of
each result, so that a change of the public interface fails here.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from typing import Any, assert_type
from uuid import UUID

import httpx2
import pytest
from harbour import (
    AsyncClient,
    Client,
    ConflictError,
    Page,
    Reply,
    UnprocessableEntityError,
)
from harbour.models import (
    Arrival,
    Berth,
    Booking,
    Bulk,
    Cargo,
    Container,
    Ferry,
    Job,
    Receipt,
    Tanker,
    Tug,
    Vessel,
    VesselPage,
)
from harbour.params import TugParam
from harbour.webhooks import parse_berth_freed, parse_vessel_arrived

TUG = {"kind": "tug", "imo": 9506411, "name": "Fuchsia", "bollard_pull": 60.5}
FERRY = {
    "kind": "ferry",
    "imo": 9506412,
    "name": "Hammonia",
    "route": [["Kiel", 20], ["Oslo", 90]],
    "decks": {"deck-1": 40},
    "length": None,
}


class Server:
    """Transport that returns prepared responses and records requests."""

    def __init__(self, *responses: httpx2.Response) -> None:
        self.responses = list(responses)
        self.seen: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.seen.append(request)
        return self.responses.pop(0)

    @property
    def last(self) -> httpx2.Request:
        """The last request."""
        return self.seen[-1]

    def client(self, **credentials: Any) -> Client:
        """Return a client of this server."""
        http = httpx2.Client(transport=httpx2.MockTransport(self))
        options: dict[str, Any] = {"api_key": "k", **credentials, "http_client": http}
        return Client(**options)


def test_page_items_are_members_of_the_union() -> None:
    server = Server(
        httpx2.Response(200, json={"data": [TUG, FERRY], "has_more": False})
    )
    page = server.client().vessels.list(
        limit=10,
        flag=["NL", "NO"],
        kinds=["a", "b"],
        draughts=[1.5, 2],
        filter={"name": "F", "length": {"min": 10}},
        path="a/b",
        expand=["owner"],
        x_trace_id="t-1",
    )
    assert_type(page, Page[Vessel, VesselPage])
    assert_type(page.data, VesselPage)
    assert_type(page.items, list[Vessel])
    tug, ferry = page
    assert isinstance(tug, Tug)
    assert_type(tug.bollard_pull, float)
    assert isinstance(ferry, Ferry)
    assert_type(ferry.route, list[tuple[str, int]] | None)
    assert ferry.route == [("Kiel", 20), ("Oslo", 90)]
    assert ferry.decks == {"deck-1": 40}
    url = str(server.last.url)
    assert "limit=10" in url
    assert "flag=NL,NO" in url
    assert "filter%5Bname%5D=F" in url
    assert "filter%5Blength%5D%5Bmin%5D=10" in url
    assert "path=a/b" in url
    assert "expand%5B%5D=owner" in url
    assert server.last.headers["x-trace-id"] == "t-1"
    assert server.last.headers["x-api-key"] == "k"


def test_body_can_be_a_dict_or_a_model() -> None:
    waiting = httpx2.Response(202, json={"id": "j", "state": "waiting", "priority": 9})
    server = Server(httpx2.Response(201, json=TUG), waiting)
    client = server.client()
    new: TugParam = {"kind": "tug", "imo": 9506411, "name": "F", "bollard_pull": 60.5}
    made = client.vessels.register(body=new)
    assert_type(made, Tug | Tanker | Ferry | Job)
    assert isinstance(made, Tug)
    job = client.vessels.register(body=made)
    assert isinstance(job, Job)
    assert job.priority == 9
    assert json.loads(server.last.content) == TUG


def test_conflict_raises_conflict_error() -> None:
    response = httpx2.Response(
        409,
        json={"title": "Twice", "status": 409, "errors": [{"pointer": "/imo"}]},
        headers={"content-type": "application/problem+json"},
    )
    server = Server(response)
    with pytest.raises(ConflictError) as caught:
        server.client().vessels.register(
            body={"kind": "ferry", "imo": 1, "name": "Hammonia"}
        )
    assert caught.value.status_code == 409


def test_multipart_parts_are_sent() -> None:
    server = Server(
        httpx2.Response(
            201,
            json={"number": 7, "stamp": "AAEC"},
            headers={"content-type": "application/vnd.harbour.receipt+json"},
        )
    )
    receipt = server.client().vessels.documents.upload(
        9506411,
        manifest={"lines": [{"description": "Coal", "weight": 2.5, "hazard": "fire"}]},
        scans=[b"one", ("two.png", b"two", "image/png")],
        seal=b"\x00\x01",
        tags=["a", "b"],
        remark=None,
    )
    assert_type(receipt, Receipt)
    assert_type(receipt.stamp, bytes | None)
    assert receipt.stamp == b"\x00\x01\x02"
    sent = server.last.content
    assert sent.count(b'form-data; name="scans"') == 2
    assert b'"hazard":"fire"' in sent
    assert server.last.headers["content-type"].startswith("multipart/form-data")


def test_text_response_can_be_none() -> None:
    text = httpx2.Response(200, text="lat,lon", headers={"content-type": "text/csv"})
    server = Server(text, httpx2.Response(204))
    client = server.client()
    track = client.vessels.track(9506411, "csv", session="s")
    assert_type(track, str | None)
    assert track == "lat,lon"
    assert server.last.url.path.endswith("/vessels/9506411/track.csv")
    assert server.last.headers["cookie"] == "session=s"
    assert client.vessels.track(9506411, "gpx") is None


def test_path_styles_are_serialised() -> None:
    server = Server(
        httpx2.Response(
            200, json=[{"quay": "A", "number": 1, "occupied_by": {**TUG, "new": 1}}]
        )
    )
    client = server.client(username="u", password="p", app_id="i", region="south")
    berths = client.berths.retrieve("A", [1, 2], preferences=["x", "y"])
    assert_type(berths, list[Berth])
    assert_type(berths[0].occupied_by, Tug | Tanker | Ferry | None)
    assert isinstance(berths[0].occupied_by, Tug)
    assert str(server.last.url).startswith(
        "https://south.harbour.example/v2/berths/;quay=A/.1.2?"
    )
    assert server.last.headers["authorization"].startswith("Basic ")
    assert server.last.url.params["app_id"] == "i"


def test_datetimes_and_nested_objects_are_sent() -> None:
    server = Server(
        httpx2.Response(
            201,
            json={
                "id": "b",
                "imo": 1,
                "from": "2026-05-01T06:00:00Z",
                "berth": {"quay": "A", "number": 1},
                "status": {"code": 0},
            },
        ),
        httpx2.Response(422, json={"longest": 80.5}),
    )
    client = server.client()
    start = dt.datetime(2026, 5, 1, 6, tzinfo=dt.UTC)
    booking = client.berths.bookings.create(
        "A",
        imo=1,
        from_=start,
        deposit={"amount": 100, "currency": "EUR"},
        idempotency_key=UUID(int=1),
    )
    assert_type(booking, Booking)
    assert_type(booking.from_, dt.datetime)
    assert booking.from_ == start
    assert json.loads(server.last.content)["from"] == "2026-05-01T06:00:00Z"
    with pytest.raises(UnprocessableEntityError):
        client.berths.bookings.create("A", imo=1, from_=start)


def test_union_without_discriminator_is_decoded_by_fields() -> None:
    server = Server(
        httpx2.Response(
            200,
            json=[
                {"number": "C1", "contents": [{"tonnes": 3.5}]},
                {"type": "bulk", "tonnes": 2, "grade": 7},
            ],
        )
    )
    found = server.client().cargo.search(body={"weight": {"min": 1}})
    assert_type(found, list[Cargo])
    container, bulk = found
    assert isinstance(container, Container)
    assert container.contents is not None
    assert isinstance(container.contents[0], Bulk)
    assert isinstance(bulk, Bulk)
    assert_type(bulk.grade, str | int | None)
    assert bulk.grade == 7


def test_reply_contains_headers() -> None:
    server = Server(
        httpx2.Response(
            200, json={"data": [], "has_more": True}, headers={"x-total-count": "0"}
        )
    )
    client = server.client()
    reply = client.with_response(client.vessels.list)(limit=1)
    assert_type(reply, Reply[Page[Vessel, VesselPage]])
    assert reply.data.data.has_more
    assert not reply.data.has_next
    assert reply.headers["x-total-count"] == "0"


def test_webhooks_are_parsed() -> None:
    arrival = parse_vessel_arrived(b'{"type": "Arrival", "imo": 9506411}')
    assert_type(arrival, Arrival)
    assert arrival.imo == 9506411
    freed = parse_berth_freed({"quay": "A", "number": 1})
    assert_type(freed, Berth)
    assert freed.quay == "A"


def test_async_client_has_the_same_methods() -> None:
    server = Server(httpx2.Response(200, json=FERRY), httpx2.Response(204))

    async def run() -> Tug | Tanker | Ferry:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(server))
        async with AsyncClient(api_key="k", http_client=http) as client:
            vessel = await client.vessels.retrieve(9506412)
            assert_type(vessel, Tug | Tanker | Ferry)
            await client.vessels.delete(9506412)
            return vessel

    assert isinstance(asyncio.run(run()), Ferry)
    assert server.last.method == "DELETE"
