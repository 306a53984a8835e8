"""Access tokens for requests: lookup and single-flight refresh, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...hooks.results import refuse_awaitable, settle
from .grants import TokenFetch

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2

    from ...transport.call import Exchange
    from ...transport.deadline import Deadline
    from .cache import Flight, Token, TokenCache
    from .grants import TokenRequest

Send: TypeAlias = "Callable[[TokenRequest, bool, Deadline | None], httpx2.Response]"
"""Function that sends a token request.

The second argument is whether the refresh is an early one, which is not retried. The
third is the deadline of the call that needs the token, or None."""

SendAsync: TypeAlias = "Callable[[TokenRequest, bool], Awaitable[httpx2.Response]]"
"""Async function that sends a token request; see `Send`. It takes no deadline."""


def find_token(exchange: Exchange, source: TokenCache, send: Send) -> str:
    """Return a token, which is fetched if necessary.

    Raises:
        SDKError: If the token cannot be fetched, or not before the deadline.
    """
    deadline = exchange.deadline
    while True:
        ticket = source.board(exchange.clock.now())
        if isinstance(ticket, str):
            return ticket
        if ticket.leads:
            _fetch(exchange, source, ticket.flight, send)
        try:
            token = ticket.flight.unload(deadline.remaining() if deadline else None)
        except TimeoutError:
            raise exchange.late("no access token") from None
        if token is not None:
            return token


def _fetch(exchange: Exchange, cache: TokenCache, flight: Flight, send: Send) -> None:
    now = exchange.clock.now
    try:
        fetch = TokenFetch(cache.grant, now())
        token: Token | None = None
        while token is None:
            request = fetch.request
            token = fetch.answered(send(request, flight.is_early, exchange.deadline))
        cache.keep(token)
        if cache.grant.on_refresh_token and fetch.new_refresh_token:
            refuse_awaitable(cache.grant.on_refresh_token(fetch.new_refresh_token))
    except Exception as error:
        if exchange.deadline and exchange.deadline.has_passed:
            cache.leave(flight)  # other callers may have a later deadline
            raise
        cache.crash(flight, error, now())
    except BaseException:
        cache.leave(flight)
        raise
    else:
        cache.land(flight, token)


async def find_token_async(
    exchange: Exchange, source: TokenCache, send: SendAsync
) -> str:
    """Return a token, which is fetched if necessary.

    The token is fetched in a separate task. Cancelling the caller does not cancel that
    task, because other callers may wait for it, and because the server may already have
    replaced the refresh token.

    Raises:
        SDKError: If the token cannot be fetched, or not before the deadline.
    """
    import asyncio

    loop = asyncio.get_running_loop()
    deadline = exchange.deadline
    while True:
        ticket = source.board(exchange.clock.now(), loop)
        if isinstance(ticket, str):
            return ticket
        flight = ticket.flight
        if ticket.leads:
            fetching = _fetch_async(source, flight, send, exchange.clock.now)
            flight.leader = loop.create_task(fetching)
        landed = asyncio.wrap_future(flight.landing)
        patience = deadline.remaining() if deadline else None
        await asyncio.wait([landed], timeout=patience)
        try:
            token = flight.unload()
        except TimeoutError:
            raise exchange.late("no access token") from None
        if token is not None:
            return token


async def _fetch_async(
    cache: TokenCache, flight: Flight, send: SendAsync, now: Callable[[], float]
) -> None:
    try:
        fetch = TokenFetch(cache.grant, now())
        token: Token | None = None
        while token is None:
            token = fetch.answered(await send(fetch.request, flight.is_early))
        cache.keep(token)
        if cache.grant.on_refresh_token and fetch.new_refresh_token:
            await settle(cache.grant.on_refresh_token(fetch.new_refresh_token))
    except Exception as error:  # noqa: BLE001 (raised again in each waiting caller)
        cache.crash(flight, error, now())
    except BaseException:
        cache.leave(flight)
        raise
    else:
        cache.land(flight, token)
