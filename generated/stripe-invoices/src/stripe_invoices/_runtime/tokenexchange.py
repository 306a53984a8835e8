"""Exchange of a token request, which is retried like any call but never redirected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import TokenRequestError
from .exchange import Exchange
from .operation import Operation

if TYPE_CHECKING:
    import httpx2

    from .errors import APIResponseError

TOKEN_OPERATION: Operation[None] = Operation("POST", "")


class TokenExchange(Exchange):
    """State of one token request. `TokenFetch` interprets the response."""

    __slots__ = ()

    def answered(self, response: httpx2.Response) -> float | None:
        """Return the delay in seconds before a retry, or None if there is no retry."""
        return self._delay_retry(response)

    def _error(
        self, response: httpx2.Response, not_followed: str = ""
    ) -> APIResponseError:
        """Return the error for a response, without its possibly secret body."""
        status = response.status_code
        return TokenRequestError(
            f"Token request failed: {self.outgoing.describe()} returned {status}.",
            status_code=status,
            headers=response.headers,
        )
