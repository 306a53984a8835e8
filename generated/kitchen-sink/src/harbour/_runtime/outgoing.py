"""A request as data: what is sent, and what a redirect may see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .url import redact_url

if TYPE_CHECKING:
    from .files import Source
    from .redirect import Redirect
    from .tokens import TokenSlot

_BODY_HEADERS: Final = frozenset({"content-type", "content-length", "content-encoding"})


class Outgoing(NamedTuple):
    """A request, ready to be sent and to be sent again.

    Attributes:
        secret_headers: Names, in lower case, that must not reach another origin.
        secret_query: Names of query parameters that must not, either.
        secret_segments: What of the path nobody should read in a log.
        foreign: Whether it goes to another origin than the API's, where a redirect has
            led.
        repeatable: Whether it may be sent again after the server has acted on it.
        replayable: Whether its body can be read again.
        slots: Headers that get their token right before the request is sent.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    content: bytes | Source | None
    secret_headers: frozenset[str]
    secret_query: frozenset[str]
    repeatable: bool
    replayable: bool
    foreign: bool = False
    slots: tuple[TokenSlot, ...] = ()
    secret_segments: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.describe()}>"

    @property
    def shown_url(self) -> str:
        """The URL for people, without secrets."""
        return redact_url(self.url, self.secret_query, self.secret_segments)

    def describe(self) -> str:
        """Return method and URL for people, without secrets."""
        return f"{self.method} {self.shown_url}"

    def with_header(self, name: str, text: str) -> Outgoing:
        """Return the request with a header set."""
        kept = (item for item in self.headers if item[0].lower() != name.lower())
        return self._replace(headers=(*kept, (name, text)))

    def redirected(self, redirect: Redirect) -> Outgoing:
        """Return the request that follows a redirect, without what must stay behind."""
        from .redirect import drop_query

        dropped: set[str] = set()
        url, is_other_method = redirect.url, redirect.method != self.method
        if is_other_method:  # GET, which has no body and may be repeated
            dropped |= _BODY_HEADERS
        foreign = self.foreign or redirect.leaves_origin
        if foreign:
            dropped |= self.secret_headers
            url = drop_query(url, self.secret_query)
        kept = (
            (name, text) for name, text in self.headers if name.lower() not in dropped
        )
        return self._replace(
            method=redirect.method,
            url=url,
            headers=tuple(kept),
            content=None if is_other_method else self.content,
            repeatable=is_other_method or self.repeatable,
            replayable=is_other_method or self.replayable,
            foreign=foreign,
            slots=() if foreign else self.slots,
        )
