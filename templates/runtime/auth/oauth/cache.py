"""Token cache with single-flight refresh, without I/O.

If several threads or tasks need a token at the same time, only one of them, the leader,
fetches it. The others wait for the result.
"""

from __future__ import annotations

import os
from concurrent.futures import Future
from copy import copy
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from ...errors import SDKError
from ...forks import hold_while_forking

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task

    from .grants import Grant

EARLY_SECONDS: Final = 60.0
"""Time before its expiry at which a token is refreshed, in seconds."""

EARLY_SHARE: Final = 0.2
"""Upper bound of that time, as a fraction of the lifetime of the token."""

_LEAST_PAUSE: Final = 1.0

# Held only briefly, never during I/O. All caches share one lock, because a lock that is
# registered with `hold_while_forking` can never be unregistered.
_LOCK: Final = Lock()
hold_while_forking(_LOCK)


class Token(NamedTuple):
    """An access token. Its `repr` does not show the secret.

    Attributes:
        text: The token.
        expires_at: Expiry as Unix time in seconds. None if it is not known.
        due_at: Unix time in seconds from which the token is refreshed although it is
            still valid. None if it is never refreshed early.
    """

    text: str
    expires_at: float | None = None
    due_at: float | None = None

    def __repr__(self) -> str:
        return f"Token(expires_at={self.expires_at})"

    def holds(self, now: float) -> bool:
        """Return whether the token is still valid."""
        return self.expires_at is None or now < self.expires_at

    def is_due(self, now: float) -> bool:
        """Return whether the token should be refreshed."""
        return self.due_at is not None and now >= self.due_at


def make_token(text: str, now: float, lifetime: float | None) -> Token:
    """Return a token with its times of expiry and of early refresh.

    Args:
        text: The token.
        now: Time of the token request, as Unix time in seconds.
        lifetime: Lifetime in seconds. None if it is not known.
    """
    if lifetime is None:
        return Token(text)
    early = min(EARLY_SECONDS, lifetime * EARLY_SHARE)
    return Token(text, now + lifetime, now + lifetime - early)


class Flight:
    """A token refresh in progress, whose result several callers wait for.

    Attributes:
        spare: The current token, if it is still valid and this is an early refresh.
        leader: Task that fetches the token. Referenced here, because event loops hold
            only weak references to tasks.
        landing: Future with the result: the token, the error, or None if the leader was
            cancelled and another caller has to fetch the token.
    """

    def __init__(self, loop: AbstractEventLoop | None, spare: Token | None) -> None:
        self.spare = spare
        self.leader: Task[None] | None = None
        self.landing: Future[str | Exception | None] = Future()
        # A running future cannot be cancelled by one of the waiting callers.
        self.landing.set_running_or_notify_cancel()
        self._loop = loop
        self._process = os.getpid()

    @property
    def is_early(self) -> bool:
        """Whether the current token can still be used if the refresh fails."""
        return self.spare is not None

    def is_lost(self, loop: AbstractEventLoop | None) -> bool:
        """Return whether the leader is gone.

        This is the case if the refresh was started in another process, before a fork,
        or in an event loop that no longer runs.

        Args:
            loop: Event loop of the caller. None in a thread without one.
        """
        if self._process != os.getpid():
            return True
        if self._loop is None or self._loop is loop:
            return False
        return not self._loop.is_running()

    def unload(self, patience: float | None = 0) -> str | None:
        """Return the result of the refresh.

        Args:
            patience: Maximum number of seconds to wait, which blocks the thread. None
                for no limit.

        Returns:
            The token, or None if the leader was cancelled and another caller has to
            fetch the token.

        Raises:
            TimeoutError: If the refresh is not complete within that time.
            Exception: If the token could not be fetched.
        """
        brought = self.landing.result(patience)
        if isinstance(brought, SDKError):
            # Each waiting caller raises a separate copy, with a separate traceback.
            raise copy(brought) from brought.__cause__
        if isinstance(brought, Exception):
            raise brought
        return brought


class Ticket(NamedTuple):
    """Participation of a caller in a token refresh.

    Attributes:
        flight: The refresh.
        leads: Whether the caller is the leader, which has to fetch the token.
    """

    flight: Flight
    leads: bool


class TokenCache:
    """Cache of the token of a grant, shared by all copies of a client."""

    def __init__(self, grant: Grant, text: str | None = None) -> None:
        """Create a cache.

        Args:
            grant: Grant with which tokens are fetched.
            text: Initial token, which the caller has passed. None for none.
        """
        self.grant = grant
        self._token = None if text is None else Token(text)
        self._flight: Flight | None = None

    def board(self, now: float, loop: AbstractEventLoop | None = None) -> Ticket | str:
        """Return the token if it is valid, or join or start a refresh.

        During an early refresh, only the leader gets a ticket; other callers get the
        current token. The leader must call `land`, `crash` or `leave` at the end.

        Args:
            now: Unix time in seconds.
            loop: Running event loop. None in a thread without one.
        """
        token = self._token
        if token and not token.is_due(now):
            return token.text
        with _LOCK:
            token = self._token
            spare = token if token and token.holds(now) else None
            if spare and not spare.is_due(now):
                return spare.text
            flight = self._flight
            if flight is None or flight.is_lost(loop):
                self._flight = Flight(loop, spare)
                return Ticket(self._flight, leads=True)
            return spare.text if spare else Ticket(flight, leads=False)

    def land(self, flight: Flight, token: Token) -> None:
        """Complete a refresh with its token."""
        self.keep(token)
        self._end(flight)
        flight.landing.set_result(token.text)

    def keep(self, token: Token) -> None:
        """Store a token."""
        with _LOCK:
            self._token = token

    def crash(self, flight: Flight, error: Exception, now: float) -> None:
        """Complete a refresh with an error.

        If an early refresh fails with an `SDKError`, the current token remains in use,
        and the next refresh is attempted after half of its remaining lifetime. In all
        other cases, the waiting callers raise the error.
        """
        spare = flight.spare
        with _LOCK:
            is_harmless = (
                isinstance(error, SDKError)
                and spare is not None
                and spare is self._token  # not dropped in the meantime
                and spare.holds(now)
            )
            if is_harmless and spare and spare.expires_at:
                pause = max((spare.expires_at - now) / 2, _LEAST_PAUSE)
                self._token = spare._replace(due_at=now + pause)
        self._end(flight)
        flight.landing.set_result(spare.text if is_harmless and spare else error)

    def leave(self, flight: Flight) -> None:
        """Abandon a refresh whose leader was cancelled. Another caller takes over."""
        self._end(flight)
        flight.landing.set_result(None)

    def _end(self, flight: Flight) -> None:
        with _LOCK:
            if self._flight is flight:
                self._flight = None

    def drop(self, text: str) -> None:
        """Remove a token that the API rejected, unless it has been replaced already."""
        with _LOCK:
            if self._token and self._token.text == text:
                self._token = None
