"""The tokens that one call is sent with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .headers import encode_header

if TYPE_CHECKING:
    from .outgoing import Outgoing
    from .tokens import TokenSlot


class TokenUse:
    """What one call does with tokens: they are refused once, and not twice."""

    __slots__ = ("_has_renewed", "_used")

    def __init__(self) -> None:
        self._used: dict[TokenSlot, str] = {}
        self._has_renewed = False

    def fill(self, outgoing: Outgoing, slot: TokenSlot, token: str) -> Outgoing:
        """Return a request with a token in its slot.

        Raises:
            ValueError: No header can hold it.
        """
        self._used[slot] = token
        text = encode_header(slot.name, f"{slot.prefix}{token}")
        return outgoing.with_header(slot.name, text)

    def renew(self, outgoing: Outgoing) -> bool:
        """Whether a request is sent once more with other tokens, since 401 refused these.

        That is no retry, whatever the method: the server has not acted on it.
        """
        if self._has_renewed or not outgoing.slots:
            return False
        self._has_renewed = True
        for slot, token in self._used.items():
            slot.source.drop(token)
        return outgoing.replayable
