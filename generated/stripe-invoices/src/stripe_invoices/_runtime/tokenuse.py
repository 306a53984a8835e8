"""Tokens used by one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .headers import encode_header

if TYPE_CHECKING:
    from .outgoing import Outgoing
    from .tokens import TokenSlot


class TokenUse:
    """Tokens of one call, which are renewed once if the API rejects them."""

    __slots__ = ("_has_renewed", "_used")

    def __init__(self) -> None:
        self._used: dict[TokenSlot, str] = {}
        self._has_renewed = False

    def fill(self, outgoing: Outgoing, slot: TokenSlot, token: str) -> Outgoing:
        """Return a copy of a request with a token filled into a slot.

        Raises:
            ValueError: If the token contains characters that headers cannot contain.
        """
        self._used[slot] = token
        text = encode_header(slot.name, f"{slot.prefix}{token}")
        return outgoing.with_header(slot.name, text)

    def renew(self, outgoing: Outgoing) -> bool:
        """Drop the tokens that a 401 response rejected.

        Sending the request again does not count as a retry and is safe for all methods,
        because the server has not processed the request.

        Returns:
            Whether the request should be sent again with new tokens: it has token
            slots, its body can be sent again, and the tokens were not renewed before.
        """
        if self._has_renewed or not outgoing.slots:
            return False
        self._has_renewed = True
        for slot, token in self._used.items():
            slot.source.drop(token)
        return outgoing.replayable
