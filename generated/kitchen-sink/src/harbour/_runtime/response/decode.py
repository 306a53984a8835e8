"""Decoding of responses to Python values."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic import ValidationError

from ..errors import APIDecodeError
from ..text import MAX_NAME, clean
from .mismatches import find_mismatches, summarise
from .references import ANY, Exact, Formatted, Nullable
from .types import find_adapter, load_type
from .validation import is_first_report, validate, warn

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from ..operation import Operation
    from ..request.prepared import PreparedRequest
    from .references import TypeRef
    from .types import Adapter
    from .validation import ResponseValidation

_WORD: Final = r"\s*[A-Za-z][A-Za-z0-9 .:_-]*\s*"
_EXCERPT: Final = 500
# Codecs of Python for text that are not charsets of content. Some take quadratic time,
# do not support replacements, or return lone surrogates.
_NOT_CHARSETS: Final = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
_CHARSET: Final = r'(?i)charset\s*=\s*"?([^\s";]+)'


class Received(NamedTuple):
    """Received content: a whole response, or one item of a stream.

    Attributes:
        status_code: The status code of the response.
        headers: The headers of the response.
        content: The content, decompressed.
        charset: The charset of the content; empty for the one in the headers.
        place: The location of the content in the response, for messages; empty for the
            whole body.
    """

    status_code: int
    headers: httpx2.Headers
    content: bytes
    charset: str = ""
    place: str = ""


@dataclass(slots=True, eq=False, repr=False)
class Decoder:
    """Decoder of one response.

    Attributes:
        received: The content to decode.
        prepared: The request, for messages.
        validation: How to treat content that does not match its schema.
        models: Import name of the package with the models; see `find_adapter`.
        operation: The operation.
    """

    received: Received
    prepared: PreparedRequest
    validation: ResponseValidation
    models: str
    operation: Operation[Any]

    def decode(self, ref: TypeRef | None) -> object:
        """Return the decoded response.

        Args:
            ref: The documented type; None for a response without content.

        Raises:
            APIDecodeError: If the content cannot be decoded as the documented type, or
                does not match it in strict validation.
        """
        if ref is None:
            return None
        content = self.received.content
        if ref is bytes:
            return content
        if not content:
            return self._decode_empty(ref)
        # Looked up once: finding a header takes longer than decoding a small response.
        kind, charset = _read_content_type(
            self.received.headers.get("content-type", "")
        )
        if not kind or kind.endswith(("/json", "+json", "/*")):
            return self._decode_json(ref, self.received.charset or charset)
        if ref is str:
            return self._checked_text()
        if ref is ANY:
            return self._decode_undocumented()
        if kind == "text/event-stream":
            # An argument of the call requested a stream, which is not supported here.
            raise self.failure(f"{kind} instead of JSON")
        if not self._is_requested(kind):
            self.report(f"{clean(kind, MAX_NAME)} instead of JSON")
        return self.decode_json(ref)

    def _is_requested(self, kind: str) -> bool:
        """Return whether the request accepts a media type, as the document describes."""
        return any(
            name.lower() == "accept" and kind in value.lower()
            for name, value in self.prepared.headers
        )

    def text(self) -> str:
        """Return the body as a string, using its declared or detected charset."""
        return self._read_text()[0]

    def _checked_text(self) -> str:
        """Return the body as a string; report a body that is not in its charset.

        Raises:
            APIDecodeError: If the body is not in its charset, in strict validation.
        """
        text, is_known = self._read_text()
        if not is_known:
            self.report(f"text that is not in the charset {self._charset()}")
        return text

    def _read_text(self) -> tuple[str, bool]:
        """Return the string, and whether its charset is known rather than guessed."""
        content = self.received.content
        for encoding in (self._charset(), json.detect_encoding(content)):
            try:
                text = content.decode(encoding)
            except (UnicodeError, LookupError):
                continue  # wrong charset, or not a text encoding, such as `hex`
            return text.removeprefix("\ufeff"), True
        return content.decode("latin-1"), False  # decodes anything

    def _charset(self) -> str:
        return self.received.charset or find_charset(self.received.headers)

    def decode_error(self, ref: TypeRef | None) -> tuple[object, object]:
        """Return the body of an error, and the body as its documented type.

        A body that is not JSON is returned as a string. Both values are None if the
        body is empty. This never raises.

        Args:
            ref: The documented type of the body; None if it is not documented.
        """
        if not self.received.content:
            return None, None
        text = self.text()
        try:
            body: object = json.loads(text)
        except (ValueError, RecursionError):
            return text, None
        return body, None if ref is None else self._construct(ref, body)

    def _decode_empty(self, ref: TypeRef) -> object:
        if ref is str:
            return ""
        if isinstance(ref, Exact):
            ref = ref.value
        if ref is not ANY and not isinstance(ref, Nullable):
            self.report("an empty body")
            if ref != Formatted("null"):
                self._warn_once(lambda: "an empty body")
        return None

    def _decode_undocumented(self) -> object:
        """Return content without a documented type.

        JSON objects and arrays are decoded. Other content is returned as a string if
        the headers declare text, and as bytes otherwise.
        """
        headers = self.received.headers
        if self.received.content.lstrip()[:1] in {b"{", b"["}:
            try:
                value: object = json.loads(self.text())
            except (ValueError, RecursionError):
                pass
            else:
                return value
        kind = media_type(headers)
        is_text = (
            kind.startswith("text/")
            or "xml" in kind
            or "charset" in headers.get("content-type", "")
        )
        return self.text() if is_text else self.received.content

    def decode_json(self, ref: TypeRef) -> object:
        """Return the content decoded as JSON, regardless of its media type.

        Args:
            ref: The documented type.

        Raises:
            APIDecodeError: If the content cannot be decoded as the documented type, or
                does not match it in strict validation.
        """
        return self._decode_json(ref, self._charset())

    def _decode_json(self, ref: TypeRef, charset: str) -> object:
        adapter = find_adapter(ref, self.models)
        if charset == "utf-8":
            try:
                return validate(adapter, self.received.content, self.validation)
            except ValidationError:
                pass
        return self._decode_leniently(ref, adapter)

    def _decode_leniently(self, ref: TypeRef, adapter: Adapter) -> object:
        """Decode content that is not in UTF-8 or does not match its schema."""
        text = self._checked_text()
        try:
            value: object = json.loads(text)
        except (ValueError, RecursionError) as error:
            return self._decode_non_json(ref, adapter, text, error)
        if self.validation != "lenient":
            mismatches = find_mismatches(adapter, text)
            if mismatches is not None:
                self.report(summarise(mismatches, value, self.validation))
        try:
            return validate(adapter, text)
        except ValidationError as error:
            self._warn_once(partial(summarise, error, value, self.validation))
        return self._construct(ref, value)

    def _decode_non_json(
        self, ref: TypeRef, adapter: Adapter, text: str, error: Exception
    ) -> object:
        problem = "HTML" if text.lstrip()[:1] == "<" else f"invalid JSON ({error})"
        # Without a schema, a word such as OK; but not a damaged item of a stream.
        is_word = ref is ANY and not self.received.place and re.fullmatch(_WORD, text)
        is_scalar = isinstance(ref, type | Formatted)
        if is_word or (
            is_scalar and not text.lstrip().startswith(("<", "{", "[", '"'))
        ):
            # A single scalar without quotes, as in text/plain.
            try:
                value = adapter.validate_python(text)
            except ValidationError:
                raise self.failure(problem) from None
            self.report(problem)
            return value
        raise self.failure(problem)

    def _construct(self, ref: TypeRef, value: object) -> object:
        from .lenient import construct  # most responses match their schema

        return construct(load_type(ref, self.models), value)

    def report(self, problem: str) -> None:
        """Report unexpected content as `validation` specifies: ignore, warn or raise.

        Args:
            problem: The unexpected content, as a noun phrase for the message.

        Raises:
            APIDecodeError: In strict validation.
        """
        if self.validation == "strict":
            raise self.failure(problem)
        if self.validation == "warn":
            warn(f"{self.prepared.describe()} returned {self._locate(problem)}.")

    def _warn_once(self, describe: Callable[[], str]) -> None:
        """Warn that a result is not of the documented type, once per operation.

        This is for lenient validation; the others report the problem itself.

        Args:
            describe: Function that returns the unexpected content, as a noun phrase.
        """
        operation = self.operation
        if self.validation == "lenient" and is_first_report(
            operation.method, operation.path
        ):
            warn(
                f"{self.prepared.describe()} returned {self._locate(describe())}. The "
                "result is not of the documented type. Later responses of this "
                "operation are not reported."
            )

    def failure(self, problem: str) -> APIDecodeError:
        """Return the error for a response with unexpected content."""
        from .error_body import shorten

        received = self.received
        head = received.content[: 4 * _EXCERPT].decode("utf-8", "replace")
        return APIDecodeError(
            f"{self.prepared.describe()} returned {received.status_code} with "
            + self._locate(problem)
            + (f": {shorten(head, 100)}" if head else ""),
            status_code=received.status_code,
            headers=received.headers,
            excerpt=shorten(head, _EXCERPT),
        )

    def _locate(self, problem: str) -> str:
        return f"{problem} in {self.received.place}" if self.received.place else problem


def media_type(headers: httpx2.Headers) -> str:
    """Return the media type of a response without its parameters."""
    return _read_content_type(headers.get("content-type", ""))[0]


def find_charset(headers: httpx2.Headers) -> str:
    """Return the name of the charset that a response declares; UTF-8 by default."""
    return _read_content_type(headers.get("content-type", ""))[1]


@lru_cache(maxsize=256)
def _read_content_type(content_type: str) -> tuple[str, str]:
    """Return the media type in lower case, and the charset."""
    kind = content_type.partition(";")[0].strip().lower()
    match = re.search(_CHARSET, content_type)
    try:
        name = codecs.lookup(match[1]).name if match else "utf-8"
    except (LookupError, ValueError):
        return kind, "utf-8"
    return kind, "utf-8" if name in _NOT_CHARSETS else name
