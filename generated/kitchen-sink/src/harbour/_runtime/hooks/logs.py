"""Log of the package: off by default, and without secrets.

The logger has the name of the package. At level `info`, it records requests and their
outcomes; at level `debug`, headers as well. Bodies are never logged.
"""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING, Final, TextIO

from ..errors import CLIENT_PACKAGE
from ..request.url import REDACTED
from ..text import MAX_NAME, clean

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

LOGGER: Final = logging.getLogger(CLIENT_PACKAGE)
"""Logger of the package. Its level is WARNING, regardless of the root logger, until the
application or the environment variable sets another one."""
if LOGGER.level == logging.NOTSET:
    LOGGER.setLevel(logging.WARNING)

_LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO}
_FORMAT: Final = "%(asctime)s %(name)s %(levelname)s %(message)s"

# Headers with URLs, which may contain secrets.
_LINKS: Final = frozenset(
    {"location", "content-location", "link", "refresh", "referer"}
)
_PAIR: Final = re.compile(r"([?&;#][^=&?#;\s\"<>]*=)[^&#;\s\"<>]*")
_USER: Final = re.compile(r"//[^/@\s]*@")


class _StandardError(logging.StreamHandler[TextIO]):
    """Handler for standard error, used if the application has no handlers."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, unless the root logger has handlers by now."""
        if not logging.getLogger().handlers:
            super().emit(record)


def configure_log(variable: str) -> None:
    """Set the level from an environment variable, if it is set.

    If the application has not configured logging, the log is written to standard error.
    Other loggers are not changed, because that of the HTTP library writes URLs with
    their secrets.

    Args:
        variable: Name of the environment variable; empty for none.
    """
    value = os.environ.get(variable, "").strip().lower() if variable else ""
    if not value:
        return
    if value not in _LEVELS:
        LOGGER.warning("%s must be debug or info, not %r; ignored", variable, value)
        return
    LOGGER.setLevel(_LEVELS[value])
    if not any(isinstance(item, _StandardError) for item in LOGGER.handlers):
        handler = _StandardError()
        handler.setFormatter(logging.Formatter(_FORMAT))
        LOGGER.addHandler(handler)


def show_headers(
    headers: httpx2.Headers, is_secret: Callable[[str], bool]
) -> dict[str, str]:
    """Return headers for the log, with secret values redacted.

    Args:
        headers: The headers.
        is_secret: Function that returns whether the header with a name, in lower case,
            is secret.
    """
    return {
        clean(name, MAX_NAME): _show_header(name, value, is_secret)
        for name, value in headers.multi_items()
    }


def _show_header(name: str, value: str, is_secret: Callable[[str], bool]) -> str:
    if is_secret(name):
        return REDACTED
    if name in _LINKS:
        value = _PAIR.sub(rf"\1{REDACTED}", _USER.sub(f"//{REDACTED}@", value))
    return clean(value)
