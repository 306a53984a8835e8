"""Parsing of the payloads of webhooks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar, cast
from urllib.parse import parse_qs

from pydantic import ValidationError

from ..encoding.json import encode_json
from ..errors import WebhookPayloadError
from ..response.mismatches import find_mismatches, summarise
from ..response.types import find_adapter, load_type
from ..response.validation import (
    check_response_validation,
    validate,
    warn,
)
from ..text import MAX_NAME, clean

if TYPE_CHECKING:
    from ..response.references import TypeRef
    from ..response.validation import ResponseValidation

WebhookInput: TypeAlias = bytes | str | Mapping[str, object]
"""Payload of a webhook: the raw body of the request (bytes or string), or the decoded
object."""

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class WebhookReader(Generic[T_co]):
    """Parser for the payloads of one webhook.

    Attributes:
        name: Name of the webhook in the API document.
        payload: Type of the payload.
        is_form: Whether the payload is form-encoded rather than JSON. Defaults to
            False.
    """

    name: str
    payload: TypeRef
    is_form: bool = False

    def read(self, payload: WebhookInput, validation: ResponseValidation) -> T_co:
        """Return a payload as its documented type.

        Args:
            payload: The raw body of the request, or the decoded object.
            validation: How to treat a payload that does not match its schema; see
                `ResponseValidation`. In strict mode, it raises `WebhookPayloadError`.

        Raises:
            WebhookPayloadError: If the payload cannot be decoded, or does not match its
                schema in strict mode.
            ValueError: If `validation` is not one of the allowed values.
        """
        check_response_validation(validation)
        value = decode_payload(payload, is_form=self.is_form)
        adapter = find_adapter(self.payload, "")
        text = _to_text(value)
        # The values of a form are strings, which have to be converted.
        if validation != "lenient" and not self.is_form:
            mismatches = find_mismatches(adapter, text)
            if mismatches is not None:
                self._report(summarise(mismatches, value, validation), validation)
        try:
            read = validate(adapter, text)
        except ValidationError as error:
            if validation == "lenient" or self.is_form:
                self._report(summarise(error, value, validation), validation)
            from ..response.lenient import (
                construct,  # rarely needed, so imported on demand
            )

            read = construct(load_type(self.payload, ""), value)
        return cast("T_co", read)

    def _report(self, problem: str, validation: ResponseValidation) -> None:
        message = f"The payload of the webhook {self.name!r} has {problem}."
        if validation == "strict":
            raise WebhookPayloadError(message) from None
        if validation == "warn":
            warn(message)


@dataclass(frozen=True, slots=True, eq=False)
class WebhookSwitch(Generic[T_co]):
    """Parser for payloads of several webhooks, which are distinguished by a key.

    Attributes:
        key: Name of the property of the payload, or of the header, that identifies the
            webhook.
        readers: Parsers by value of the key, as a string.
        is_header: Whether the key is a header. Defaults to False.
    """

    key: str
    readers: Mapping[str, WebhookReader[T_co]]
    is_header: bool = False

    def read(
        self,
        payload: WebhookInput,
        validation: ResponseValidation,
        headers: Mapping[str, str] | None = None,
    ) -> T_co:
        """Return a payload as the documented type of its webhook.

        Args:
            payload: The raw body of the request, or the decoded object.
            validation: How to treat a payload that does not match its schema; see
                `ResponseValidation`. In strict mode, it raises `WebhookPayloadError`.
            headers: Headers of the request, with names in any case. Required if the
                webhook is identified by a header. Defaults to None.

        Raises:
            WebhookPayloadError: If the payload cannot be decoded, belongs to no
                documented webhook, or does not match its schema in strict mode.
            ValueError: If `validation` is not one of the allowed values.
        """
        if self.is_header:
            lower = {name.lower(): value for name, value in (headers or {}).items()}
            given: object = lower.get(self.key.lower())
        else:
            is_form = any(reader.is_form for reader in self.readers.values())
            value = decode_payload(payload, is_form=is_form)
            given = None
            if isinstance(value, Mapping):
                payload = cast("Mapping[str, object]", value)
                given = payload.get(self.key)
        # Not `str(given)` of an object or array, which can be nested deeply.
        is_scalar = given is None or isinstance(given, str | int | float)
        reader = self.readers.get(str(given)) if is_scalar else None
        if reader is None:
            shown = clean(repr(given), MAX_NAME) if is_scalar else "not a scalar"
            raise WebhookPayloadError(
                f"No webhook is defined whose {self.key!r} is {shown}."
            )
        return reader.read(payload, validation)


def _to_text(value: object) -> str:
    try:
        return encode_json(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise WebhookPayloadError(f"The payload is not valid JSON: {error}.") from None


def decode_payload(payload: WebhookInput, *, is_form: bool) -> object:
    """Return the decoded payload. A mapping is returned unchanged.

    Args:
        payload: The payload.
        is_form: Whether the payload is form-encoded rather than JSON. Fields that occur
            more than once become lists.

    Raises:
        WebhookPayloadError: If the payload is not valid JSON or not a valid form.
    """
    if isinstance(payload, Mapping):
        return payload
    try:
        if is_form:
            text = payload if isinstance(payload, str) else payload.decode()
            pairs = parse_qs(text, keep_blank_values=True)
            return {k: v[0] if len(v) == 1 else v for k, v in pairs.items()}
        value: object = json.loads(payload)
    except (ValueError, RecursionError) as error:
        kind = "form data" if is_form else "JSON"
        raise WebhookPayloadError(
            f"The payload is not valid {kind}: {error}."
        ) from None
    return value
