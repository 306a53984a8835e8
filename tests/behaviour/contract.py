"""Requests and responses that a document allows, independent of the generator's model.

The document is repaired and upgraded to 3.1. Requests are checked with a JSON Schema
validator.
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sdksmith.json_data import array_of, object_of, text_of
from sdksmith.load.document import join

from tests.corpus.instances import NoInstanceError

from .payloads import body_violation
from .schemas import Schemas
from .wire import read_path, read_query, read_simple, split_pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdksmith.json_data import JsonObject, JsonValue

    from .stub_server import ReceivedRequest

_METHODS = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)
_OWN_HEADERS = {"accept", "authorization", "content-type"}


@dataclass(frozen=True)
class Rule:
    """Operation to which requests are matched."""

    method: str
    path: str
    pattern: re.Pattern[str]
    pointer: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class AllowedResponse:
    """Response that the document allows.

    Attributes:
        is_valid: Whether the body matches its schema. If not, no value was found.
    """

    status: int
    content_type: str
    body: bytes
    is_valid: bool = True


@dataclass
class DocumentContract:
    """Checks of requests against a document.

    Attributes:
        root: The document.
        has_prefix: Whether the paths of requests contain that of the server URL.
    """

    root: JsonObject
    has_prefix: bool = True
    rules: list[Rule] = field(default_factory=list[Rule])

    def __post_init__(self) -> None:
        self.sent = Schemas(self.root, absent="readOnly")
        self.received = Schemas(self.root, absent="writeOnly")
        for path, node in object_of(self.root.get("paths")).items():
            item, place = self.sent.find(join("", "paths", path))
            for method in _METHODS:
                if isinstance(node, dict) and method in object_of(item):
                    self._add(method, path, join(place, method))
            more = object_of(object_of(item).get("additionalOperations"))
            for method in more:
                self._add(method, path, join(place, "additionalOperations", method))

    def _add(self, method: str, path: str, pointer: str) -> None:
        pieces = re.split(r"\{([^{}]+)\}", path)
        pattern = "([^/]+)".join(re.escape(piece) for piece in pieces[::2])
        prefix = re.escape(self._prefix(pointer)) if self.has_prefix else ""
        regex = re.compile(f"{prefix}/?{pattern.removeprefix('/')}")
        self.rules.append(
            Rule(method.upper(), path, regex, pointer, tuple(pieces[1::2]))
        )

    def _prefix(self, pointer: str) -> str:
        owners = [pointer, pointer.rpartition("/")[0], ""]
        for owner in owners:
            servers = array_of(object_of(self.sent.find(owner)[0]).get("servers"))
            if servers:
                server = object_of(servers[0])
                url = text_of(server.get("url"))
                for name, node in object_of(server.get("variables")).items():
                    default = text_of(object_of(node).get("default"))
                    url = url.replace(f"{{{name}}}", default)
                return urlsplit(url).path.rstrip("/")
        return ""

    def find_rule(self, method: str, path: str) -> tuple[Rule, tuple[str, ...]] | None:
        """Return the operation of a request with the raw values of its placeholders.

        A concrete path is matched before a templated one (OpenAPI 3.1, section 4.8.8).
        """
        found = [
            (rule, match)
            for rule in self.rules
            if rule.method == method
            for match in [rule.pattern.fullmatch(_decode_path(path))]
            if match
        ]
        if not found:
            return None
        rule, match = min(found, key=lambda pair: (len(pair[0].names), pair[0].path))
        return rule, match.groups()

    def violation(self, seen: ReceivedRequest) -> str:
        """Return the violation of a request, or an empty string."""
        found = self.find_rule(seen.method, seen.path)
        if found is None:
            return f"no operation {seen.method} {seen.path}"
        rule, values = found
        body = join(rule.pointer, "requestBody")
        return (
            next(self._parameter_violations(rule, values, seen), "")
            or self._undeclared_query(rule, seen)
            or body_violation(self.sent, body, seen)
        )

    def _parameters(self, rule: Rule) -> list[tuple[JsonObject, str]]:
        declared: dict[tuple[str, str], tuple[JsonObject, str]] = {}
        for owner in (rule.pointer.rpartition("/")[0], rule.pointer):
            node, place = self.sent.find(owner)
            for index in range(len(array_of(object_of(node).get("parameters")))):
                found, where = self.sent.find(join(place, "parameters", index))
                item = object_of(found)
                key = text_of(item.get("in")), text_of(item.get("name"))
                declared[key] = item, where
        return list(declared.values())

    def _parameter_violations(
        self, rule: Rule, values: tuple[str, ...], seen: ReceivedRequest
    ) -> Iterator[str]:
        in_path = dict(zip(rule.names, values, strict=True))
        for item, pointer in self._parameters(rule):
            name, place = text_of(item.get("name")), text_of(item.get("in"))
            schema = join(pointer, "schema")
            media_type = next(iter(object_of(item.get("content"))), "")
            if media_type:
                schema = join(pointer, "content", media_type, "schema")
            if name.lower() in _OWN_HEADERS and place == "header":
                continue
            readings = list(self._read(item, schema, in_path, seen))
            if not readings:
                if item.get("required") is True and place != "querystring":
                    yield f"the {place} parameter {name!r} is missing"
                continue
            violations = [self.sent.violation(schema, value) for value in readings]
            if item.get("schema") == {} or not all(violations):
                continue
            yield f"the {place} parameter {name!r}: {violations[0]}"

    def _read(
        self,
        item: JsonObject,
        schema: str,
        in_path: dict[str, str],
        seen: ReceivedRequest,
    ) -> Iterator[JsonValue]:
        """Yield the possible values of a parameter; nothing if it is omitted."""
        name, place = text_of(item.get("name")), text_of(item.get("in"))
        style = text_of(item.get("x-sdksmith-style")) or text_of(item.get("style"))
        style = style or ("form" if place in {"query", "cookie"} else "simple")
        explode = item.get("explode", style == "form") is True
        kinds = self.sent.kinds(schema)
        match place:
            case "path" if name in in_path:
                yield from read_path(in_path[name], name, style, kinds, explode=explode)
            case "query":
                pairs = seen.raw_query
                if style == "form" and explode and "object" in kinds:
                    others = self._other_names(name, seen)
                    pairs = [pair for pair in pairs if pair[0] not in others]
                if pairs:
                    yield from read_query(pairs, name, style, kinds, explode=explode)
            case "header" if name.lower() in seen.headers:
                text = seen.headers[name.lower()].replace("%", "%25")
                yield from read_simple(text, kinds, explode=explode)
            case "cookie":
                text = seen.headers.get("cookie", "")
                found = [split_pair(part) for part in text.split("; ") if part]
                if found:
                    yield from read_query(found, name, style, kinds, explode=explode)
            case _:
                return

    def _other_names(self, name: str, seen: ReceivedRequest) -> set[str]:
        found = self.find_rule(seen.method, seen.path)
        items = self._parameters(found[0]) if found else []
        names = {text_of(item.get("name")) for item, _ in items}
        return (names | self._credentials()) - {name}

    def _credentials(self) -> set[str]:
        schemes = object_of(
            object_of(self.root.get("components")).get("securitySchemes")
        )
        return {text_of(object_of(node).get("name")) for node in schemes.values()}

    def _undeclared_query(self, rule: Rule, seen: ReceivedRequest) -> str:
        """Return a violation about undeclared query parameters."""
        items = [
            item for item, _ in self._parameters(rule) if item.get("in") == "query"
        ]
        if any(item.get("in") == "querystring" for item, _ in self._parameters(rule)):
            return ""
        known = {text_of(item.get("name")) for item in items} | self._credentials()
        path_item = object_of(self.sent.find(rule.pointer.rpartition("/")[0])[0])
        known |= object_of(path_item.get("x-sdksmith-query")).keys()
        if any(item.get("explode", True) and self._is_spread(item) for item in items):
            return ""
        undeclared = [
            name
            for name, _ in seen.query
            if name not in known and name.partition("[")[0] not in known
        ]
        return f"undeclared query parameters: {undeclared}" if undeclared else ""

    def _is_spread(self, item: JsonObject) -> bool:
        if item.get("style", "form") != "form":
            return False
        schema = json.dumps(item.get("schema"))
        return '"object"' in schema or "properties" in schema or "$ref" in schema

    def allowed_response(self, seen: ReceivedRequest) -> AllowedResponse:
        """Return a successful response that the document allows."""
        found = self.find_rule(seen.method, seen.path)
        if found is None or seen.method == "HEAD":
            return AllowedResponse(200, "", b"")
        pointer = found[0].pointer
        responses = object_of(self.received.find(join(pointer, "responses"))[0])
        status = min((key for key in responses if key[:1] == "2"), default="default")
        number = int(status) if status.isdecimal() else 200
        node, place = self.received.find(join(pointer, "responses", status))
        contents = object_of(object_of(node).get("content"))
        if not contents or number in {204, 205}:
            return AllowedResponse(number, "", b"")
        media_type = _accepted(contents, seen.headers.get("accept", ""))
        content, place = self.received.find(join(place, "content", media_type))
        schema = join(place, "schema")
        if "schema" not in object_of(content):
            plain = media_type.partition(";")[0].strip().lower()
            is_lines = "itemSchema" in object_of(content)
            return AllowedResponse(
                number, plain if is_lines else "application/json", b"{}"
            )
        return self._make_response(number, media_type, schema)

    def _make_response(
        self, status: int, media_type: str, schema: str
    ) -> AllowedResponse:
        plain = media_type.partition(";")[0].strip().lower()
        is_json = "json" in plain or "*" in plain
        if not is_json and (
            "xml" in plain or self.received.kinds(schema) == {"scalar"}
        ):
            return AllowedResponse(status, plain, b"x")
        try:
            value = self.received.instance(schema, zlib.crc32(schema.encode()))
        except (NoInstanceError, RecursionError):
            return AllowedResponse(status, "application/json", b"{}", is_valid=False)
        concrete = plain if is_json and "*" not in plain else "application/json"
        return AllowedResponse(status, concrete, json.dumps(value).encode())


def _decode_path(path: str) -> str:
    """Return a path in which unnecessary percent-encoding is decoded, except of slashes."""

    def decode(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if character in "{}:@!$&'()*+,;=|<>[]~ " else match[0]

    return re.sub(r"%([0-7][0-9A-Fa-f])", decode, path)


def _accepted(contents: Iterable[str], accept: str) -> str:
    wanted = [part.partition(";")[0].strip() for part in accept.split(",")]
    for name in wanted:
        for media_type in contents:
            if media_type.partition(";")[0].strip().lower() == name.lower():
                return media_type
    return next((name for name in contents if "json" in name), next(iter(contents)))
