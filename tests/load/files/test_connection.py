"""Addresses of servers, and connections to them."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from sdksmith.load.files.connection import AddressError, CheckedTransport, is_public
from sdksmith.load.files.fetch import Access, fetch
from sdksmith.report.diagnostics import DocumentError

from tests.load.files.loopback import Server, run_server
from tests.load.files.sources import DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from http.server import BaseHTTPRequestHandler

PUBLIC = "93.184.215.14"


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8",
        "2002:808:808::1", "2a00:1450:4001:80b::200e",
    ],
)  # fmt: skip
def test_addresses_on_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.0.9", "10.0.0.1", "172.31.0.1", "192.168.1.1", "169.254.169.254",
        "0.0.0.0", "100.64.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::7f00:1", "::8.8.8.8", "::ffff:127.0.0.1",
        "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::808:808",
        "64:ff9b:1:7f00:1::", "2002:7f00:1::", "2002:a00:1::1", "2001:0:808:808::1",
        "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "100::1",
        "2001:db8::1", "3fff::1", "5f00::1",
    ],
)  # fmt: skip
def test_other_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


def respond(handler: BaseHTTPRequestHandler, state: Server) -> None:
    handler.send_response(302 if handler.path == "/moved" else 200)
    if handler.path == "/moved":
        handler.send_header("Location", "/spec.yaml")
    handler.send_header("Content-Length", str(len(DATA)))
    handler.end_headers()
    handler.wfile.write(DATA)


@pytest.fixture
def server() -> Iterator[Server]:
    with run_server(respond) as running:
        yield running


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Return the addresses of host names, in the order in which they are looked up.

    The last one remains. Other hosts are looked up by the system.
    """
    answers: dict[str, list[str]] = {}
    system: Callable[..., object] = socket.getaddrinfo

    def look_up(host: str, port: int, *args: int, **kwargs: int) -> object:
        found = answers.get(host)
        if found is None:
            return system(host, port, *args, **kwargs)
        address = found.pop(0) if len(found) > 1 else found[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return answers


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch, server: Server) -> list[str]:
    """Connect to the server instead of `PUBLIC`; return the addresses connected to."""
    found: list[str] = []
    connect = socket.create_connection

    def record(address: tuple[str, int], *args: Any, **kwargs: Any) -> object:
        found.append(address[0])
        if address[0] == PUBLIC:
            address = ("127.0.0.1", server.port)
        return connect(address, *args, **kwargs)

    monkeypatch.setattr(socket, "create_connection", record)
    return found


def test_checked_address_is_the_one_that_is_used(
    server: Server, names: dict[str, list[str]], connected: list[str]
) -> None:
    """A second lookup would give 127.0.0.1 (DNS rebinding)."""
    names["rebind.example"] = [PUBLIC, "127.0.0.1"]
    url = f"http://rebind.example:{server.port}/spec.yaml"
    fetched = fetch(url, Access())
    assert (fetched.data, fetched.url, fetched.is_private) == (DATA, url, False)
    assert connected == [PUBLIC]
    assert [request.host for request in server.requests] == [url.split("/")[2]]


@pytest.mark.usefixtures("connected")
def test_host_that_was_public_cannot_redirect_to_itself_in_private(
    server: Server, names: dict[str, list[str]]
) -> None:
    names["rebind.example"] = [PUBLIC, "127.0.0.1"]
    with pytest.raises(DocumentError, match="which is not public"):
        fetch(f"http://rebind.example:{server.port}/moved")
    assert [request.path for request in server.requests] == ["/moved"]


def test_private_host_can_redirect_to_itself(server: Server) -> None:
    fetched = fetch(server.url("/moved"))
    assert (fetched.url, fetched.is_private) == (server.url("/spec.yaml"), True)


@pytest.mark.parametrize(
    "host",
    [
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "localhost",
        "LOCALHOST",
        "[::1]",
    ],
)
def test_spellings_of_loopback_are_refused(server: Server, host: str) -> None:
    with pytest.raises(DocumentError, match=r"not public|Invalid IPv4 address"):
        fetch(server.url("/spec.yaml", host=host), Access())
    assert server.requests == []


def test_encrypted_port_of_a_private_host_can_be_used() -> None:
    access = Access("http://docs.corp:", is_private=True)
    assert access.allows_private(httpx2.URL("https://docs.corp/x"))
    assert not access.allows_private(httpx2.URL("https://docs.corp:8443/x"))
    assert not access.allows_private(httpx2.URL("https://other.corp/x"))
    assert not access.narrow(is_private=False).allows_private(
        httpx2.URL("https://docs.corp/x")
    )


def test_certificate_is_checked_for_the_name(
    names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    names["api.example"] = [PUBLIC]
    sent: list[httpx2.Request] = []

    def record(_: httpx2.HTTPTransport, request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(200, content=b"")

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", record)
    with httpx2.Client(transport=CheckedTransport()) as client:
        client.get("https://api.example/x")
    (request,) = sent
    assert str(request.url) == f"https://{PUBLIC}/x"
    assert request.headers["Host"] == "api.example"
    assert request.extensions["sni_hostname"] == "api.example"


class TestProxies:
    def test_names_are_looked_up_by_the_proxy(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
        fetched = fetch("http://internal.example/spec.yaml", Access())
        assert fetched.data == DATA
        assert [request.host for request in server.requests] == ["internal.example"]

    def test_numeric_hosts_are_checked(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
        with pytest.raises(DocumentError, match="which is not public"):
            fetch("http://0xa9fea9fe/spec.yaml", Access())
        assert server.requests == []

    def test_excluded_hosts_are_requested_directly(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert fetch(server.url("/spec.yaml")).data == DATA

    @pytest.mark.parametrize("proxy", ["ftp://ada:pw@proxy", "http://ada:pw@[::1"])
    def test_invalid_proxies_are_reported(
        self, monkeypatch: pytest.MonkeyPatch, proxy: str
    ) -> None:
        monkeypatch.setenv("http_proxy", proxy)
        with pytest.raises(DocumentError, match="cannot be fetched") as caught:
            fetch("http://internal.example/spec.yaml")
        assert "pw" not in str(caught.value)


def test_unknown_hosts_are_reported(names: dict[str, list[str]]) -> None:
    with (
        httpx2.Client(transport=CheckedTransport()) as client,
        pytest.raises(AddressError, match="cannot be resolved"),
    ):
        client.get("http://unknown.invalid/")
