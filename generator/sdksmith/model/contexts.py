"""Name words for inline schemas, from their location in the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from ..json_data import array_of, object_of, text_of
from ..load.document import split
from .schemas.member_words import member_words

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")

_WORDS: Final = {
    "items": ("item",),
    "additionalProperties": ("value",),
    "unevaluatedProperties": ("value",),
}

_PARTS: Final = frozenset(
    {"properties", "items", "prefixItems", "patternProperties"}
    | {"additionalProperties", "unevaluatedProperties"}
)
"""Keywords that lead to a part of a schema."""

_MEDIA_WORDS: Final = {
    "x-www-form-urlencoded": "form",
    "form-data": "multipart",
    "octet-stream": "bytes",
}

_STATUS_WORDS: Final = {
    "200": "ok",
    "201": "created",
    "202": "accepted",
    "204": "no content",
    "206": "partial content",
    "207": "multi status",
    "400": "bad request",
    "401": "unauthorized",
    "402": "payment required",
    "403": "forbidden",
    "404": "not found",
    "405": "method not allowed",
    "406": "not acceptable",
    "408": "timeout",
    "409": "conflict",
    "410": "gone",
    "412": "precondition failed",
    "413": "content too large",
    "415": "unsupported media type",
    "418": "teapot",
    "422": "unprocessable",
    "423": "locked",
    "424": "failed dependency",
    "425": "too early",
    "426": "upgrade required",
    "428": "precondition required",
    "429": "too many requests",
    "451": "unavailable for legal reasons",
    "500": "internal server",
    "501": "not implemented",
    "502": "bad gateway",
    "503": "service unavailable",
    "504": "gateway timeout",
    "507": "insufficient storage",
    "1xx": "informational",
    "2xx": "success",
    "3xx": "redirect",
    "4xx": "client",
    "5xx": "server",
}
"""Words for status codes, from their reason phrases (RFC 9110, section 15)."""

_MOST_TOKENS: Final = 4
"""Maximum number of tokens that one step of a walk consumes."""


class Contexts:
    """Name words of the schemas of one document."""

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._walks: dict[str, _Walk] = {}

    def words(self, pointer: str) -> tuple[str, ...]:
        """Return the name words for the schema at `pointer`, those of its owner first.

        The owner is the component, or the operation: its operationId, or its method and
        path if it has none. A media type adds a word only if the schemas of the media types
        differ; the names then do not depend on the order of the media types. Positions add
        no words, so names contain only numbers that occur in the document.
        """
        walk = self._resume(pointer) or self._start(pointer)
        while walk.rest:
            walk.step()
        if walk.is_complete:
            self._walks[pointer] = walk
        return tuple(walk.words)

    def _resume(self, pointer: str) -> _Walk | None:
        """Return a walk at the nearest schema around `pointer`, if its words are known.

        The types of a schema are built before those of its parts. Walks from the root took
        a sixth of the time for the model of GitHub's API.
        """
        parent = pointer
        for _ in range(_MOST_TOKENS):
            parent = parent.rpartition("/")[0]
            known = self._walks.get(parent)
            if known is not None:
                rest = split(pointer[len(parent) :])[::-1]
                return replace(known, rest=rest, words=[*known.words])
        return None

    def _start(self, pointer: str) -> _Walk:
        tokens = split(pointer)
        section = tokens[0] if tokens else ""
        walk = _Walk(tokens[::-1], self._root, is_incoming=section == "webhooks")
        if section == "components":
            walk.enter_component()
        elif section in {"paths", "webhooks"}:
            walk.enter_operation()
        return walk


class _Walk(Struct):
    """Walks down a pointer and its nodes in parallel; nodes may be missing.

    Attributes:
        rest: The tokens that remain, in reverse order.
        node: The node at the current location.
        words: The words so far.
        responses: The responses of the operation.
        is_incoming: Whether the location is in a request that the API sends.
        is_part: Whether the location is a part of a schema.
        is_complete: Whether all steps found their tokens.
    """

    rest: list[str]
    node: JsonValue
    words: list[str] = field(default_factory=list[str])
    responses: JsonObject = field(default_factory=dict[str, "JsonValue"])
    is_incoming: bool = False
    is_part: bool = False
    is_complete: bool = True

    def _take(self) -> str:
        if self.rest:
            token = self.rest.pop()
        else:
            token = ""
            self.is_complete = False
        node = self.node
        if isinstance(node, dict):
            self.node = node.get(token)
        elif isinstance(node, list) and token.isdigit():
            index = int(token)
            self.node = node[index] if index < len(node) else None
        else:
            self.node = None
        return token

    def enter_component(self) -> None:
        self._take()
        section = self._take()
        self.words.append(self._take())
        if section == "responses":
            self.words.append("response")
        elif section == "requestBodies":
            self.words.append("request")
        elif section == "callbacks":
            self._enter_callback()

    def enter_operation(self) -> None:
        self._take()
        path = self._take()
        if self.rest and self.rest[-1] == "parameters":
            self.words.append(path)
            return
        method = self._take()
        operation = object_of(self.node)
        self.responses = object_of(operation.get("responses"))
        self.words.append(text_of(operation.get("operationId")) or f"{method} {path}")

    def step(self) -> None:
        """Consume the next token and the tokens that belong to it."""
        token = self._take()
        self.is_part = self.is_part or token in _PARTS
        match token:
            case "properties" | "headers" | "$defs" | "definitions":
                self.words.append(self._take())
            case "parameters":
                position = self._take()
                self.words.append(text_of(object_of(self.node).get("name")) or position)
            case "responses":
                self._enter_response(self._take())
            case "prefixItems":
                self._enter_first_item(self._take())
            case "patternProperties":
                self._take()
                self.words.append("value")
            case "oneOf" | "anyOf":
                members = array_of(self.node)
                self._take()
                self.words += member_words(
                    members,
                    self.node,
                    self.words[-1] if self.words else "",
                    is_alone=self.is_part,
                )
            case "content":
                contents = object_of(self.node)
                self.words.extend(_media_word(contents, self._take()))
            case "allOf":
                self._take()
            case _:
                self._enter_other(token)

    def _enter_other(self, key: str) -> None:
        if key == "callbacks":
            self.words.append(self._take())
            self._enter_callback()
        elif key == "requestBody":
            self.words.append("payload" if self.is_incoming else "request")
        else:
            self.words.extend(_WORDS.get(key, ()))

    def _enter_callback(self) -> None:
        """Skip the URL and the method of a callback; its name was added before."""
        self._take()
        self._take()
        self.is_incoming = True

    def _enter_first_item(self, position: str) -> None:
        index = int(position) if position.isdigit() else 0
        known = index < len(_ORDINALS)
        self.words += [_ORDINALS[index] if known else "later", "item"]

    def _enter_response(self, status: str) -> None:
        """Add the words of a response: "response" alone for the main one."""
        successes = sorted(code for code in self.responses if code[:1] == "2")
        main = successes[0] if successes else "default"
        words = _STATUS_WORDS.get(status.lower(), f"status {status}")
        if status == main:
            self.words.append("response")
        elif status == "default":
            self.words.append("error")
        elif status[:1] in ("4", "5"):
            self.words.append(f"{words} error")
        else:
            self.words.append(f"{words} response")


def _media_word(contents: JsonObject, media_type: str) -> list[str]:
    """Return the word for a media type, if several media types have inline schemas."""
    schemas: list[JsonValue] = []
    for node in contents.values():
        schema = object_of(node).get("schema")
        if "$ref" not in object_of(schema) and schema not in schemas:
            schemas.append(schema)
        if len(schemas) > 1:
            break
    if len(schemas) < 2:
        return []
    kind, _, name = media_type.split(";", maxsplit=1)[0].strip().lower().partition("/")
    word = name.rpartition("+")[2] or kind
    return [_MEDIA_WORDS.get(word, word)]
