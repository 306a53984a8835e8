"""Prepared requests, and the parts of them that redirects must not see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..encoding.headers import encode_header
from .url import is_sensitive_header, redact_url

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..encoding.files import Source
    from ..transport.redirect import Redirect
    from .security import TokenSource

_BODY_HEADERS: Final = frozenset({"content-type", "content-length", "content-encoding"})


class TokenSlot(NamedTuple):
    """A header whose token is filled in right before a request is sent.

    Attributes:
        name: Name of the header.
        prefix: Text before the token, for example `Bearer `.
        source: Source of the token.
    """

    name: str
    prefix: str
    source: TokenSource


class PreparedRequest(NamedTuple):
    """A prepared request, which can be sent more than once.

    Attributes:
        method: HTTP method.
        url: Absolute URL, including secrets; see `shown_url`.
        headers: Names and values, in the order in which they are sent.
        content: Body. None for a request without a body.
        secret_headers: Names in lower case of headers that carry credentials; see
            `is_secret_header`.
        secret_query: Names of query parameters that must not be sent to another origin.
        idempotent: Whether the request may be sent again although the server may have
            processed it already.
        replayable: Whether the body can be read more than once.
        cross_origin: Whether the URL has another origin than the API, for example
            after a redirect. Such a request carries no credentials of the API.
        slots: Headers whose token is filled in right before the request is sent.
        secret_segments: Parts of the path that must not appear in logs.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    content: bytes | Source | None
    secret_headers: frozenset[str]
    secret_query: frozenset[str]
    idempotent: bool
    replayable: bool
    cross_origin: bool = False
    slots: tuple[TokenSlot, ...] = ()
    secret_segments: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.describe()}>"

    @property
    def shown_url(self) -> str:
        """URL for messages and logs, with secrets redacted."""
        return redact_url(self.url, self.secret_query, self.secret_segments)

    def describe(self) -> str:
        """Return method and URL for messages and logs, with secrets redacted."""
        return f"{self.method} {self.shown_url}"

    @property
    def declared_length(self) -> int | None:
        """Content-Length that the caller has set, for a body of unknown length."""
        for name, text in self.headers:
            if name.lower() == "content-length":
                return int(text)
        return None

    def with_url(self, url: str, segments: tuple[str, ...]) -> PreparedRequest:
        """Return a copy of the request with another URL and its secret segments."""
        return self._replace(url=url, secret_segments=segments)

    def with_header(self, name: str, text: str) -> PreparedRequest:
        """Return a copy of the request in which a header is set or replaced."""
        kept = (item for item in self.headers if item[0].lower() != name.lower())
        return self._replace(headers=(*kept, (name, text)))

    def is_secret_header(self, name: str) -> bool:
        """Return whether a header must not be logged or sent to another origin.

        Args:
            name: Name of the header in lower case.
        """
        return name in self.secret_headers or is_sensitive_header(name)

    def redirected(self, redirect: Redirect) -> PreparedRequest:
        """Return the request that follows a redirect.

        Credentials are removed if the redirect leads to another origin. The body and
        its headers are removed if the method changes to GET.
        """
        from ..transport.redirect import drop_query

        dropped: Collection[str] = ()
        url, is_other_method = redirect.url, redirect.method != self.method
        if is_other_method:  # always GET, which has no body and is idempotent
            dropped = _BODY_HEADERS
        cross_origin = self.cross_origin or redirect.leaves_origin
        if cross_origin:
            url = drop_query(url, self.secret_query)
        kept = (
            (name, text)
            for name, text in self.headers
            if name.lower() not in dropped
            and not (cross_origin and self.is_secret_header(name.lower()))
        )
        return self._replace(
            method=redirect.method,
            url=url,
            headers=tuple(kept),
            content=None if is_other_method else self.content,
            idempotent=is_other_method or self.idempotent,
            replayable=is_other_method or self.replayable,
            cross_origin=cross_origin,
            slots=() if cross_origin else self.slots,
        )


class UsedTokens:
    """Tokens of one call, which are renewed once if the API rejects them."""

    __slots__ = ("_has_renewed", "_used")

    def __init__(self) -> None:
        self._used: dict[TokenSlot, str] = {}
        self._has_renewed = False

    def fill(
        self, prepared: PreparedRequest, slot: TokenSlot, token: str
    ) -> PreparedRequest:
        """Return a copy of a request with a token filled into a slot.

        Raises:
            ValueError: If the token contains characters that headers cannot contain.
        """
        self._used[slot] = token
        text = encode_header(slot.name, f"{slot.prefix}{token}")
        return prepared.with_header(slot.name, text)

    def renew(self, prepared: PreparedRequest) -> bool:
        """Drop the tokens that a 401 response rejected.

        Sending the request again does not count as a retry and is safe for all methods,
        because the server has not processed the request.

        Returns:
            Whether the request should be sent again with new tokens: it has token
            slots, its body can be sent again, and the tokens were not renewed before.
        """
        if self._has_renewed or not prepared.slots:
            return False
        self._has_renewed = True
        for slot, token in self._used.items():
            slot.source.drop(token)
        return prepared.replayable
