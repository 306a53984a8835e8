"""Checks between the stages: usable operations, plain HTTP, strictness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .load.document import Dialect
from .report import codes
from .report.diagnostics import Diagnostic, DocumentError, Effect, Report, Safety
from .text.urls import Url, parse_url

if TYPE_CHECKING:
    from .load.document import Document
    from .model.api import Api
    from .plan.package import Package


def check_for_operations(
    document: Document, operations_total: int, package: Package, report: Report
) -> None:
    """Report a document without usable operations or webhooks.

    Args:
        document: The repaired document.
        operations_total: Number of operations in the source document.
        package: The planned package.
        report: Receives a diagnostic if there are only schemas.

    Raises:
        DocumentError: If there is nothing to generate, or all operations were omitted.
    """
    methods = (package.client.methods, *(item.methods for item in package.resources))
    if any(methods) or package.webhooks is not None:
        return
    if operations_total:
        message = (
            f"none of the {operations_total} operations of the document is usable; "
            "no client generated"
        )
    elif not package.models:
        message = (
            "the document contains no operations, no webhooks with a payload and no "
            "schemas; no client generated"
        )
    else:
        message = "the document contains no operations; only models are generated"
        place = document.locate("/paths")
        report.add(Diagnostic(codes.MODELS_ONLY, Effect.NOTED, message, place))
        return
    raise _fatal(codes.NO_OPERATION, message, document, "/paths")


def check_strictness(document: Document, report: Report) -> None:
    """Refuse a document that `strict` does not accept.

    Raises:
        DocumentError: If a part was omitted, or a repair is not exact.
    """
    repaired = report.with_effect(Effect.REPAIRED)
    inexact = [item for item in repaired if item.safety is not Safety.EXACT]
    omitted = report.with_effect(Effect.OMITTED)
    if inexact or omitted:
        message = (
            f"--strict does not allow omissions or inexact repairs, found {len(omitted)} "
            f"omissions and {len(inexact)} inexact repairs; fix the document, "
            "`sdksmith repair` lists the changes"
        )
        raise _fatal(codes.NOT_STRICT, message, document, "")


def note_plain_http(
    document: Document, api: Api, base_url: str | None, report: Report
) -> None:
    """Report credentials that would be sent over plain HTTP.

    Args:
        document: The repaired document.
        api: The API; its first server is used.
        base_url: Base URL from the settings, which overrides the servers of the document.
        report: Receives the diagnostic.
    """
    host = find_plain_host(api, base_url)
    if host:
        message = (
            f"credentials would be sent to {host} over plain HTTP; the client refuses to "
            "send them unless `base_url` in the settings is an https URL"
        )
        swagger = document.dialect is Dialect.SWAGGER_20
        place = document.locate("/schemes" if swagger else "/servers/0/url")
        report.add(Diagnostic(codes.PLAIN_HTTP, Effect.NOTED, message, place))


def find_plain_host(api: Api, base_url: str | None) -> str:
    """Return the host that would receive credentials over plain HTTP, or ""."""
    if not any(any(operation.security) for operation in api.operations):
        return ""
    url = base_url or (api.servers[0].url if api.servers else "")
    parts = parse_url(url)
    if not isinstance(parts, Url) or parts.scheme != "http":
        return ""
    return "" if _is_loopback(parts.plain_host) else parts.plain_host


def _is_loopback(host: str) -> bool:
    """Return whether a host is a loopback host (RFC 6761, section 6.3; RFC 5735)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _fatal(code: str, message: str, document: Document, pointer: str) -> DocumentError:
    place = document.locate(pointer)
    return DocumentError(Diagnostic(code, Effect.FATAL, message, place))
