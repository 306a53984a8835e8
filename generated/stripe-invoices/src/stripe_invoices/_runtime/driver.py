"""Sync request loop, in which all I/O of sync calls takes place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .core import ClientCore
from .settling import refuse_awaitable

if TYPE_CHECKING:
    import httpx2

    from .deadline import Deadline
    from .exchange import Exchange
    from .grants import TokenRequest


class Driver(ClientCore["httpx2.Client"]):
    """The part of a client that sends requests."""

    def _exchange(self, exchange: Exchange) -> httpx2.Response:
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
                from .renewal import fill_slots  # most APIs need none

                fill_slots(exchange, self._ask_for_token)
            request = exchange.next_request(http)
            if watch:
                refuse_awaitable(watch.prepares(exchange, request))
            try:
                response = self._send(http, exchange, request)
            except RequestError as failure:
                delay = exchange.failed(failure)
            else:
                outcome = self._judge(exchange, response)
                if outcome is None:
                    return response
                delay = outcome
            if watch:
                refuse_awaitable(watch.repeats(exchange, delay))
            if delay:
                self._clock.sleep(delay)

    def _ask_for_token(
        self, request: TokenRequest, is_early: bool, deadline: Deadline | None
    ) -> httpx2.Response:
        """Send a request to the token endpoint."""
        return self._exchange(
            self._begin_token_request(request, deadline, is_early=is_early)
        )

    def _judge(self, exchange: Exchange, response: httpx2.Response) -> float | None:
        """Return the delay before the next request; None if a response is final.

        The response is closed if this raises.
        """
        try:
            if exchange.watch:
                refuse_awaitable(exchange.watch.receives(exchange, response))
            return exchange.answered(response)
        except BaseException:
            response.close()
            raise

    def _send(
        self, http: httpx2.Client, exchange: Exchange, request: httpx2.Request
    ) -> httpx2.Response:
        """Send one request and read the response, unless its body is to be streamed."""
        if exchange.watch:
            exchange.watch.sends(exchange, request)
        from httpx2 import USE_CLIENT_DEFAULT

        deadline = exchange.deadline
        response = http.send(
            request,
            auth=None if exchange.outgoing.foreign else USE_CLIENT_DEFAULT,
            follow_redirects=False,
            stream=exchange.keeps_open or deadline is not None,
        )
        if exchange.keeps_open and exchange.is_result(response.status_code):
            if deadline is not None:
                deadline.lift()
        elif deadline is not None:
            deadline.read(response)
        else:
            response.read()
        return response
