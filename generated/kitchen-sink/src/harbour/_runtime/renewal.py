"""How a token is found for a request: the same for threads and for tasks."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeAlias, cast

from .grants import TokenFetch
from .settling import refuse_awaitable, settle
from .tokens import Provider

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from .deadline import Deadline
    from .exchange import Exchange
    from .grants import TokenRequest
    from .tokens import Flight, Token, TokenCache, TokenSource

Send: TypeAlias = "Callable[[TokenRequest, bool, Deadline | None], httpx2.Response]"
"""Sends a token request; the second argument says whether it is an early one, which is
not tried again, and the third until when."""

SendAsync: TypeAlias = "Callable[[TokenRequest, bool], Awaitable[httpx2.Response]]"


def fill_slots(exchange: Exchange, send: Send) -> None:
    """Put the tokens into a request that it needs.

    Raises:
        SDKError: One could not be fetched, or not in time.
        TypeError: A function of the caller returned something else.
    """
    for slot in exchange.outgoing.slots:
        token = _find_token(exchange, slot.source, send)
        exchange.outgoing = exchange.tokens.fill(exchange.outgoing, slot, token)


async def fill_slots_async(exchange: Exchange, send: SendAsync) -> None:
    """Put the tokens into a request that it needs.

    Raises:
        SDKError: One could not be fetched, or not in time.
        TypeError: A function of the caller returned something else.
    """
    for slot in exchange.outgoing.slots:
        token = await _find_token_async(exchange, slot.source, send)
        exchange.outgoing = exchange.tokens.fill(exchange.outgoing, slot, token)


def _find_token(exchange: Exchange, source: TokenSource, send: Send) -> str:
    if isinstance(source, Provider):
        return source.check(source.ask())
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
            cache.leave(flight)  # who waits may have more time
            raise
        cache.crash(flight, error, now())
    except BaseException:
        cache.leave(flight)
        raise
    else:
        cache.land(flight, token)


async def _find_token_async(
    exchange: Exchange, source: TokenSource, send: SendAsync
) -> str:
    """Return a token, fetched if need be.

    The fetch is a task of its own. A caller who is cancelled does not stop it: others
    wait for it, and the server may already have replaced the refresh token.
    """
    if isinstance(source, Provider):
        answer = source.ask()
        if isinstance(answer, Awaitable):
            answer = await cast("Awaitable[object]", answer)
        return source.check(answer)
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
    except Exception as error:  # noqa: BLE001 (raised again by each who waits)
        cache.crash(flight, error, now())
    except BaseException:
        cache.leave(flight)
        raise
    else:
        cache.land(flight, token)
