"""What the API sends by itself: the payloads of webhooks and callbacks."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar, cast
from urllib.parse import parse_qs

from pydantic import ValidationError

from .decode import find_caller_level, summarise, validate
from .errors import ResponseValidationWarning, WebhookPayloadError
from .jsontext import to_json_text
from .references import find_adapter, load_type
from .settings import check_response_validation

if TYPE_CHECKING:
    from .operation import TypeRef
    from .options import ResponseValidation

WebhookInput: TypeAlias = bytes | str | Mapping[str, object]
"""The body of a request that the API made: as it came, or decoded."""

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class WebhookReader(Generic[T_co]):
    """Reads one kind of payload.

    Attributes:
        name: What the API's description calls the webhook.
        payload: What its body holds.
        is_form: Whether the body is a form rather than JSON.
    """

    name: str
    payload: TypeRef
    is_form: bool = False

    def read(self, payload: WebhookInput, validation: ResponseValidation) -> T_co:
        """Return a payload as the type that describes it.

        Args:
            payload: The body.
            validation: What to do where it is unlike its description.

        Raises:
            WebhookPayloadError: It cannot be read, or in strict validation is not as
                described.
            ValueError: There is no such validation.
        """
        check_response_validation(validation)
        value = decode_payload(payload, is_form=self.is_form)
        adapter = find_adapter(self.payload, "")
        try:
            read = validate(adapter, _to_text(value))
        except ValidationError as error:
            self._report(summarise(error), validation)
            from .lenient import construct  # most payloads are as described

            read = construct(load_type(self.payload, ""), value)
        return cast("T_co", read)

    def _report(self, what: str, validation: ResponseValidation) -> None:
        message = f"the webhook {self.name!r} came with {what}"
        if validation == "strict":
            raise WebhookPayloadError(message) from None
        if validation == "warn":
            level = find_caller_level()
            warnings.warn(message, ResponseValidationWarning, stacklevel=level)


@dataclass(frozen=True, slots=True, eq=False)
class WebhookSwitch(Generic[T_co]):
    """Finds out which webhook a payload is of, and reads it.

    Attributes:
        key: The property of the payload that tells, or the header.
        readers: The values of it, as text, and the webhook that each means.
        is_header: Whether `key` is a header.
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
        """Return a payload as the type that describes it.

        Args:
            payload: The body.
            validation: What to do where it is unlike its description.
            headers: The headers of the request, in any case.

        Raises:
            WebhookPayloadError: It cannot be read, is of no webhook that is described,
                or in strict validation is not as described.
            ValueError: There is no such validation.
        """
        if self.is_header:
            lower = {name.lower(): value for name, value in (headers or {}).items()}
            told: object = lower.get(self.key.lower())
        else:
            is_form = any(reader.is_form for reader in self.readers.values())
            value = decode_payload(payload, is_form=is_form)
            told = None
            if isinstance(value, Mapping):
                payload = cast("Mapping[str, object]", value)
                told = payload.get(self.key)
        reader = self.readers.get(str(told))
        if reader is None:
            raise WebhookPayloadError(
                f"no webhook is described whose {self.key!r} is {told!r}"
            )
        return reader.read(payload, validation)


def _to_text(value: object) -> str:
    try:
        return to_json_text(value)
    except (TypeError, ValueError) as error:
        raise WebhookPayloadError(f"the payload is not JSON: {error}") from None


def decode_payload(payload: WebhookInput, *, is_form: bool) -> object:
    """Return a payload as JSON; one that is decoded already stays as it is.

    Raises:
        WebhookPayloadError: It is no JSON.
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
        kind = "a form" if is_form else "JSON"
        raise WebhookPayloadError(f"the payload is not {kind}: {error}") from None
    return value
