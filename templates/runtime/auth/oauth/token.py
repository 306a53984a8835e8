"""Access tokens with their times of expiry and of early refresh."""

from __future__ import annotations

from typing import Final, NamedTuple

EARLY_SECONDS: Final = 60.0
"""Time before its expiry at which a token is refreshed, in seconds."""

EARLY_SHARE: Final = 0.2
"""Upper bound of that time, as a fraction of the lifetime of the token."""


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

    def is_valid(self, now: float) -> bool:
        """Return whether the token is still valid."""
        return self.expires_at is None or now < self.expires_at

    def needs_refresh(self, now: float) -> bool:
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
