"""Validation of recorded calls with openapi-core, in its own environment.

    python verdicts.py DOCUMENT TRAFFIC

Prints one line of JSON for each call: the operation, and why openapi-core rejects the
request or the response; empty strings if it accepts them. The module is a program that
imports nothing of this project, because openapi-core excludes the versions of other
packages that sdksmith needs.
"""

from __future__ import annotations

import json
import sys
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

_MESSAGE = 400
_BASE_URL = "https://api.example.com"
_KNOWN_FORMATS = frozenset(
    ("binary", "byte", "date", "date-time", "double", "float", "int32", "int64", "uuid")
)


@dataclass
class _Request:
    host_url: str
    path: str
    full_url_pattern: str
    method: str
    parameters: Any
    content_type: str
    body: bytes | None


@dataclass
class _Response:
    status_code: int
    content_type: str
    headers: dict[str, str]
    data: bytes


def _to_request(row: dict[str, Any]) -> _Request:
    structures: Any = import_module("werkzeug.datastructures")
    datatypes: Any = import_module("openapi_core.datatypes")
    parts = urlsplit(str(row["url"]))
    headers = structures.Headers(row["headers"])
    cookies = [
        item.split("=", 1)
        for header in headers.getlist("cookie")
        for item in header.split("; ")
    ]
    query = parse_qsl(parts.query, keep_blank_values=True)
    parameters = datatypes.RequestParameters(
        query=structures.ImmutableMultiDict(query),
        header=headers,
        cookie=structures.ImmutableMultiDict(cookies),
    )
    origin = f"{parts.scheme}://{parts.netloc}"
    # Frameworks pass decoded paths. A slash inside a value must not separate segments.
    path = "%2F".join(map(unquote, parts.path.split("%2F")))
    return _Request(
        host_url=origin,
        path=path,
        full_url_pattern=f"{origin}{path}",
        method=row["method"].lower(),
        parameters=parameters,
        content_type=headers.get("content-type", ""),
        # A form without fields is an empty body, not a missing one.
        body=b64decode(row["body"]) if "content-type" in headers else None,
    )


def _to_response(row: dict[str, Any]) -> _Response:
    accepted = dict(row["headers"]).get("accept", "application/json").split(",")[0]
    content_type = accepted if "*" not in accepted else "application/json"
    headers = {"content-type": content_type}
    return _Response(row["status"], content_type, headers, b64decode(row["response"]))


def _absolute(server: dict[str, Any]) -> dict[str, Any]:
    """Return a server with an absolute URL.

    A relative URL is relative to that of the document (OpenAPI 3.0.3, section 4.7.5). The
    smoke tests pass the whole base URL to the client instead.
    """
    url = server.get("url", "/")
    if url.startswith("//"):
        return {**server, "url": f"https:{url}"}
    return server if "://" in url or "{" in url else {**server, "url": _BASE_URL}


def _formats(node: Any) -> set[str]:
    """Return all values of `format` in a document."""
    if isinstance(node, list):
        items = cast("list[object]", node)
        return {name for item in items for name in _formats(item)}
    if not isinstance(node, dict):
        return set()
    fields = cast("dict[str, object]", node)
    found = {name for value in fields.values() for name in _formats(value)}
    name = fields.get("format")
    return found | ({name} if isinstance(name, str) else set())


def _decode(content: bytes, **_: object) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return content.decode()


def _same(value: Any) -> Any:
    return value


def _describe(error: BaseException) -> str:
    """Return the messages of an error and of its causes."""
    seen: list[str] = []
    found: BaseException | None = error
    while found is not None:
        details = [str(item) for item in getattr(found, "schema_errors", ())]
        seen.append(f"{type(found).__name__}: {found} {' | '.join(details)}"[:_MESSAGE])
        found = found.__cause__ or found.__context__
    return " <- ".join(dict.fromkeys(seen))


def _problems(check: Callable[[], Any]) -> str:
    """Return the errors of a validation; empty if there are none."""
    try:
        errors = check().errors
    except Exception as error:  # noqa: BLE001 - the verdict is the message
        return _describe(error)
    return "; ".join(_describe(error) for error in errors)


def judge(document: Path, traffic: Path) -> None:
    """Print the verdicts about all recorded calls."""
    core: Any = import_module("openapi_core")
    finders: Any = import_module("openapi_core.templating.paths.finders")
    root: dict[str, Any] = json.loads(document.read_text("utf-8"))
    servers: list[dict[str, Any]] = root.get("servers") or [{}]
    root["servers"] = [_absolute(server) for server in servers]
    # `format` is an open list (OpenAPI 3.0.3, section 4.4): unknown ones do not restrict.
    unknown = _formats(root) - _KNOWN_FORMATS
    config = core.Config(
        spec_validator_cls=None,
        extra_format_unmarshallers=dict.fromkeys(unknown, _same),
        extra_media_type_deserializers={"*/*": _decode},
    )
    api = core.OpenAPI.from_dict(root, config=config)
    for line in traffic.read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        request, response = _to_request(row), _to_response(row)
        operation = f"{row['method']} {urlsplit(str(row['url'])).path}"
        try:
            found = finders.APICallPathFinder(api.spec).find(
                request.method, request.full_url_pattern
            )
            operation = f"{row['method']} {found.path_result.pattern}"
        except Exception:  # noqa: BLE001 - the verdict contains the reason
            pass
        verdict = {
            "test": row["test"],
            "url": row["url"],
            "operation": operation,
            "request": _problems(partial(api.unmarshal_request, request)),
            "response": (
                _problems(partial(api.unmarshal_response, request, response))
                if row["has_sample"]
                else ""
            ),
        }
        print(json.dumps(verdict))


if __name__ == "__main__":
    judge(Path(sys.argv[1]), Path(sys.argv[2]))
