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
from .token import Token

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task

    from .grants import Grant

_MIN_PAUSE: Final = 1.0

# Held only briefly, never during I/O. All caches share one lock, because a lock that is
# registered with `hold_while_forking` can never be unregistered.
_LOCK: Final = Lock()
hold_while_forking(_LOCK)


class TokenRefresh:
    """A token refresh in progress, whose result several callers wait for.

    Attributes:
        current: The current token, if it is still valid and this is an early refresh.
        leader: Task that fetches the token. Referenced here, because event loops hold
            only weak references to tasks.
        future: Future with the result: the token, the error, or None if the leader was
            cancelled and another caller has to fetch the token.
    """

    def __init__(self, loop: AbstractEventLoop | None, current: Token | None) -> None:
        self.current = current
        self.leader: Task[None] | None = None
        self.future: Future[str | Exception | None] = Future()
        # A running future cannot be cancelled by one of the waiting callers.
        self.future.set_running_or_notify_cancel()
        self._loop = loop
        self._process = os.getpid()

    @property
    def is_early(self) -> bool:
        """Whether the current token can still be used if the refresh fails."""
        return self.current is not None

    def is_orphaned(self, loop: AbstractEventLoop | None) -> bool:
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

    def result(self, timeout: float | None = 0) -> str | None:
        """Return the result of the refresh.

        Args:
            timeout: Maximum number of seconds to wait, which blocks the thread. None
                for no limit.

        Returns:
            The token, or None if the leader was cancelled and another caller has to
            fetch the token.

        Raises:
            TimeoutError: If the refresh is not complete within that time.
            Exception: If the token could not be fetched.
        """
        outcome = self.future.result(timeout)
        if isinstance(outcome, SDKError):
            # Each waiting caller raises a separate copy, with a separate traceback.
            raise copy(outcome) from outcome.__cause__
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


class RefreshRole(NamedTuple):
    """Participation of a caller in a token refresh.

    Attributes:
        refresh: The refresh.
        is_leader: Whether the caller is the leader, which has to fetch the token.
    """

    refresh: TokenRefresh
    is_leader: bool


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
        self._refresh: TokenRefresh | None = None

    def acquire(
        self, now: float, loop: AbstractEventLoop | None = None
    ) -> RefreshRole | str:
        """Return the token if it is valid, or join or start a refresh.

        During an early refresh, only the leader gets a ticket; other callers get the
        current token. The leader must call `complete`, `fail` or `abandon` at the end.

        Args:
            now: Unix time in seconds.
            loop: Running event loop. None in a thread without one.
        """
        token = self._token
        if token and not token.needs_refresh(now):
            return token.text
        with _LOCK:
            token = self._token
            current = token if token and token.is_valid(now) else None
            if current and not current.needs_refresh(now):
                return current.text
            refresh = self._refresh
            if refresh is None or refresh.is_orphaned(loop):
                self._refresh = TokenRefresh(loop, current)
                return RefreshRole(self._refresh, is_leader=True)
            return current.text if current else RefreshRole(refresh, is_leader=False)

    def complete(self, refresh: TokenRefresh, token: Token) -> None:
        """Complete a refresh with its token."""
        self.store(token)
        self._end(refresh)
        refresh.future.set_result(token.text)

    def store(self, token: Token) -> None:
        """Store a token."""
        with _LOCK:
            self._token = token

    def fail(self, refresh: TokenRefresh, error: Exception, now: float) -> None:
        """Complete a refresh with an error.

        If an early refresh fails with an `SDKError`, the current token remains in use,
        and the next refresh is attempted after half of its remaining lifetime. In all
        other cases, the waiting callers raise the error.
        """
        current = refresh.current
        with _LOCK:
            is_harmless = (
                isinstance(error, SDKError)
                and current is not None
                and current is self._token  # not dropped in the meantime
                and current.is_valid(now)
            )
            if is_harmless and current and current.expires_at:
                pause = max((current.expires_at - now) / 2, _MIN_PAUSE)
                self._token = current._replace(due_at=now + pause)
        self._end(refresh)
        refresh.future.set_result(current.text if is_harmless and current else error)

    def abandon(self, refresh: TokenRefresh) -> None:
        """Abandon a refresh whose leader was cancelled. Another caller takes over."""
        self._end(refresh)
        refresh.future.set_result(None)

    def _end(self, refresh: TokenRefresh) -> None:
        with _LOCK:
            if self._refresh is refresh:
                self._refresh = None

    def drop(self, token: str) -> None:
        """Remove a token that the API rejected, unless it has been replaced already."""
        with _LOCK:
            if self._token and self._token.text == token:
                self._token = None
