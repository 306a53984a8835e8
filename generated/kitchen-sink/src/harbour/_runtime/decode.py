"""Answers as Python values."""

from __future__ import annotations

import codecs
import inspect
import json
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from .errors import APIDecodeError, ResponseValidationWarning
from .operation import ANY, Nullable
from .references import find_adapter, load_type

if TYPE_CHECKING:
    import httpx2

    from .operation import TypeRef
    from .options import ResponseValidation
    from .outgoing import Outgoing

_EXCERPT: Final = 500
_CHARSET: Final = r'(?i)charset\s*=\s*"?([^\s";]+)'


class Received(NamedTuple):
    """What came: a whole answer, or one item of a stream.

    Attributes:
        charset: The charset of the content; empty for the one that the headers name.
        place: What the content is in its answer, for messages; empty for all of it.
    """

    status_code: int
    headers: httpx2.Headers
    content: bytes
    charset: str = ""
    place: str = ""


@dataclass(slots=True, eq=False, repr=False)
class Decoder:
    """Decodes one answer.

    Attributes:
        outgoing: What was asked, for messages.
        validation: What to do with an answer unlike its description.
        models: Import name of the package with the models; see `find_adapter`.
    """

    received: Received
    outgoing: Outgoing
    validation: ResponseValidation
    models: str

    def decode(self, ref: TypeRef | None) -> object:
        """Return what the answer holds.

        Raises:
            APIDecodeError: It is not what it should be, and cannot be taken for it.
        """
        if ref is None:
            return None
        content = self.received.content
        if ref is bytes:
            return content
        if not content:
            return self._decode_nothing(ref)
        # Looked up once: a header takes longer to find than a small answer to decode.
        kind, charset = _read_content_type(
            self.received.headers.get("content-type", "")
        )
        if not kind or kind.endswith(("/json", "+json", "/*")):
            return self._decode_json(ref, self.received.charset or charset)
        if ref is str:
            return self._checked_text()
        if ref is ANY:
            return self._decode_undescribed()
        if kind == "text/event-stream":
            # Who asked for a stream by an argument gets none from this method.
            raise self.failure(f"{kind} instead of JSON")
        self.report(f"{kind} instead of JSON")
        return self.decode_json(ref)

    def text(self) -> str:
        """Return the body as text, in the charset it says or shows."""
        return self._read_text()[0]

    def _checked_text(self) -> str:
        """Return the same, and report text that is in no charset that it should be in.

        Raises:
            APIDecodeError: In strict validation.
        """
        text, is_known = self._read_text()
        if not is_known:
            self.report(f"text that is not in the charset {self._charset()}")
        return text

    def _read_text(self) -> tuple[str, bool]:
        """Return the text, and whether its charset is known rather than guessed."""
        content = self.received.content
        for encoding in (self._charset(), json.detect_encoding(content)):
            try:
                text = content.decode(encoding)
            except (UnicodeError, LookupError):
                continue  # not in that charset, or it is none of text, as `hex`
            return text.removeprefix("\ufeff"), True
        return content.decode("latin-1"), False  # decodes anything

    def _charset(self) -> str:
        return self.received.charset or find_charset(self.received.headers)

    def decode_error(self, ref: TypeRef | None) -> tuple[object, object]:
        """Return the body of an error, and the same as the type documented for it.

        Both are None where there is nothing; no error body makes this fail.
        """
        if not self.received.content:
            return None, None
        text = self.text()
        try:
            body: object = json.loads(text)
        except (ValueError, RecursionError):
            return text, None
        return body, None if ref is None else self._construct(ref, body)

    def _decode_nothing(self, ref: TypeRef) -> object:
        if ref is str:
            return ""
        if ref is not ANY and not isinstance(ref, Nullable):
            self.report("an empty body")
        return None

    def _decode_undescribed(self) -> object:
        """Return what nobody described: JSON if it is some, else text, else bytes."""
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
        """Return what JSON holds, whatever the headers call it.

        Raises:
            APIDecodeError: It is not what it should be, and cannot be taken for it.
        """
        return self._decode_json(ref, self._charset())

    def _decode_json(self, ref: TypeRef, charset: str) -> object:
        adapter = find_adapter(ref, self.models)
        if charset == "utf-8":
            try:
                return validate(adapter, self.received.content)
            except ValidationError:
                pass
        return self._decode_slowly(ref, adapter)

    def _decode_slowly(self, ref: TypeRef, adapter: TypeAdapter[object]) -> object:
        """Decode what is not both UTF-8 and as described."""
        text = self._checked_text()
        try:
            value: object = json.loads(text)
        except (ValueError, RecursionError) as error:
            return self._decode_no_json(ref, adapter, text, error)
        try:
            return validate(adapter, text)
        except ValidationError as error:
            self.report(summarise(error))
        return self._construct(ref, value)

    def _decode_no_json(
        self, ref: TypeRef, adapter: TypeAdapter[object], text: str, error: Exception
    ) -> object:
        what = "HTML" if text.lstrip()[:1] == "<" else f"no valid JSON ({error})"
        if isinstance(ref, type) and not text.lstrip().startswith(("<", "{", "[", '"')):
            # A lone scalar without its quotes, as text/plain has it.
            try:
                value = adapter.validate_python(text)
            except ValidationError:
                raise self.failure(what) from None
            self.report(what)
            return value
        raise self.failure(what)

    def _construct(self, ref: TypeRef, value: object) -> object:
        from .lenient import construct  # most answers are as described

        return construct(load_type(ref, self.models), value)

    def report(self, what: str) -> None:
        """Say that an answer is not as described, in the way the caller chose.

        Raises:
            APIDecodeError: In strict validation.
        """
        if self.validation == "strict":
            raise self.failure(what)
        if self.validation == "warn":
            message = f"{self.outgoing.describe()} answered with {self._placed(what)}"
            level = find_caller_level()
            warnings.warn(message, ResponseValidationWarning, stacklevel=level)

    def failure(self, what: str) -> APIDecodeError:
        """Return the error for an answer that cannot be taken for what it should be."""
        from .errorbody import shorten

        received = self.received
        head = received.content[: 4 * _EXCERPT].decode("utf-8", "replace")
        return APIDecodeError(
            f"{self.outgoing.describe()} answered {received.status_code} with "
            + self._placed(what)
            + (f": {shorten(head, 100)}" if head else ""),
            status_code=received.status_code,
            headers=received.headers,
            excerpt=shorten(head, _EXCERPT),
        )

    def _placed(self, what: str) -> str:
        return f"{what} in {self.received.place}" if self.received.place else what


