"""Immutable settings of a client. `with_options` replaces them as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Unpack, cast

from ..options import (
    DEFAULT_MAX_RESPONSE_BYTES,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    ClientOptions,
    Options,
)
from ..response.validation import check_response_validation
from ..text import describe
from .url import check_base_url

if TYPE_CHECKING:
    from ..hooks.hooks import Hooks
    from ..omission import Omit
    from ..options import Timeout
    from ..response.validation import ResponseValidation
    from .security import StoredCredential


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Settings:
    """Settings for all calls of a client.

    They contain secrets, so the default `repr` is disabled. Attributes that are not
    listed here are described in `ClientOptions`.

    Attributes:
        base_url: Base URL of the API. None if it is not known.
        base_url_chosen: Whether the base URL was set by the caller or the environment
            rather than by the API document. If so, it also replaces absolute server
            URLs of single operations.
        credentials: Complete credentials, or the sources of their tokens, by scheme
            key. Copies of a client share them.
    """

    base_url: str | None
    base_url_chosen: bool
    credentials: Mapping[str, StoredCredential]
    timeout: Timeout = field(default_factory=lambda: DEFAULT_TIMEOUT)
    deadline: float | None = None
    max_retries: int = DEFAULT_MAX_RETRIES
    headers: Mapping[str, str | Omit] = field(default_factory=dict[str, "str | Omit"])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    response_validation: ResponseValidation = "lenient"
    hooks: Hooks | None = None
    max_response_bytes: int | None = DEFAULT_MAX_RESPONSE_BYTES
    allow_insecure_http: bool = False
    allow_cross_origin_body: bool = False

    def __post_init__(self) -> None:
        check_timeout(self.timeout)
        check_deadline(self.deadline)
        check_max_retries(self.max_retries)
        check_hooks(self.hooks)
        check_response_validation(self.response_validation)
        check_max_response_bytes(self.max_response_bytes)

    def with_options(self, **options: Unpack[ClientOptions]) -> Settings:
        """Return a copy of the settings with the given options replaced.

        Headers and query parameters are added to the existing ones.

        Raises:
            SDKError: If the base URL is invalid.
            TypeError: If an option does not exist.
            ValueError: If an option has an invalid value.
        """
        if unknown := options.keys() - ClientOptions.__annotations__.keys():
            raise TypeError(
                f"Unknown options of a client: {', '.join(sorted(unknown))}."
            )
        url = options.get("base_url")
        for name in ("headers", "query"):
            check_mapping(options.get(name) or {}, name)
        return replace(
            self,
            base_url=self.base_url if url is None else check_base_url(url, "base_url"),
            base_url_chosen=self.base_url_chosen or url is not None,
            timeout=options.get("timeout", self.timeout),
            deadline=options.get("deadline", self.deadline),
            max_retries=options.get("max_retries", self.max_retries),
            headers={**self.headers, **(options.get("headers") or {})},
            query={**self.query, **(options.get("query") or {})},
            response_validation=options.get(
                "response_validation", self.response_validation
            ),
            hooks=options.get("hooks", self.hooks),
            max_response_bytes=options.get(
                "max_response_bytes", self.max_response_bytes
            ),
            allow_insecure_http=options.get(
                "allow_insecure_http", self.allow_insecure_http
            ),
            allow_cross_origin_body=options.get(
                "allow_cross_origin_body", self.allow_cross_origin_body
            ),
        )


def check_timeout(value: object) -> None:
    """Check the option `timeout`.

    Raises:
        TypeError: If the value has another type than `Timeout`.
        ValueError: If a number of seconds is negative or too large.
    """
    if value is DEFAULT_TIMEOUT or value is None:
        return
    steps: tuple[object, ...]
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        steps = parts if len(parts) == 4 else (parts,)
    elif callable(as_dict := getattr(value, "as_dict", None)):  # httpx2.Timeout
        steps = tuple(cast("dict[str, object]", as_dict()).values())
    else:
        steps = (value,)
    for seconds in steps:
        if seconds is None:
            continue
        if isinstance(seconds, bool) or not isinstance(seconds, int | float):
            raise TypeError(
                "timeout must be seconds, a tuple of four of them, an httpx2.Timeout, "
                f"or None, not {describe(seconds)}."
            )
        if not 0 <= seconds <= MAX_SECONDS:
            raise ValueError(
                f"timeout must be from 0 to {MAX_SECONDS} seconds, or None, not "
                f"{describe(seconds)}."
            )


def check_deadline(value: object) -> None:
    """Check the option `deadline`.

    Raises:
        ValueError: If the value is neither None nor seconds greater than 0.
    """
    if value is None:
        return
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not (is_number and 0 < cast("float", value) <= MAX_SECONDS):
        raise ValueError(
            f"deadline must be seconds greater than 0, or None, not {describe(value)}."
        )


def check_hooks(value: object) -> None:
    """Check the option `hooks`.

    Raises:
        TypeError: If the value is neither None nor of the class `Hooks`.
    """
    if value is None:
        return
    from ..hooks.hooks import Hooks  # most clients have no hooks

    if not isinstance(value, Hooks):
        raise TypeError(f"hooks must be of the class Hooks, not {describe(value)}.")


def check_mapping(value: object, name: str) -> None:
    """Check an option that is a mapping with strings as keys.

    Raises:
        TypeError: If it is not.
    """
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a mapping, not {describe(value)}.")
    for key in cast("Mapping[object, object]", value):
        if not isinstance(key, str):
            raise TypeError(f"The keys of {name} must be strings, not {describe(key)}.")


def check_max_retries(value: object) -> None:
    """Check the option `max_retries`.

    Raises:
        ValueError: If the value is not an integer, or is negative.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(
            f"max_retries must be an integer of at least 0, not {describe(value)}."
        )


