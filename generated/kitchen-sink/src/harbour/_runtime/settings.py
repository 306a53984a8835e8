"""The settings of a client: one frozen value, replaced as a whole by `with_options`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Unpack, cast, get_args

from .options import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    ClientOptions,
    ResponseValidation,
)
from .url import check_base_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .credentials import Held
    from .hooks import Hooks
    from .omission import Omit
    from .options import Timeout


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Settings:
    """What holds for all calls of a client. It holds secrets, and so shows nothing.

    Attributes:
        base_url: Where the API is; None when nobody says.
        base_url_chosen: Whether the caller or the environment says so, and not the
            description; then it holds for operations with servers of their own, too.
        credentials: Scheme key -> the complete credential, or what brings its token. Copies
            of a client share these.
    """

    base_url: str | None
    base_url_chosen: bool
    credentials: Mapping[str, Held]
    timeout: Timeout = field(default_factory=lambda: DEFAULT_TIMEOUT)
    deadline: float | None = None
    max_retries: int = DEFAULT_MAX_RETRIES
    headers: Mapping[str, str | Omit] = field(default_factory=dict[str, "str | Omit"])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    response_validation: ResponseValidation = "lenient"
    hooks: Hooks | None = None
    allow_insecure_http: bool = False

    def __post_init__(self) -> None:
        check_deadline(self.deadline)
        check_max_retries(self.max_retries)
        check_response_validation(self.response_validation)

    def changed(self, **options: Unpack[ClientOptions]) -> Settings:
        """Return settings in which the given options are replaced.

        Headers and query parameters are added to those that are there.

        Raises:
            SDKError: The base URL is none.
            TypeError: An option does not exist.
            ValueError: An option makes no sense.
        """
        if unknown := options.keys() - ClientOptions.__annotations__.keys():
            raise TypeError(f"no such option of a client: {', '.join(sorted(unknown))}")
        url = options.get("base_url")
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
            allow_insecure_http=options.get(
                "allow_insecure_http", self.allow_insecure_http
            ),
        )


def check_deadline(value: object) -> None:
    """Refuse what is no time that a call may take.

    Raises:
        ValueError: It is not above zero, not finite or no number.
    """
    if value is None:
        return
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not (is_number and 0 < cast("float", value) < float("inf")):
        raise ValueError(f"deadline must be seconds above 0 or None, not {value!r}")


def check_max_retries(value: object) -> None:
    """Refuse what is no number of retries.

    Raises:
        ValueError: It is negative or no whole number.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"max_retries must be 0 or more, not {value!r}")


def check_response_validation(value: object) -> None:
    """Refuse what is no way to treat an answer.

    Raises:
        ValueError: It is none of the three.
    """
    if value not in get_args(ResponseValidation):
        raise ValueError(
            f"response_validation must be lenient, warn or strict, not {value!r}"
        )