def validate(adapter: TypeAdapter[object], content: bytes | str) -> object:
    """Return JSON as the type it is described by.

    Raises:
        ValidationError: It is no JSON, or not as described.
    """
    # Wire names only: a property may be called as another field is in Python.
    return adapter.validate_json(content, by_alias=True, by_name=False)


def media_type(headers: httpx2.Headers) -> str:
    """Return the media type of an answer, without its parameters."""
    return _read_content_type(headers.get("content-type", ""))[0]


def find_charset(headers: httpx2.Headers) -> str:
    """Return the name of the charset that an answer declares; UTF-8 if it does not."""
    return _read_content_type(headers.get("content-type", ""))[1]


@lru_cache(maxsize=256)
def _read_content_type(content_type: str) -> tuple[str, str]:
    """Return the media type in lower case, and the charset."""
    kind = content_type.partition(";")[0].strip().lower()
    match = re.search(_CHARSET, content_type)
    try:
        return kind, codecs.lookup(match[1]).name if match else "utf-8"
    except (LookupError, ValueError):
        return kind, "utf-8"


def summarise(error: ValidationError) -> str:
    """Return what is wrong with a value, for a message."""
    problems = error.errors(include_url=False, include_input=False)
    shown = [
        f"{'.'.join(map(str, problem['loc'])) or 'the whole'}: {problem['msg']}"
        for problem in problems[:3]
    ]
    if len(problems) > len(shown):
        shown.append(f"and {len(problems) - len(shown)} more")
    return f"values that do not match its description ({'; '.join(shown)})"


def find_caller_level() -> int:
    """Return how far up the code is that called the package, for a warning."""
    package = __name__.rsplit(".", 2)[0]
    frame, level = inspect.currentframe(), 0
    while frame and f"{frame.f_globals.get('__name__')}.".startswith(f"{package}."):
        frame, level = frame.f_back, level + 1
    # One less: warn() counts from the function that calls it, not from this one.
    return level
