"""Answers as Python values."""

from __future__ import annotations

import codecs
import inspect
import json
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

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


@dataclass(slots=True, eq=False, repr=False)
class Decoder:
    """Decodes one answer.

    Attributes:
        outgoing: What was asked, for messages.
        validation: What to do with an answer unlike its description.
        models: Import name of the package with the models; see `find_adapter`.
    """

    response: httpx2.Response
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
        content = self.response.content
        if ref is bytes:
            return content
        if not content:
            return self._decode_nothing(ref)
        if is_json(self.response.headers):
            return self._decode_json(ref)
        if ref is str:
            return self.text()
        if ref is ANY:
            return self._decode_undescribed()
        self._report(f"{media_type(self.response.headers)} instead of JSON")
        return self._decode_json(ref)

    def text(self) -> str:
        """Return the body as text, in the charset it says or shows."""
        content = self.response.content
        named = _find_charset(self.response.headers)
        for encoding in (named, json.detect_encoding(content)):
            try:
                return content.decode(encoding).removeprefix("\ufeff")
            except (UnicodeError, LookupError):
                continue  # not in that charset, or it is none of text, as `hex`
        return content.decode("latin-1")  # decodes anything

    def decode_error(self, ref: TypeRef | None) -> tuple[object, object]:
        """Return the body of an error, and the same as the type documented for it.

        Both are None where there is nothing; no error body makes this fail.
        """
        if not self.response.content:
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
            self._report("an empty body")
        return None

    def _decode_undescribed(self) -> object:
        """Return what nobody described: JSON if it is some, else text, else bytes."""
        headers = self.response.headers
        if self.response.content.lstrip()[:1] in {b"{", b"["}:
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
        return self.text() if is_text else self.response.content

    def _decode_json(self, ref: TypeRef) -> object:
        adapter = find_adapter(ref, self.models)
        if _find_charset(self.response.headers) == "utf-8":
            try:
                return validate(adapter, self.response.content)
            except ValidationError:
                pass
        return self._decode_slowly(ref, adapter)

    def _decode_slowly(self, ref: TypeRef, adapter: TypeAdapter[object]) -> object:
        """Decode what is not both UTF-8 and as described."""
        text = self.text()
        try:
            value: object = json.loads(text)
        except (ValueError, RecursionError) as error:
            return self._decode_no_json(ref, adapter, text, error)
        try:
            return validate(adapter, text)
        except ValidationError as error:
            self._report(summarise(error))
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
            self._report(what)
            return value
        raise self.failure(what)

    def _construct(self, ref: TypeRef, value: object) -> object:
        from .lenient import construct  # most answers are as described

        return construct(load_type(ref, self.models), value)

    def _report(self, what: str) -> None:
        """Say that an answer is not as described, in the way the caller chose.

        Raises:
            APIDecodeError: In strict validation.
        """
        if self.validation == "strict":
            raise self.failure(what)
        if self.validation == "warn":
            message = f"{self.outgoing.describe()} answered with {what}"
            level = find_caller_level()
            warnings.warn(message, ResponseValidationWarning, stacklevel=level)

    def failure(self, what: str) -> APIDecodeError:
        """Return the error for an answer that cannot be taken for what it should be."""
        from .errorbody import shorten

        response = self.response
        head = response.content[: 4 * _EXCERPT].decode("utf-8", "replace")
        return APIDecodeError(
            f"{self.outgoing.describe()} answered {response.status_code} with {what}"
            + (f": {shorten(head, 100)}" if head else ""),
            status_code=response.status_code,
            headers=response.headers,
            excerpt=shorten(head, _EXCERPT),
        )


def validate(adapter: TypeAdapter[object], content: bytes | str) -> object:
    """Return JSON as the type it is described by.

    Raises:
        ValidationError: It is no JSON, or not as described.
    """
    # Wire names only: a property may be called as another field is in Python.
    return adapter.validate_json(content, by_alias=True, by_name=False)


def media_type(headers: httpx2.Headers) -> str:
    """Return the media type of an answer, without its parameters."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def is_json(headers: httpx2.Headers) -> bool:
    """Whether an answer is, or may well be, JSON."""
    kind = media_type(headers)
    return not kind or kind.endswith(("/json", "+json", "/*"))


def _find_charset(headers: httpx2.Headers) -> str:
    """Return the name of the charset that an answer declares; UTF-8 if it does not."""
    match = re.search(_CHARSET, headers.get("content-type", ""))
    try:
        return codecs.lookup(match[1]).name if match else "utf-8"
    except (LookupError, ValueError):
        return "utf-8"


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
