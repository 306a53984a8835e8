"""Exceptions raised by the client."""

from __future__ import annotations

from ._runtime import ResponseValidationWarning, SDKError, WebhookPayloadError

__all__ = ["ResponseValidationWarning", "SDKError", "WebhookPayloadError"]
