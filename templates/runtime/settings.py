"""The settings of a client: one frozen value, replaced as a whole by `with_options`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Unpack, get_args

from .options import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    ClientOptions,
    ResponseValidation,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .credentials import Credential
    from .omit import Omit
    from .options import Timeout


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Settings:
    """What a client was told.

    Attributes:
        credentials: Scheme key -> what the constructor was given; never shown.
        variables: Values for the variables of the server URL; None for the default.
    """

    credentials: Mapping[str, Credential] = field(repr=False)
    variables: Mapping[str, str | None]
    base_url: str | None = None
    timeout: Timeout = DEFAULT_TIMEOUT
    max_retries: int = DEFAULT_MAX_RETRIES
    headers: Mapping[str, str | Omit] | None = field(default=None, repr=False)
    query: Mapping[str, object] | None = field(default=None, repr=False)
    response_validation: ResponseValidation = "lenient"
    allow_insecure_http: bool = False

    def changed(self, **options: Unpack[ClientOptions]) -> Settings:
        """Return settings in which the given options are replaced.

        Headers and query parameters are added to those that are there.

        Raises:
            TypeError: An option does not exist, or has the wrong kind of value.
            ValueError: A value makes no sense.
        """
        if unknown := options.keys() - ClientOptions.__annotations__.keys():
            raise TypeError(f"no such option of a client: {', '.join(sorted(unknown))}")
        merged: ClientOptions = {**options}
        merged["headers"] = {**(self.headers or {}), **(options.get("headers") or {})}
        merged["query"] = {**(self.query or {}), **(options.get("query") or {})}
        return replace(self, **merged)

    def __post_init__(self) -> None:
        check_max_retries(self.max_retries)
        check_response_validation(self.response_validation)


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
