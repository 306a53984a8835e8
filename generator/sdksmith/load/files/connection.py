"""Connections to checked addresses only.

A document from another source could otherwise cause requests to servers that only this
machine can reach: routers, metadata services of clouds, databases.
"""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from typing import Final
from urllib.request import getproxies, proxy_bypass

import httpx2

_MAX_ADDRESSES: Final = 4
"""Number of addresses of a host that are tried."""

# Addresses of IPv6 that contain an address of IPv4 in their last 32 bits: IPv4-mapped
# (RFC 4291, section 2.5.5.2) and the well-known prefix of NAT64 (RFC 6052, section 2.1).
_ENDS_IN_IPV4: Final = (
    ipaddress.IPv6Network("::ffff:0:0/96"),
    ipaddress.IPv6Network("64:ff9b::/96"),
)
# The only addresses that IANA assigns to hosts on the internet. Everything else is local,
# deprecated or reserved: `::127.0.0.1`, `64:ff9b:1::/48`, `fc00::/7`, `fe80::/10`, `fec0::/10`.
_GLOBAL_UNICAST: Final = ipaddress.IPv6Network("2000::/3")
# Inside of it, but relayed to an address of IPv4 (RFC 4380) or not for use on the internet
# (RFC 7343, RFC 3849, RFC 9637).
_NOT_GLOBAL: Final = tuple(
    map(
        ipaddress.IPv6Network,
        ("2001::/32", "2001:10::/28", "2001:20::/28", "2001:db8::/32", "3fff::/20"),
    )
)

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressError(httpx2.TransportError):
    """Raised when the host of a request cannot be resolved or has a private address."""


def is_public(address: str) -> bool:
    """Return whether an IP address is a host on the internet.

    Addresses of IPv6 that embed an address of IPv4 are judged by that.
    """
    found = _unwrap(ipaddress.ip_address(address.partition("%")[0]))
    if isinstance(found, ipaddress.IPv6Address) and (
        found not in _GLOBAL_UNICAST or any(found in network for network in _NOT_GLOBAL)
    ):
        return False
    return found.is_global and not found.is_multicast


def _unwrap(address: _Address) -> _Address:
    if isinstance(address, ipaddress.IPv6Address):
        if any(address in network for network in _ENDS_IN_IPV4):
            return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        return address.sixtofour or address
    return address


class CheckedTransport(httpx2.BaseTransport):
    """Transport that looks up a host once and connects to an address that it has checked.

    If it connected by name, the second lookup could give another address (DNS rebinding).
    The name is still sent in the `Host` header, and is the one that certificates must have.

    A proxy of the environment (`HTTPS_PROXY` and so on) looks up names itself, so it must
    check their addresses. Hosts that are spelled as numbers are checked in any case.

    Attributes:
        allows_private: Whether the next request may be sent to a private address.
        is_private: Whether the latest request was sent to a private address.
    """

    def __init__(self) -> None:
        self.allows_private = False
        self.is_private = False
        self._transports: dict[str, httpx2.HTTPTransport] = {}

    def close(self) -> None:
        """Close the connections."""
        for transport in self._transports.values():
            transport.close()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request.

        Raises:
            AddressError: If the host cannot be resolved, or if it has a private address
                and `allows_private` is not set.
        """
        host = request.url.raw_host.decode("ascii")
        proxy = find_proxy(request.url)
        addresses = self._check(host, request.url, is_numeric=bool(proxy))
        if proxy:
            return self._transport(proxy).handle_request(request)
        *others, last = addresses[:_MAX_ADDRESSES]
        direct = self._transport("")
        for address in others:
            with suppress(httpx2.ConnectError):
                return direct.handle_request(_to_address(request, address))
        return direct.handle_request(_to_address(request, last))

    def _check(self, host: str, url: httpx2.URL, *, is_numeric: bool) -> list[str]:
        """Return the addresses of a host; those of a name only if not `is_numeric`."""
        try:
            found = socket.getaddrinfo(
                host,
                url.port or (443 if url.scheme == "https" else 80),
                type=socket.SOCK_STREAM,
                flags=socket.AI_NUMERICHOST if is_numeric else 0,
            )
        except (OSError, UnicodeError) as error:
            if is_numeric:
                self.is_private = False
                return []
            raise AddressError(f"host {host} cannot be resolved: {error}") from None
        addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
        private = [address for address in addresses if not is_public(address)]
        if private and not self.allows_private:
            raise AddressError(
                f"host {host} has the address {private[0]}, which is not public"
            )
        self.is_private = bool(private)
        return addresses

    def _transport(self, proxy: str) -> httpx2.HTTPTransport:
        if proxy not in self._transports:
            # A connection must not be used again: the certificate that was checked when it
            # was opened is that of one host, and other hosts can have the same address.
            limits = httpx2.Limits(max_keepalive_connections=0)
            try:
                transport = httpx2.HTTPTransport(proxy=proxy or None, limits=limits)
            except (ImportError, ValueError, httpx2.InvalidURL) as error:
                # The message has no URL of the proxy, which can contain a password.
                raise httpx2.ProxyError(f"invalid proxy setting: {error}") from None
            self._transports[proxy] = transport
        return self._transports[proxy]


def find_proxy(url: httpx2.URL) -> str:
    """Return the URL of the proxy for a request, or an empty string."""
    if proxy_bypass(url.host):
        return ""
    proxies = getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all") or ""
    return proxy if "://" in proxy or not proxy else f"http://{proxy}"


def _to_address(request: httpx2.Request, address: str) -> httpx2.Request:
    """Return a request to an address instead of a host name, with the same `Host` header."""
    host = request.url.raw_host.decode("ascii")
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )
