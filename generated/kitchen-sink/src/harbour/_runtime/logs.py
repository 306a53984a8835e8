"""The log of a package: off unless asked for, and without secrets.

The logger has the name of the package. It says at `info` what was asked for and what
came of it, at `debug` the headers, too; never what is in a body.
"""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING, Final, TextIO

from .url import REDACTED, SENSITIVE_NAME

if TYPE_CHECKING:
    from collections.abc import Collection

    import httpx2

LOGGER: Final = logging.getLogger((__package__ or "").removesuffix("._runtime"))
"""Warnings alone, of which there are none, until the application or the variable of
the environment says otherwise: the level of the root logger does not count."""
if LOGGER.level == logging.NOTSET:
    LOGGER.setLevel(logging.WARNING)

_LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO}
_FORMAT: Final = "%(asctime)s %(name)s %(levelname)s %(message)s"

_SECRET_HEADER: Final = re.compile(
    rf"{SENSITIVE_NAME}|cookie|session|-auth|access.?key"
)
# They hold URLs, which may hold secrets.
_LINKS: Final = frozenset(
    {"location", "content-location", "link", "refresh", "referer"}
)
_PAIR: Final = re.compile(r"([?&;#][^=&?#;\s\"<>]*=)[^&#;\s\"<>]*")
_USER: Final = re.compile(r"//[^/@\s]*@")


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes what nobody else would write."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, unless the application has handlers of its own by now."""
        if not logging.getLogger().handlers:
            super().emit(record)


def configure_log(variable: str) -> None:
    """Set the level that a variable of the environment asks for, if it does.

    Where the application has not set logging up, the log goes to standard error. Other
    loggers are left alone: that of the HTTP library writes URLs with their secrets.

    Args:
        variable: Its name; empty for none.
    """
    value = os.environ.get(variable, "").strip().lower() if variable else ""
    if not value:
        return
    if value not in _LEVELS:
        LOGGER.warning("%s must be debug or info, not %r", variable, value)
        return
    LOGGER.setLevel(_LEVELS[value])
    if not any(isinstance(item, _StandardError) for item in LOGGER.handlers):
        handler = _StandardError()
        handler.setFormatter(logging.Formatter(_FORMAT))
        LOGGER.addHandler(handler)


def show_headers(headers: httpx2.Headers, secrets: Collection[str]) -> dict[str, str]:
    """Return headers for people: names, and the values that are no secret.

    Args:
        headers: The headers.
        secrets: Names, in lower case, of those that carry a credential.
    """
    return {
        name: _show_header(name, value, secrets)
        for name, value in headers.multi_items()
    }


def _show_header(name: str, value: str, secrets: Collection[str]) -> str:
    if name in secrets or _SECRET_HEADER.search(name):
        return REDACTED
    if name in _LINKS:
        return _PAIR.sub(rf"\1{REDACTED}", _USER.sub(f"//{REDACTED}@", value))
    return value
