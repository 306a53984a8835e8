"""The exchange of one token request: tried again as any call, and never redirected."""

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
    """The state of one token request. What its answer means is for `TokenFetch`."""

    __slots__ = ()

    def answered(self, response: httpx2.Response) -> float | None:
        """Return the seconds to wait before the next try, or None for the last."""
        return self._delay_retry(response)

    def _error(
        self, response: httpx2.Response, not_followed: str = ""
    ) -> APIResponseError:
        """Return the error for an answer, without its body: it may repeat secrets."""
        status = response.status_code
        return TokenRequestError(
            f"no access token: {self.outgoing.describe()} answered {status}",
            status_code=status,
            headers=response.headers,
        )
