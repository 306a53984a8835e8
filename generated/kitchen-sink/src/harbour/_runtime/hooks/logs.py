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
from ..request.url import REDACTED, SENSITIVE_NAME

if TYPE_CHECKING:
    from collections.abc import Collection

    import httpx2

LOGGER: Final = logging.getLogger(CLIENT_PACKAGE)
"""Logger of the package. Its level is WARNING, regardless of the root logger, until the
application or the environment variable sets another one."""
if LOGGER.level == logging.NOTSET:
    LOGGER.setLevel(logging.WARNING)

_LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO}
_FORMAT: Final = "%(asctime)s %(name)s %(levelname)s %(message)s"

_SECRET_HEADER: Final = re.compile(
    rf"{SENSITIVE_NAME}|cookie|session|-auth|access.?key"
)
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


def show_headers(headers: httpx2.Headers, secrets: Collection[str]) -> dict[str, str]:
    """Return headers for the log, with secret values redacted.

    Args:
        headers: The headers.
        secrets: Names, in lower case, of headers that carry a credential.
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
