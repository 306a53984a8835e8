"""Access tokens for requests: lookup and single-flight refresh, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from ...hooks.results import await_result, reject_awaitable
from .grants import TokenFetch

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2

    from ...transport.call import Call
    from ...transport.deadline import Deadline
    from .cache import TokenCache, TokenRefresh
    from .grants import TokenRequest
    from .token import Token

# Interval in which waiting callers check whether the event loop of the leader still runs.
# A loop can be closed without cancelling its tasks, and its thread can end.
_LEADER_CHECK_SECONDS: Final = 1.0

Send: TypeAlias = "Callable[[TokenRequest, bool, Deadline | None], httpx2.Response]"
"""Function that sends a token request.

The second argument is whether the refresh is an early one, which is not retried. The
third is the deadline of the call that needs the token, or None."""

SendAsync: TypeAlias = "Callable[[TokenRequest, bool], Awaitable[httpx2.Response]]"
"""Async function that sends a token request; see `Send`. It takes no deadline."""


def find_token(call: Call, source: TokenCache, send: Send) -> str:
    """Return a token, which is fetched if necessary.

    Raises:
        SDKError: If the token cannot be fetched, or not before the deadline.
    """
    deadline = call.deadline
    while True:
        role = source.acquire(call.clock.now())
        if isinstance(role, str):
            return role
        if role.is_leader:
            _fetch(call, source, role.refresh, send)
        try:
            token = role.refresh.result(deadline.remaining() if deadline else None)
        except TimeoutError:
            raise call.deadline_exceeded("no access token") from None
        if token is not None:
            return token


def _fetch(call: Call, cache: TokenCache, refresh: TokenRefresh, send: Send) -> None:
    now = call.clock.now
    try:
        fetch = TokenFetch(cache.grant, now())
        token: Token | None = None
        while token is None:
            request = fetch.request
            token = fetch.handle_response(
                send(request, refresh.is_early, call.deadline)
            )
        cache.store(token)
        if cache.grant.on_refresh_token and fetch.new_refresh_token:
            reject_awaitable(cache.grant.on_refresh_token(fetch.new_refresh_token))
    except Exception as error:
        if call.deadline and call.deadline.has_passed:
            cache.abandon(refresh)  # other callers may have a later deadline
            raise
        cache.fail(refresh, error, now())
    except BaseException:
        cache.abandon(refresh)
        raise
    else:
        cache.complete(refresh, token)


async def find_token_async(call: Call, source: TokenCache, send: SendAsync) -> str:
    """Return a token, which is fetched if necessary.

    The token is fetched in a separate task. Cancelling the caller does not cancel that
    task, because other callers may wait for it, and because the server may already have
    replaced the refresh token.

    Raises:
        SDKError: If the token cannot be fetched, or not before the deadline.
    """
    import asyncio

    loop = asyncio.get_running_loop()
    deadline = call.deadline
    while True:
        role = source.acquire(call.clock.now(), loop)
        if isinstance(role, str):
            return role
        refresh = role.refresh
        if role.is_leader:
            fetching = _fetch_async(source, refresh, send, call.clock.now)
            refresh.leader = loop.create_task(fetching)
        await _wait(refresh, deadline)
        try:
            token = refresh.result()
        except TimeoutError:
            if deadline and deadline.has_passed:
                raise call.deadline_exceeded("no access token") from None
            continue
        if token is not None:
            return token


async def _wait(refresh: TokenRefresh, deadline: Deadline | None) -> None:
    """Wait for the end of a refresh, until the deadline or the next leader check."""
    import asyncio

    timeout = _LEADER_CHECK_SECONDS
    if deadline is not None:
        timeout = min(timeout, deadline.remaining())
    done = asyncio.wrap_future(refresh.future)
    try:
        await asyncio.wait([done], timeout=timeout)
    finally:
        # The leader can complete in another loop after this one has been closed.
        done.cancel()


async def _fetch_async(
    cache: TokenCache, refresh: TokenRefresh, send: SendAsync, now: Callable[[], float]
) -> None:
    try:
        fetch = TokenFetch(cache.grant, now())
        token: Token | None = None
        while token is None:
            token = fetch.handle_response(await send(fetch.request, refresh.is_early))
        cache.store(token)
        if cache.grant.on_refresh_token and fetch.new_refresh_token:
            await await_result(cache.grant.on_refresh_token(fetch.new_refresh_token))
    except Exception as error:  # noqa: BLE001 (raised again in each waiting caller)
        cache.fail(refresh, error, now())
    except BaseException:
        cache.abandon(refresh)
        raise
    else:
        cache.complete(refresh, token)
