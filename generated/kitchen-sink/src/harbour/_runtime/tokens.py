"""Tokens that can be renewed, and who renews them: decisions without I/O.

However many threads and tasks want a token at the same time, one of them fetches it: it
boards first and leads the flight. The others wait until it has landed.
"""

from __future__ import annotations

import os
from concurrent.futures import Future
from copy import copy
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from .errors import SDKError
from .forks import hold_while_forking

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task
    from collections.abc import Callable

    from .grants import Grant

EARLY_SECONDS: Final = 60.0
EARLY_SHARE: Final = 0.2
"""How long before its end a token is fetched anew: that many seconds, but no more than
this share of its life."""

_LEAST_PAUSE: Final = 1.0

# Held for moments alone, never while anything is sent. One for all caches, because
# there is no end to holding it while forking.
_LOCK: Final = Lock()
hold_while_forking(_LOCK)


class Token(NamedTuple):
    """An access token. It is secret and never shown.

    Attributes:
        text: What is sent.
        expires_at: When it ends, in seconds since 1970; None when nobody says.
        due_at: From when on it is fetched anew, though it still holds.
    """

    text: str
    expires_at: float | None = None
    due_at: float | None = None

    def __repr__(self) -> str:
        return f"Token(expires_at={self.expires_at})"

    def holds(self, now: float) -> bool:
        """Whether it can still be used."""
        return self.expires_at is None or now < self.expires_at

    def is_due(self, now: float) -> bool:
        """Whether it is time to fetch another one."""
        return self.due_at is not None and now >= self.due_at


def make_token(text: str, now: float, lifetime: float | None) -> Token:
    """Return a token.

    Args:
        text: What is sent.
        now: When it was asked for, in seconds since 1970.
        lifetime: How long it holds, in seconds; None when nobody says.
    """
    if lifetime is None:
        return Token(text)
    early = min(EARLY_SECONDS, lifetime * EARLY_SHARE)
    return Token(text, now + lifetime, now + lifetime - early)


class Flight:
    """One fetch of a token, which those wait for that want it.

    Attributes:
        spare: The token that still holds while another is fetched early.
        leader: The task that fetches; kept here, since event loops do not.
    """

    def __init__(self, loop: AbstractEventLoop | None, spare: Token | None) -> None:
        self.spare = spare
        self.leader: Task[None] | None = None
        # The text of the token; why there is none; or None: another has to fetch it.
        self.landing: Future[str | Exception | None] = Future()
        # From here on nobody who waits can cancel it for the others.
        self.landing.set_running_or_notify_cancel()
        self._loop = loop
        self._process = os.getpid()

    @property
    def is_early(self) -> bool:
        """Whether there is a token to use if this fails."""
        return self.spare is not None

    def is_lost(self, loop: AbstractEventLoop | None) -> bool:
        """Whether nobody will land it: its process or event loop has been left.

        Args:
            loop: The event loop of who asks.
        """
        if self._process != os.getpid():
            return True
        if self._loop is None or self._loop is loop:
            return False
        return not self._loop.is_running()

    def unload(self, patience: float | None = 0) -> str | None:
        """Return what came.

        Args:
            patience: How many seconds the thread waits for it; None waits for ever.

        Returns:
            The token; None when another has to fetch it.

        Raises:
            TimeoutError: It has not landed.
            Exception: The token could not be fetched.
        """
        brought = self.landing.result(patience)
        if isinstance(brought, SDKError):
            # Each who waits raises an error of its own, with a traceback of its own.
            raise copy(brought) from brought.__cause__
        if isinstance(brought, Exception):
            raise brought
        return brought


class Ticket(NamedTuple):
    """The place of one who wants a token.

    Attributes:
        leads: Whether it is the one to fetch it.
    """

    flight: Flight
    leads: bool


class Provider:
    """A function of the caller's that returns tokens."""

    def __init__(self, function: Callable[[], object], argument: str) -> None:
        self._function = function
        self._argument = argument

    def ask(self) -> object:
        """Call the function."""
        return self._function()

    def drop(self, text: str) -> None:
        """Do nothing: the function itself knows which token to return the next time."""

    def check(self, answer: object) -> str:
        """Return a token if it is one.

        Raises:
            TypeError: It is none.
        """
        if isinstance(answer, str):
            return answer
        close = getattr(answer, "close", None)
        if callable(close):  # a coroutine, which would warn that nobody awaited it
            close()
        raise TypeError(
            f"what {self._argument} returns must be text, not {type(answer).__name__}"
        )


class TokenCache:
    """The token of a grant, shared by all copies of a client."""

    def __init__(self, grant: Grant, text: str | None = None) -> None:
        """Start with a token of the caller's, or without any."""
        self.grant = grant
        self._token = None if text is None else Token(text)
        self._flight: Flight | None = None

    def board(self, now: float, loop: AbstractEventLoop | None = None) -> Ticket | str:
        """Return the token, or the flight that brings one.

        Who leads has to call `land`, `crash` or `leave` in the end.

        Args:
            now: The time, in seconds since 1970.
            loop: The event loop that runs; None in threads without.
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
        """Take the token that a flight has brought."""
        self.keep(token)
        self._end(flight)
        flight.landing.set_result(token.text)

    def keep(self, token: Token) -> None:
        """Use a token from now on."""
        with _LOCK:
            self._token = token

    def crash(self, flight: Flight, error: Exception, now: float) -> None:
        """Tell those who wait that there is no token.

        While the last one still holds, it is used on; the next try comes after half of
        the time that is left.
        """
        spare = flight.spare
        with _LOCK:
            is_harmless = (
                isinstance(error, SDKError)
                and spare is not None
                and spare is self._token  # it was not dropped meanwhile
                and spare.holds(now)
            )
            if is_harmless and spare and spare.expires_at:
                pause = max((spare.expires_at - now) / 2, _LEAST_PAUSE)
                self._token = spare._replace(due_at=now + pause)
        self._end(flight)
        flight.landing.set_result(spare.text if is_harmless and spare else error)

    def leave(self, flight: Flight) -> None:
        """Give up a flight whose leader was cancelled: another one takes over."""
        self._end(flight)
        flight.landing.set_result(None)

    def _end(self, flight: Flight) -> None:
        with _LOCK:
            if self._flight is flight:
                self._flight = None

    def drop(self, text: str) -> None:
        """Forget a token that was not accepted, unless another has taken its place."""
        with _LOCK:
            if self._token and self._token.text == text:
                self._token = None


TokenSource: TypeAlias = Provider | TokenCache


class TokenSlot(NamedTuple):
    """A header of a request that waits for its token.

    Attributes:
        name: The header.
        prefix: What stands before the token, for example `Bearer `.
    """

    name: str
    prefix: str
    source: TokenSource