def check_max_response_bytes(value: object) -> None:
    """Check the option `max_response_bytes`.

    Raises:
        ValueError: If the value is neither None nor a positive integer.
    """
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(
            f"max_response_bytes must be an integer of at least 1, or None, not "
            f"{describe(value)}."
        )


def check_max_pages(value: object) -> None:
    """Check the option `max_pages`.

    Raises:
        ValueError: If the value is not a positive integer.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(
            f"max_pages must be an integer of at least 1, not {describe(value)}."
        )


MAX_SECONDS: Final = 1_000_000_000
"""Maximum of a timeout. Longer ones overflow the timestamps of the operating system."""

MAX_ERROR_BYTES: Final = 1024 * 1024
"""Maximum number of bytes that are read of the body of an error or a token response."""

_MAPPINGS: Final[tuple[Literal["headers", "query", "body"], ...]] = (
    *("headers", "query", "body"),
)
"""Options that are mappings."""

NO_VALUES: Final[Mapping[str, object]] = {}
NO_OPTIONS: Final[Options] = {}


class Arguments(NamedTuple):
    """Arguments that a method passes to `request`."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, object]
    cookies: Mapping[str, object]
    body: object


class Limits(NamedTuple):
    """Settings of one call that do not change the request.

    Attributes:
        timeout: Timeout in seconds for each step of an attempt; None disables it.
        max_retries: Maximum number of retries.
        response_validation: How to treat responses that do not match their schema.
        deadline: Seconds for the whole call, including retries; None for no limit.
        max_response_bytes: Maximum size of a decompressed body; None for no limit.
        allow_cross_origin_body: Whether a redirect to another origin may be followed
            with the request body.
    """

    timeout: Timeout
    max_retries: int
    response_validation: ResponseValidation
    deadline: float | None = None
    max_response_bytes: int | None = DEFAULT_MAX_RESPONSE_BYTES
    allow_cross_origin_body: bool = False


def resolve_limits(settings: Settings, options: Options) -> Limits:
    """Return the limits of a call: its options override the settings of the client.

    Raises:
        TypeError: If an option does not exist or has an invalid type.
        ValueError: If the value of an option is invalid.
    """
    if not options:
        return Limits(
            settings.timeout,
            settings.max_retries,
            settings.response_validation,
            settings.deadline,
            settings.max_response_bytes,
            settings.allow_cross_origin_body,
        )
    check_mapping(options, "options")
    if unknown := options.keys() - Options.__annotations__.keys():
        raise TypeError(f"Unknown options of a call: {', '.join(sorted(unknown))}.")
    limits = Limits(
        options.get("timeout", settings.timeout),
        options.get("max_retries", settings.max_retries),
        options.get("response_validation", settings.response_validation),
        options.get("deadline", settings.deadline),
        options.get("max_response_bytes", settings.max_response_bytes),
        settings.allow_cross_origin_body,
    )
    check_max_response_bytes(limits.max_response_bytes)
    check_timeout(limits.timeout)
    check_deadline(limits.deadline)
    check_max_retries(limits.max_retries)
    check_response_validation(limits.response_validation)
    check_max_pages(options.get("max_pages", 1))
    for name in _MAPPINGS:
        if name in options:
            check_mapping(options.get(name), f"options[{name!r}]")
    return limits
