"""Async request loop, in which all I/O of async calls takes place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .core import ClientCore
from .settling import settle

if TYPE_CHECKING:
    import httpx2

    from .exchange import Exchange
    from .grants import TokenRequest


class AsyncDriver(ClientCore["httpx2.AsyncClient"]):
    """The part of a client that sends requests."""

    async def _exchange(self, exchange: Exchange) -> httpx2.Response:
        """Send the requests of a call and return its final response.

        This includes retries, redirects and token refreshes.

        Raises:
            APIStatusError: If the API returns an error status.
            APIConnectionError: If the API cannot be reached or the connection is lost.
            SDKError: If the request cannot be made.
        """
        from httpx2 import RequestError

        http, watch = self._open(), exchange.watch
        while True:
            if exchange.outgoing.slots:
                from .renewal import fill_slots_async  # most APIs need none

                await fill_slots_async(exchange, self._ask_for_token)
            request = exchange.next_request(http)
            if watch:
                await settle(watch.prepares(exchange, request))
            try:
                response = await self._send(http, exchange, request)
            except RequestError as failure:
                delay = exchange.failed(failure)
            else:
                outcome = await self._judge(exchange, response)
                if outcome is None:
                    return response
                delay = outcome
            if watch:
                await settle(watch.repeats(exchange, delay))
            if delay:
                await self._clock.sleep_async(delay)

    async def _ask_for_token(
        self, request: TokenRequest, is_early: bool
    ) -> httpx2.Response:
        """Send a request to the token endpoint."""
        return await self._exchange(
            self._begin_token_request(request, None, is_early=is_early)
        )

    async def _judge(
        self, exchange: Exchange, response: httpx2.Response
    ) -> float | None:
        """Return the delay before the next request; None if a response is final.

        The response is closed if this raises.
        """
        try:
            if exchange.watch:
                await settle(exchange.watch.receives(exchange, response))
            return exchange.answered(response)
        except BaseException:
            await response.aclose()
            raise

    async def _send(
        self, http: httpx2.AsyncClient, exchange: Exchange, request: httpx2.Request
    ) -> httpx2.Response:
        """Send one request and read the response, unless its body is to be streamed."""
        if exchange.watch:
            exchange.watch.sends(exchange, request)
        sending = self._receive(http, exchange, request)
        if exchange.deadline is None:
            return await sending
        return await exchange.deadline.wait_for(sending, request)

    async def _receive(
        self, http: httpx2.AsyncClient, exchange: Exchange, request: httpx2.Request
    ) -> httpx2.Response:
        from httpx2 import USE_CLIENT_DEFAULT

        response = await http.send(
            request,
            auth=None if exchange.outgoing.foreign else USE_CLIENT_DEFAULT,
            follow_redirects=False,
            stream=exchange.keeps_open,
        )
        if exchange.keeps_open:
            if not exchange.is_result(response.status_code):
                await response.aread()
            elif exchange.deadline is not None:
                exchange.deadline.lift()
        return response
